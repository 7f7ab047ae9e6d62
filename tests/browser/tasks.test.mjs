// What readers come for, each once with the pointer and once with the keyboard alone.
import assert from "node:assert/strict";
import { test } from "node:test";
import { healthy, open, row, stage } from "./browser.mjs";

const on = stage();
const SINKS = "?d=cn-stainless-steel-sinks&period=2026-06";
const plain = (text) => text.replaceAll("\u00a0", " ").replaceAll(/\s+/g, " ").trim();

const isFocused = (locator) => locator.evaluate((element) => element === document.activeElement);

/** Goes to an element by the keyboard: the Tab key from part to part, within a chart or a table by arrows. */
const reach = async (page, locator) => {
  await locator.waitFor();
  const group = locator.locator("xpath=ancestor-or-self::*[self::table or contains(concat(' ', @class, ' '), ' drawing ')][1]");
  const isInGroup = (await group.count()) > 0;
  const arrived = () => group.evaluate((element) => element.contains(document.activeElement));
  let tabs = 0;
  while (!(await isFocused(locator)) && !(isInGroup && (await arrived()))) {
    assert.ok(tabs++ < 150, "the Tab key leads there");
    await page.keyboard.press("Tab");
  }
  const isTable = isInGroup && (await group.evaluate((element) => element.tagName === "TABLE"));
  const rowsAway = () =>
    locator.evaluate((element) => {
      const rows = [...element.closest("table").rows];
      return rows.indexOf(element.closest("tr")) - rows.indexOf(document.activeElement.closest("tr"));
    });
  for (let away; isTable && (away = await rowsAway()) !== 0; ) {
    await page.keyboard.press(away > 0 ? "ArrowDown" : "ArrowUp");
    assert.ok(Math.abs(await rowsAway()) < Math.abs(away), "arrows go from row to row");
  }
  if (isInGroup && !(await isFocused(locator))) await page.keyboard.press("Home");
  for (let steps = 0; !(await isFocused(locator)); steps++) {
    assert.ok(steps < 80, "arrows go from mark to mark");
    await page.keyboard.press("ArrowRight");
  }
};

const byPointer = {
  name: "with the pointer",
  follow: (page, locator) => locator.click(),
  tick: (page, locator) => locator.check(),
  ask: (page, locator) => locator.hover(),
};
const byKeyboard = {
  name: "with the keyboard",
  follow: async (page, locator) => {
    await reach(page, locator);
    await page.keyboard.press("Enter");
  },
  tick: async (page, locator) => {
    await reach(page, locator);
    await page.keyboard.press("Space");
  },
  ask: reach,
};

/** A task done in both ways, each from the start. */
const task = (name, address, work) => {
  for (const way of [byPointer, byKeyboard]) {
    test(`${name}, ${way.name}`, async () => {
      const page = await open(on.browser, on.site.address + address, { wait: "main section" });
      await work(page, way);
      healthy(page);
      await page.context().close();
    });
  }
};

/** What the box says of a number or a mark. */
const told = async (page, way, locator) => {
  await way.ask(page, locator);
  const box = page.locator("#explanation");
  await box.waitFor();
  return plain(await box.innerText());
};

task("the three largest destinations, with their changes on the month and the year", SINKS, async (page, way) => {
  await way.follow(page, page.getByRole("link", { name: "More on destinations" }));
  await page.locator("#destinations .sort").first().waitFor();
  for (const [name, onMonth, onYear] of [
    ["United States", "−8.7", "−3.2"],
    ["Thailand", "+10.7", "+27.4"],
    ["Malaysia", "+10.8", "+9.7"],
  ]) {
    const changes = await row(page, "destinations", name).locator("td.change").allInnerTexts();
    assert.ok(changes.map(plain).includes(onMonth) && changes.map(plain).includes(onYear), `${name}: ${changes}`);
  }
  const onYear = row(page, "destinations", "Thailand").locator("td.change button").last();
  assert.match(await told(page, way, onYear), /Thailand/);
});

task("Mexico and Portugal over time", "", async (page, way) => {
  await way.tick(page, row(page, "destinations", "Mexico").locator(".choose"));
  await page.locator(".comparison h3", { hasText: "Mexico over time" }).waitFor();
  await way.tick(page, row(page, "destinations", "Portugal").locator(".choose"));
  await page.locator(".comparison h3", { hasText: "Mexico and Portugal over time" }).waitFor();
  const april = page.locator('.comparison .target[aria-label^="April 2025"]');
  assert.match(await told(page, way, april), /Mexico 2,629 t.*Portugal 1,619 t/);
});

task("the month with the highest known total", "", async (page, way) => {
  const finding = page.locator("#trend .finding");
  assert.match(plain(await finding.innerText()), /^Highest of the 23 known months: November 2025, 33,232–33,390 t/);
  await way.follow(page, finding.getByRole("link"));
  await page.waitForFunction(() => document.title.startsWith("November 2025"));
});

task("what drove the fall", "", async (page, way) => {
  const changes = page.locator("#changes");
  assert.match(plain(await changes.locator(".finding").first().innerText()), /^The fall is mainly that of all others together: −2,591 to −2,564 t/);
  const rest = changes.locator(".drawing").first().locator('.target[aria-label^="All others"]');
  assert.match(await told(page, way, rest), /−2,591 to −2,564 t/);
});

task("one destination's provinces", SINKS, async (page, way) => {
  await way.tick(page, row(page, "destinations", "Thailand").locator(".choose"));
  const comparison = page.locator("#destinations .comparison");
  await way.follow(page, comparison.getByRole("link", { name: "Show only these rows" }));
  await page.waitForFunction(() => /destination=/.test(location.search));
  const first = page.locator("#registration-locations tbody tr").first();
  await first.waitFor();
  await page.waitForFunction(() => /to Thailand|Thailand/.test(document.querySelector("h1").textContent + document.title));
  const guangdong = row(page, "registration-locations", "Guangdong").locator("td.quantity button");
  assert.match(await told(page, way, guangdong), /Guangdong/);
});

task("unit values against a year ago", SINKS, async (page, way) => {
  const finding = page.locator("#prices .finding");
  assert.match(plain(await finding.innerText()), /^June 2026: US\$5,602\/t; June 2025: US\$6,419\/t; change −12\.7%/);
  assert.match(await told(page, way, finding.locator("button").first()), /Unit value/i);
});

task("the contradictions of August 2025, and a link to one", "?view=check", async (page, way) => {
  const months = page.locator("select[name=month]");
  if (way === byPointer) await months.selectOption({ label: "August 2025" });
  else {
    await reach(page, months);
    await page.keyboard.type("August 2025");
    await page.keyboard.press("Enter");
  }
  await page.waitForFunction(() => /month=2025-08/.test(location.search));
  const cards = page.locator("#check ol li");
  const australia = cards.filter({ hasText: "Australia, August 2025: share of the total" });
  await australia.waitFor();
  assert.equal(await cards.filter({ hasText: "Total, March 2025" }).count(), 0, "of no other month");
  await way.follow(page, australia.getByRole("link", { name: "Link", exact: true }));
  await page.waitForFunction(() => /claim=/.test(location.search));
  const again = await open(on.browser, page.url(), { wait: "#check .pointed-out" });
  assert.match(await again.locator("#check .pointed-out").innerText(), /^Australia, August 2025: share of the total/);
  assert.equal(await again.locator("#check .pointed-out").count(), 1);
  healthy(again);
  await again.context().close();
});
