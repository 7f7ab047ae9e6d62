// The units that a reader reads in: one choice for every number of the page, and what is quoted stays as it was printed.

import assert from "node:assert/strict";
import { test } from "node:test";
import { datum, healthy, open, row, stage } from "./browser.mjs";

const on = stage();
const RECORDS = "cn-stainless-steel-sinks";

const at = async (query, options) => await open(on.browser, `${on.site.address}${query}`, options);
const text = async (locator) => (await locator.innerText()).replaceAll("\u00a0", " ");

test("weights are told in the unit that a link names, from the heading to the charts", async () => {
  const page = await at("?period=2025-04&unit=short-ton", { wait: "#trend svg" });
  assert.match(await text(page.locator("h1")), /to 23,500 short tons in April 2025/);
  const mexico = row(page, "destinations", "Mexico").locator("td.quantity");
  const { value } = await datum(mexico);
  const shown = Number((await text(mexico)).replace(/[^\d.]/g, ""));
  assert.ok(Math.abs(shown - value / 0.90718474) <= 50, `${shown} short tons are ${value} t, as machines read it`);
  assert.match(await text(page.locator("#trend")), /short tons/);
  const told = (await text(page.locator("main"))).replace("Articles report tonnes and percentages.", "");
  assert.doesNotMatch(told, /\d t\b|tonnes/, "no other unit beside it");
  assert.match(told, /A short ton is 907\.18474 kg\./);
  healthy(page);
});

test("the box of a number tells it in the reader's unit and in its source's", async () => {
  const page = await at("?period=2025-04&unit=lb", { wait: ".tiles" });
  await page.locator("h1 [data-number]").last().click();
  const box = page.locator("#explanation");
  assert.deepEqual(await box.locator(".shown").allInnerTexts().then((all) => all.map((t) => t.replaceAll("\u00a0", " "))), [
    "47,000,000 lb",
    "21,300 t",
  ]);
  assert.match(await text(box), /between 21,250 and 21,400 t|truncated/);
  healthy(page);
});

test("the menu has the choice, which stands in the link and goes along to other sections and datasets", async () => {
  const page = await at(`?d=${RECORDS}`, { wait: "#prices svg" });
  const choose = async (name, label) => {
    await page.locator(".menu > button").click();
    await page.locator(`#menu select[name=${name}]`).selectOption({ label });
  };
  await choose("weight-unit", "kilograms");
  await page.waitForFunction(() => new URLSearchParams(location.search).get("unit") === "kg");
  assert.match(await text(page.locator("h1")), /\d,\d{3},\d{3} kg in/);
  await choose("money-unit", "millions");
  await page.waitForFunction(() => new URLSearchParams(location.search).get("unit") === "kg,million");
  await page.waitForFunction(() => /US\$\d+\.\d\d\smillion/.test(document.querySelector(".tiles.values").innerText));
  assert.match(await text(page.locator("#prices")), /US\$\d+\.\d+\/kg/);
  await page.locator("#destinations").getByRole("link", { name: /^All|Show|More/ }).first().click();
  await page.waitForFunction(() => new URLSearchParams(location.search).get("unit") === "kg,million");
  await page.locator(".datasets select").first().selectOption("cn-aluminium-wire-cable");
  await page.waitForFunction(() => /\d,\d{3},\d{3}\skg/.test(document.querySelector("h1")?.innerText));
  await page.locator(".menu > button").click();
  assert.equal(await page.locator("#menu select[name=money-unit]").count(), 0, "published figures have no money");
  await page.locator("#menu select[name=weight-unit]").selectOption({ label: "automatic unit" });
  await page.waitForFunction(() => /\d\st\sin/.test(document.querySelector("h1")?.innerText));
  assert.equal(new URL(page.url()).searchParams.get("unit"), "million", "what money is told in is another choice");
  healthy(page);
});

test("the check, the summary and files keep the units of what they quote", async () => {
  const check = await at("?view=check&unit=lb", { wait: "#check .contradictions" });
  assert.doesNotMatch(await text(check.locator("main")), /\blb\b|pounds/);
  const note = await at("?view=note&period=2025-04&unit=lb", { wait: "#note article" });
  assert.match(await text(note.locator("#note article")), /21,300 (t|tonnes)/);
  await note.locator("#note .charts svg").first().waitFor();
  assert.match(await text(note.locator("#note .charts").first()), /40,000 t/, "charts beside it, too");
  assert.doesNotMatch(await text(note.locator("main")), /\blb\b|pounds/);
  // The choice is not lost by a visit.
  await note.locator("a.back").click();
  await note.waitForFunction(() => /\d lb in/.test(document.querySelector("h1")?.innerText.replaceAll("\u00a0", " ")));
  healthy(check);
  healthy(note);
});

test("a unit that nobody has is told", async () => {
  const page = await at("?unit=stone", { wait: ".tiles" });
  assert.match(await text(page.locator(".notices")), /asks for numbers in “stone”/);
  assert.match(await text(page.locator("h1")), /\d t in/);
  healthy(page);
});
