// Where partners and provinces are, and how the members of a table went.

import assert from "node:assert/strict";
import { test } from "node:test";
import { datum, healthy, open, row, stage } from "./browser.mjs";

const st = stage();

const SINKS = "?d=cn-stainless-steel-sinks&period=2026-06";
// A month with a figure of ten destinations.
const MARCH = "?period=2025-03&view=destinations";
const LAND = "land.txt";

const at = (query, options) => open(st.browser, `${st.site.address}${query}`, options);
const close = (page) => page.context().close();
/** The marks of members on a map, which is the first chart of its section. */
const marks = (page, section) => page.locator(`#${section} .drawing`).first().locator(".target");
const of = (page, section, name) => page.locator(`#${section} .drawing .target[aria-label^="${name}: "]`);
/** The outlines of the land. */
const outlines = (page) => page.locator("#destinations .drawing .c-land").getAttribute("d");
const height = (page) => page.locator("#destinations .drawing:has(.c-land)").evaluate((map) => map.getBoundingClientRect().height);

test("destinations are on a map, with their figures", async () => {
  const page = await at(MARCH, { wait: "#destinations table" });
  const mexico = await datum(row(page, "destinations", "Mexico").locator("td.quantity"));
  await page.getByRole("link", { name: "Map", exact: true }).click();
  await of(page, "destinations", "Mexico").waitFor();
  assert.equal(await page.evaluate(() => location.search), `${MARCH}&show=map`);
  assert.match(await of(page, "destinations", "Mexico").getAttribute("aria-label"), new RegExp(`^Mexico: ${mexico.text}\\st, derived; Share `));
  await page.waitForFunction(() => document.querySelector("#destinations .c-land").getAttribute("d").length > 1000);
  assert.equal(await page.locator("#destinations .map-note").innerText(), "");
  assert.ok(st.site.asked.includes(LAND));
  // A bubble leads to all about its member, and the way back to the map.
  await of(page, "destinations", "Mexico").focus();
  await page.keyboard.press("Enter");
  await page.locator("#member").waitFor();
  assert.match(await page.evaluate(() => location.search), /view=member&member=MEX$/);
  await page.goBack();
  await of(page, "destinations", "Mexico").waitFor();
  await page.getByRole("link", { name: "Table", exact: true }).click();
  await page.locator("#destinations table").waitFor();
  assert.equal(await page.evaluate(() => location.search), MARCH);
  healthy(page);
  await close(page);
});

test("records' partners have a place by their codes of customs", async () => {
  const page = await at(`${SINKS}&view=destinations&show=map`, { wait: "#destinations .drawing" });
  assert.ok((await marks(page, "destinations").count()) > 150);
  const states = await of(page, "destinations", "United States").boundingBox();
  const japan = await of(page, "destinations", "Japan").boundingBox();
  assert.ok(states.x < japan.x, "America is west of Asia");
  assert.equal(await page.getByText("no place on the map").count(), 0);
  healthy(page);
  await close(page);
});

test("without the land the bubbles remain, and it can be tried again", async () => {
  st.site.faults.set(LAND, { status: 503 });
  const page = await at(`${MARCH}&show=map`, { wait: "#destinations .drawing" });
  const again = page.locator("#destinations").getByRole("button", { name: "Try again" });
  await again.waitFor();
  assert.match(await page.locator("#destinations .map-note").innerText(), /land\.txt: .*503.*without the land/);
  assert.equal(await outlines(page), "");
  assert.ok(await of(page, "destinations", "Mexico").isVisible());
  const before = await height(page);
  st.site.faults.set(LAND, { body: "<!doctype html>", type: "text/html" });
  await again.click();
  await page.getByText("Page and data are of different versions").waitFor();
  st.site.faults.delete(LAND);
  await again.click();
  await page.waitForFunction(() => document.querySelector("#destinations .c-land").getAttribute("d").length > 1000);
  assert.equal(await again.count(), 0);
  assert.equal(await height(page), before, "nothing moves");
  await close(page);
});

test("a map of too few is a table, and says why", async () => {
  const page = await at("?period=2025-04&view=destinations&show=map", { wait: "#destinations table" });
  assert.equal(await page.locator("#destinations tbody tr:has(input.choose)").count(), 3);
  assert.match(await page.locator("#destinations").innerText(), /Fewer than four have a figure and a place/);
  assert.equal(await page.locator("#destinations .c-land").count(), 0);
  healthy(page);
  await close(page);
});

test("provinces are tiles", async () => {
  const page = await at(`${SINKS}&view=registration-locations`, { wait: "#registration-locations table" });
  const jiangsu = await datum(row(page, "registration-locations", "Jiangsu").locator("td.quantity"));
  await page.getByRole("link", { name: "Map", exact: true }).click();
  const tile = of(page, "registration-locations", "Jiangsu");
  await tile.waitFor();
  assert.match(await tile.getAttribute("aria-label"), new RegExp(`^Jiangsu: ${jiangsu.text}\\st; Share `));
  assert.equal(await tile.textContent(), `Jiangsu${Math.round(jiangsu.value)}`, "too small for digits after the point");
  assert.equal(await marks(page, "registration-locations").count(), 31);
  healthy(page);
  await close(page);
});

test("parts of the whole are a treemap, whose tiles lead to profiles", async () => {
  const page = await at(`${SINKS}&view=destinations`, { wait: "#destinations table" });
  await page.getByRole("link", { name: "Treemap", exact: true }).click();
  const thailand = of(page, "destinations", "Thailand");
  await thailand.waitFor();
  assert.match(await page.evaluate(() => location.search), /view=destinations&show=treemap$/);
  assert.match(await thailand.textContent(), /Thailand5\.9%/);
  await thailand.focus();
  await page.keyboard.press("Enter");
  await page.locator("#member h2", { hasText: "Thailand" }).waitFor();
  // Three that articles list are no treemap.
  await page.goto(`${st.site.address}?period=2025-04&view=destinations&show=treemap`);
  await page.getByText("Fewer than four have a figure: no treemap").waitFor();
  assert.equal(await page.locator("#destinations tbody tr:has(input.choose)").count(), 3);
  healthy(page);
  await close(page);
});

test("products have no map", async () => {
  const page = await at(`${SINKS}&view=products&show=map`, { wait: "#products table" });
  assert.equal(await page.getByRole("group", { name: "Show as" }).count(), 0);
  healthy(page);
  await close(page);
});

test("wide tables have a small line for each member, which only eyes need", async () => {
  const page = await at(`${SINKS}&view=destinations`, { wait: "#destinations table" });
  assert.equal(await page.locator("#destinations th.spark").innerText(), "24 months");
  const lines = page.locator("#destinations tbody .spark svg[aria-hidden=true]");
  assert.equal(await lines.count(), 25, "one for each of those that are shown at first");
  assert.equal(await page.locator("#destinations tfoot .spark svg").count(), 1);
  assert.equal(await page.locator("#destinations .spark .target").count(), 0);
  await page.setViewportSize({ width: 390, height: 844 });
  assert.equal(await lines.first().isVisible(), false);
  healthy(page);
  await close(page);
});

test("short tables have none", async () => {
  const page = await at(SINKS, { wait: "#destinations table" });
  assert.equal(await page.locator(".spark").count(), 0);
  await close(page);
});
