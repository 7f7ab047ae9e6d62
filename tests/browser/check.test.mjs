// What all reported figures imply, and what contradicts what.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { test } from "node:test";
import { healthy, open, stage } from "./browser.mjs";
import { DATASET, FIXTURES } from "./site.mjs";

let page;
let address;
const on = stage(async ({ browser, site }) => {
  address = site.address;
  page = await open(browser, `${site.address}?view=check`, { wait: "#check" });
});

const plain = (text) => text.replaceAll("\u00a0", " ");
const rows = () => page.locator("table.check tbody tr");

test("the check names what contradicts what, and by how much", async () => {
  await page.waitForSelector("#check", { timeout: 60_000 });
  const found = await page.locator(".contradictions > li").allInnerTexts();
  assert.equal(found.length, 10);
  const base = plain(found.find((text) => text.includes("135,000")));
  assert.match(base, /Contradicts .*175,100 mt.*36\.85%/s);
  assert.match(base, /All other figures imply 127,909–128,027 t/);
  const australia = plain(found.find((text) => text.startsWith("Australia")));
  assert.match(australia, /1,875\.4 mt.*8\.394–8\.407%/s);
  assert.match(plain(found.find((text) => text.includes("151,600"))), /may have revised it/);
  assert.equal(await page.locator(".suspicions > li").count(), 4);
  healthy(page);
});

test("every reported figure has a verdict, the command line's", async () => {
  let told;
  try {
    execFileSync("cargo", ["run", "-q", "--release", "--bin", "tonnage", "--", "check", "--dataset", `${FIXTURES}/${DATASET}`, "--json"]);
    assert.fail("contradictions are exit code 1");
  } catch (error) {
    assert.equal(error.status, 1);
    told = JSON.parse(error.stdout);
  }
  assert.equal(await rows().count(), 25, "the first of many");
  await page.getByRole("button", { name: `Show all ${told.claims.length}` }).click();
  assert.equal(await rows().count(), told.claims.length);
  const shown = await page.locator("table.check .verdict").evaluateAll((cells) => cells.map((c) => c.className.replace("verdict ", "")));
  assert.deepEqual(shown, told.claims.map((claim) => claim.verdict));
  assert.equal(told.contradictions.length, 10);
  assert.equal(told.revisions.length, 1);
  assert.ok(told.contradictions.every((c) => c.claims.length > 0 && c.explanation));
});

test("article and verdict narrow the list, and stand in the link", async () => {
  const address = (name) => page.locator(`select[name=article] option[value*="article=${name}"]`).getAttribute("value");
  await page.selectOption("select[name=article]", await address("smm-103557449"));
  await page.waitForFunction(() => document.activeElement?.name === "article");
  await page.selectOption("select[name=verdict]", { label: "contradicts" });
  assert.match(page.url(), /view=check&article=smm-103557449&verdict=contradicts$/);
  assert.equal(await rows().count(), 6);
  await page.goBack();
  const chosen = (name) => page.locator(`select[name=${name}]`).evaluate((list) => list.selectedOptions[0].text);
  assert.equal(await chosen("verdict"), "all");
  assert.match(await chosen("article"), /SMM/);
  await page.locator("select[name=article]").selectOption({ label: "all" });
});

test("a month's contradictions and figures have a link", async () => {
  await page.selectOption("select[name=month]", { label: "August 2025" });
  await page.waitForFunction(() => location.search.includes("month=2025-08"));
  const subjects = await page.locator(".contradictions .subject").allInnerTexts();
  assert.ok(subjects.length > 0 && subjects.length < 10, `${subjects.length}`);
  assert.ok(subjects.every((subject) => subject.includes("August 2025")), subjects.join("; "));
  const listed = await page.locator("table.check tbody tr td:first-child").allInnerTexts();
  assert.ok(listed.every((subject) => subject.includes("August 2025")), listed.join("; "));
  await page.locator("select[name=month]").selectOption({ label: "all" });
  const other = await open(on.browser, `${address}?view=check&month=2025-04`, { wait: "select[name=month]" });
  assert.equal(await other.locator("select[name=month]").evaluate((list) => list.selectedOptions[0].text), "April 2025");
  healthy(other);
  await other.context().close();
});

test("a figure of the list leads to its month, where the mark stands beside it", async () => {
  await page.locator("table.check a.month", { hasText: "Australia, August 2025: share" }).click();
  await page.waitForSelector(".tile");
  assert.match(page.url(), /period=2025-08/);
  assert.ok((await page.locator("#destinations .contradicted").count()) > 0);
  assert.ok(!page.url().includes("article="));
});

test("a month that nobody prints is a range, and says why", async () => {
  await page.goto(`${address}?period=2025-11`);
  await page.waitForSelector(".tile");
  const total = page.locator(".tile .big data").first();
  const [low, high] = [await total.getAttribute("data-low"), await total.getAttribute("data-high")].map(Number);
  assert.ok(low >= 33_223 && high <= 33_443, `${low} to ${high}`);
  await page.goto(`${address}?period=2025-04&view=check`);
  await page.waitForSelector("#check");
  await page.locator(".check .findings a.month").first().waitFor();
  await page.goto(`${address}?view=trend`);
  await page.waitForSelector("table", { timeout: 60_000 });
  // April 2025: printed to 100 t, known to 40 t.
  const april = page.locator("tr", { hasText: "Apr" }).locator(".number", { hasText: "21,300" }).first();
  await april.click();
  const told = plain(await page.locator(".explanation, #explanation").first().innerText());
  assert.match(told, /All reported figures together imply 21,358–21,400 t|All reported figures together imply 21,359–21,399 t/);
  assert.match(told, /Jiangsu, April 2025: share of the total “53\.3%”/);
  healthy(page);
});

const SETTLEMENT = DATASET.replace(/\.json$/, ".settlement.json");
const WORKER = "tonnage-factcheck_bg.wasm.lzma";
/** What stands in the key figures and in the destinations' shares, with marks. */
const figures = async (view) => plain((await view.locator(".tiles, #destinations").allInnerTexts()).join("\n"));

for (const [name, fault] of Object.entries({
  "is missing": { status: 404 },
  "is no JSON": { body: "{" },
  "is of another dataset": { body: JSON.stringify({ format: "tonnage/settlement", version: "1.0", of: "0".repeat(64), smallest: true, verdicts: [], contradictions: [], cells: [] }) },
})) {
  test(`a settlement that ${name} is made by a worker, while the figures already stand`, async () => {
    const whole = await open(on.browser, `${on.site.address}?period=2025-08`);
    const expected = await figures(whole);
    await whole.context().close();
    assert.ok(!on.site.asked.includes(WORKER), "where the file is there, no worker is asked for");
    on.site.faults.set(SETTLEMENT, fault);
    try {
      const view = await open(on.browser, `${on.site.address}?period=2025-08`, { wait: ".tiles" });
      assert.match(await figures(view), /22,300 t/);
      // As soon as the worker has answered, the marks are there, and the figures are those of the file.
      await view.locator("#destinations .contradicted").first().waitFor({ timeout: 60_000 });
      assert.equal(await figures(view), expected);
      assert.ok(on.site.asked.includes(WORKER));
      await view.context().close();
    } finally {
      on.site.faults.clear();
      on.site.asked.length = 0;
    }
  });
}

test("where figures cannot be settled, the check says so and offers to try again", async () => {
  on.site.faults.set(SETTLEMENT, { status: 404 });
  on.site.faults.set(WORKER, { status: 404 });
  try {
    const view = await open(on.browser, `${on.site.address}?view=check`, { wait: "#check .failure" });
    on.site.faults.clear();
    await view.locator("#check .failure button").click();
    await view.locator("#check .contradictions > li").first().waitFor({ timeout: 60_000 });
    await view.context().close();
  } finally {
    on.site.faults.clear();
  }
});
