// What a number says of itself.

import assert from "node:assert/strict";
import { test } from "node:test";
import { healthy, open, row, stage } from "./browser.mjs";

let page;
const on = stage(async ({ browser, site }) => {
  page = await open(browser, site.address);
});

const box = () => page.locator("#explanation");
const text = async () => (await box().innerText()).replaceAll("\u00a0", " ");

test("pointing at a reported number shows its interval, its reported form and its article", async () => {
  await row(page, "destinations", "Mexico").locator("td.quantity .number").hover();
  const said = await text();
  assert.match(said, /Mexico, quantity/);
  assert.match(said, /between 2,628\.737\d? and 2,628\.7\d+ t/);
  assert.match(said, /Reported as “2,628\.738 mt”, to 0\.001 t, rounded or truncated/);
  assert.match(said, /SMM, 30 May 2025/);
  assert.match(await box().locator("a").first().getAttribute("href"), /^https:\/\//);
  await page.mouse.move(2, 2);
  await box().waitFor({ state: "detached" });
});

test("what a closing menu uncovers was not pointed at: nothing lies over what came of it", async () => {
  const other = await open(page.context().browser(), `${on.site.address}?d=cn-stainless-steel-sinks&view=season`, {
    viewport: { width: 1280, height: 700 },
    wait: "#season .drawing",
  });
  await other.locator("#season .download summary").first().click();
  // Its menu lies over the chart, upward from its button.
  await other.locator("#season .download[open] button").first().click();
  await other.locator("#season .downloaded:not(:empty)").waitFor();
  await other.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  assert.equal(await other.locator("#explanation").count(), 0);
  // Who moves on points.
  await other.locator('#season .target[aria-label^="March 2023"]').hover();
  await other.locator("#explanation").waitFor();
  healthy(other);
  await other.context().close();
});

test("a computed number says how it was computed and from which articles", async () => {
  await row(page, "destinations", "Mexico").locator("td.previous .number").focus();
  const said = await text();
  assert.match(said, /Derived from reported figures/);
  assert.match(said, /2,628\.738 t a month later, less the change of \+326\.75 t/);
  assert.equal(await page.evaluate(() => document.activeElement.getAttribute("aria-describedby")), "explanation");
  await page.keyboard.press("Escape");
  await box().waitFor({ state: "detached" });
});

test("the first view fills a gap with a range and says what all reported figures imply", async () => {
  const november = page.locator('#trend .target[aria-label^="November 2024:"]');
  assert.match(await november.getAttribute("aria-label"), /^November 2024: [\d,]+–[\d,]+\s*t, derived$/);
  assert.equal(await november.locator(".c-derived").count(), 1);
  await page.locator(".tile .big .number").first().hover();
  assert.match(await text(), /All reported figures together imply 21,35[89]–21,(399|400) t/);
  await page.mouse.move(2, 2);
  await box().waitFor({ state: "detached" });
  const loaded = await page.evaluate(() => performance.getEntriesByType("resource").map((r) => r.name));
  assert.ok(!loaded.some((name) => name.includes("page-records")), "the second module was not asked");
});

test("the keyboard alone reaches a number's source and comes back", async () => {
  await row(page, "destinations", "Iraq").locator("td.quantity .number").focus();
  await page.keyboard.press("Enter");
  assert.equal(await box().getAttribute("role"), "dialog");
  await page.waitForFunction(() => document.activeElement.closest("#explanation"));
  await page.keyboard.press("Tab");
  assert.equal(await page.evaluate(() => document.activeElement.tagName), "A");
  await page.keyboard.press("Escape");
  await box().waitFor({ state: "detached" });
  assert.equal(await page.evaluate(() => document.activeElement.textContent), "1,353");
});

test("a pressed number stays explained until it is closed", async () => {
  await row(page, "registration-locations", "Henan").locator("td.share .number").click();
  await page.mouse.move(2, 2);
  await page.evaluate(() => scrollBy(0, 20));
  assert.ok(await box().isVisible());
  await box().locator(".close").click();
  // The pointer may now be over another number, which then tells of itself.
  await page.locator("#explanation.pinned").waitFor({ state: "detached" });
  healthy(page);
});

test("a contradiction is marked and told", async () => {
  const august = await open(on.browser, `${on.site.address}?period=2025-08`);
  const share = row(august, "destinations", "Australia").locator("td.share .number");
  assert.match(await share.getAttribute("class"), /contradicted/);
  await share.click();
  const said = (await august.locator("#explanation").innerText()).replaceAll("\u00a0", " ");
  assert.match(said, /8\.4%/);
  assert.match(said, /Set aside\s+Reported as “18%”, but all other figures leave 8\.394–8\.407%: set aside\. Why/);
  // The link leads to its card.
  await august.locator("#explanation a.more").click();
  await august.waitForSelector(".pointed-out");
  assert.match(august.url(), /view=check&claim=smm-103557449\.18$/);
  assert.match(await august.locator(".pointed-out").innerText(), /Australia, August 2025: share of the total “18%”/);
  await august.context().close();
});

test("what is missing says why", async () => {
  const june = await open(on.browser, `${on.site.address}?period=2025-06`);
  await june.locator(".tiles .missing").first().focus();
  assert.match(await june.locator("#explanation").innerText(), /Not published: no article reports it/);
  await june.context().close();
});
