// The whole view is in the link.

import assert from "node:assert/strict";
import { test } from "node:test";
import { datum, healthy, open, row, stage } from "./browser.mjs";

const on = stage();

const query = (page) => page.evaluate(() => location.search);
const close = (page) => page.context().close();

test("a shared link opens its month and its part of the page", async () => {
  const page = await open(on.browser, `${on.site.address}?period=2025-08&view=destinations`, { wait: "#destinations table" });
  assert.equal((await datum(row(page, "destinations", "Australia").locator("td.quantity"))).value, 1875.4);
  assert.equal(await page.locator("#products").count(), 0);
  assert.match(await page.title(), /August 2025/);
  assert.equal(await query(page), "?period=2025-08&view=destinations");
  healthy(page);
  await close(page);
});

test("steps, picker and span change the link and nothing but what is not default", async () => {
  const page = await open(on.browser, on.site.address);
  await page.getByRole("link", { name: /Previous: .*Mar 2025/ }).click();
  assert.equal(await query(page), "?period=2025-03");
  await page.getByRole("link", { name: /Next: .*Apr 2025/ }).click();
  assert.equal(await query(page), "", "the default month is not written");
  await page.getByLabel("Choose a month").selectOption("2025-12");
  assert.equal(await query(page), "?period=2025-12");
  await page.getByRole("button", { name: "Year to date" }).click();
  assert.equal(await query(page), "?period=2025-12&span=ytd");
  const steel = await datum(row(page, "products", "Steel-core stranded wire").locator("td.quantity"));
  assert.ok(steel.low >= 174000 && steel.high <= 178000, "63 % of 279,000 t");
  await page.getByRole("button", { name: "Month", exact: true }).click();
  assert.equal(await query(page), "?period=2025-12");
  const newest = await page.getByLabel("Choose a month").locator("option").first().getAttribute("value");
  await page.getByLabel("Choose a month").selectOption(newest);
  assert.match(await page.locator("nav.months .step.end").innerText(), /^Latest month/);
  healthy(page);
  await close(page);
});

test("back and forward return to views and their figures", async () => {
  const page = await open(on.browser, on.site.address);
  await page.getByRole("link", { name: /Previous/ }).click();
  await page.getByRole("link", { name: "More on destinations" }).click();
  await page.waitForSelector("#products", { state: "detached" });
  assert.equal(await query(page), "?period=2025-03&view=destinations");
  await page.goBack();
  await page.waitForSelector("#products");
  assert.match(await page.locator(".sentence").innerText(), /March 2025/);
  await page.goBack();
  await page.waitForFunction(() => document.title.startsWith("April 2025"));
  assert.equal(await page.getByLabel("Choose a month").inputValue(), "2025-04");
  await page.goForward();
  await page.waitForFunction(() => document.title.startsWith("March 2025"));
  await page.goForward();
  await page.waitForSelector("#products", { state: "detached" });
  healthy(page);
  await close(page);
});

test("Share copies a link that names its dataset and month", async () => {
  const page = await open(on.browser, `${on.site.address}?view=trend`, {
    wait: "#trend table",
    permissions: ["clipboard-read", "clipboard-write"],
  });
  await page.getByRole("button", { name: "Share this view" }).click();
  await page.getByText("Link copied").waitFor();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  assert.equal(copied, `${on.site.address}?d=cn-aluminium-wire-cable&period=2025-04&view=trend`);
  assert.equal(copied, page.url());
  await page.goto(copied);
  await page.waitForSelector("#trend table");
  assert.equal(page.url(), copied);
  assert.equal(await page.locator(".notices p").count(), 0);
  await close(page);
});

test("where the clipboard is closed the link is shown to copy by hand", async () => {
  const page = await open(on.browser, on.site.address, {
    init: () => Object.defineProperty(Clipboard.prototype, "writeText", { value: () => Promise.reject(new Error("no")) }),
  });
  await page.getByRole("button", { name: "Share this view" }).click();
  const field = page.getByLabel("Copy this link:");
  assert.equal(await field.inputValue(), page.url());
  await close(page);
});

const BROKEN = {
  "?period=2025-13": /“2025-13”, which is not a month.*shows April 2025/,
  "?period=2030-01": /January 2030, which is outside of what this dataset covers.*shows April 2025/,
  "?view=map": /the view “map”, which this page does not have/,
  "?span=week": /the span “week”/,
  "?d=nothing": /the dataset “nothing”, which this site does not have/,
  "?chart=pie": /the chart “pie”.*shows the months as columns/,
  "?compare=MEX~XXX": /“XXX”, which this dataset does not have/,
  "?show=globe": /a “globe”.*shows the table/,
  "?sort=size": /ordered by “size”.*ordered by quantity/,
  "?colour=red": /“colour”, which this page does not know/,
  "?period=2025-04&period=2025-08": /“period” more than once/,
  [`?view=${"x".repeat(3000)}`]: /the view “x+”/,
};

for (const [broken, said] of Object.entries(BROKEN)) {
  test(`${broken.slice(0, 40)} falls back and says so`, async () => {
    const page = await open(on.browser, on.site.address + broken);
    assert.match(await page.locator(".notices").innerText(), said);
    assert.match(await page.title(), /April 2025/);
    healthy(page);
    await close(page);
  });
}

test("a query that is no text at all breaks nothing", async () => {
  const page = await open(on.browser, `${on.site.address}?%zz=%E4%&&==&period`);
  assert.ok((await page.locator(".notices p").count()) > 0);
  healthy(page);
  await close(page);
});

test("every part of the page has its own view", async () => {
  const page = await open(on.browser, on.site.address);
  for (const name of ["trend", "products", "destinations", "registration-locations", "changes", "season", "sources"]) {
    await page.goto(`${on.site.address}?view=${name}`);
    await page.waitForSelector(`section#${name}`);
    assert.equal(await page.locator("main section").count(), 1, name);
    assert.equal(await page.locator(".notices p").count(), 0, name);
  }
  assert.equal(await page.locator(".articles li").count(), 10);
  assert.equal(await page.locator(".articles tbody tr").count(), 275);
  await page.getByRole("link", { name: /All sections/ }).click();
  await page.waitForSelector(".tiles");
  healthy(page);
  await close(page);
});

test("a column of the trend leads to its month", async () => {
  const page = await open(on.browser, on.site.address);
  const column = page.locator('#trend .drawing a[aria-label^="December 2025"]');
  assert.equal(await column.getAttribute("href"), "?period=2025-12");
  await column.click();
  await page.waitForFunction(() => document.title.startsWith("December 2025"));
  assert.equal(await query(page), "?period=2025-12");
  await close(page);
});
