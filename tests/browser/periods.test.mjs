// A reader's own files that are of years, or without weights: every section speaks of what they are.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { datum, healthy, open, row, stage } from "./browser.mjs";

const st = stage();
const file = (name) => readFileSync(new URL(`../fixtures/files/${name}`, import.meta.url));

/** The page with a file of the reader's own as its dataset; `flow` where the file does not say it. */
const withFile = async (name, flow) => {
  const page = await open(st.browser, st.site.address);
  await page.setInputFiles(".own-file input", { name, mimeType: "text/csv", buffer: file(name) });
  await page.locator("#import :is(form, [role=status])").first().waitFor();
  // A file that says everything is asked nothing.
  if (flow) {
    await page.locator(`#import input[value="${flow}"]`).check();
    await page.locator("#import form button[type=submit]").click();
  }
  await page.waitForFunction(() => new URLSearchParams(location.search).get("d") === "your-file");
  await page.locator(".banner").first().waitFor();
  // What the import tells stands above the sections, and is none of their words.
  await page.locator("#import").getByRole("button", { name: "Close", exact: true }).click();
  return page;
};

/** Every part of the page on its own, as a reader sees and hears it. */
const walk = async (page, sections, check) => {
  for (const section of ["overview", ...sections]) {
    const address = new URL(page.url());
    address.search = `?d=your-file&view=${section}&member=MEX&compare=MEX~PRT`;
    // Within the page: only this browser's tab has the file.
    await page.evaluate((search) => {
      const link = document.body.appendChild(document.createElement("a"));
      link.href = search;
      link.click();
      link.remove();
    }, address.search);
    // The page writes its own address: without what says nothing there.
    const shown = section === "overview" ? null : section;
    await page.waitForFunction((view) => new URLSearchParams(location.search).get("view") === view, shown);
    await page.locator(section === "overview" ? ".tiles" : "main section").first().waitFor();
    const texts = await page.evaluate(() =>
      ["main", "header"].flatMap((name) => [...document.querySelectorAll(name)]).map((part) =>
        part.innerText + [...part.querySelectorAll("[aria-label]")].map((e) => e.ariaLabel).join("\n")).join("\n"));
    check(section, texts);
  }
};

test("a file of years is shown in years, in every section", async () => {
  const page = await withFile("comtrade-annual.csv");
  assert.match(await page.locator("h1").innerText(), /^Exports rose 9\.4% from 2023 to 8,750\st in 2024$/);
  assert.equal(await page.locator(".spans button").count(), 0, "a year has no other span");
  assert.equal((await datum(row(page, "destinations", "Mexico").locator("td.quantity"))).value, 6750);
  assert.equal(await page.locator("select.picker").inputValue(), "2024");
  await page.selectOption("select.picker", "2023");
  await page.waitForFunction(() => /2023/.test(document.title));
  assert.equal(new URL(page.url()).searchParams.get("period"), "2023");
  await page.goBack();
  const sections = ["trend", "products", "destinations", "changes", "season", "prices", "member", "sources", "note", "check-note"];
  await walk(page, sections, (section, texts) => {
    // What the import said stands above them: how many months it looked for is none of the sections' words.
    assert.doesNotMatch(texts, /month|MoM|January|Year to date/i, section);
    if (section === "season") assert.match(texts, /These data are of whole years\./);
  });
  healthy(page);
});

test("a section that has nothing to show says why where it was asked for", async () => {
  const page = await open(st.browser, `${st.site.address}?view=prices`, { wait: "#prices" });
  assert.equal(await page.locator("#prices .empty").innerText(), "A unit value is value over weight. These data have no values.");
  await page.goto(`${st.site.address}?view=prices&lang=zh`);
  assert.match(await page.locator("#prices .empty").innerText(), /^\p{Script=Han}.*。$/u);
  await page.goto(st.site.address);
  await page.locator("#trend").waitFor();
  assert.equal(await page.locator("#prices").count(), 0, "among other sections nothing is missed");
  healthy(page);
});

test("a file without weights is broken down by value, in every section", async () => {
  const page = await withFile("customs-values.csv", "import");
  assert.match(await page.locator("h1").innerText(), /^Imports rose 20\.0% from March to US\$48\.0\smillion in April 2025$/);
  assert.equal((await datum(row(page, "destinations", "Brazil").locator("td.quantity"))).value, 20_000_000);
  await walk(page, ["trend", "destinations", "changes", "season", "prices", "cross", "sources", "note"], (section, texts) => {
    assert.doesNotMatch(texts, /tonne|net weight|\d\st\b|, t\b/, section);
    if (section === "season") assert.match(texts, /months of two years .* These data have one\./);
    if (section === "prices") assert.match(texts, /The rows of this dataset have no weights\./);
  });
  healthy(page);
});
