// The page for everybody: screen readers, keyboards, small screens, dark rooms.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { test } from "node:test";
import { open, stage } from "./browser.mjs";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const SINKS = "?d=cn-stainless-steel-sinks";
const VIEWS = [
  "",
  "?period=2025-08",
  "?view=trend",
  "?view=trend&chart=years",
  "?view=products&period=2025-08",
  "?view=destinations&compare=MEX~PRT&as=index",
  "?view=changes",
  "?view=season",
  "?view=member&member=MEX",
  "?view=check&period=2025-08",
  "?view=sources",
  "?period=2025-06",
  SINKS,
  `${SINKS}&view=prices`,
  `${SINKS}&view=registration-locations&sort=yoy`,
];

const on = stage();

for (const [colorScheme, width] of [
  ["light", 1280],
  ["dark", 1280],
  ["light", 390],
  ["dark", 390],
]) {
  test(`axe finds no fault, ${colorScheme}, ${width} px`, async () => {
    const page = await open(on.browser, on.site.address, { colorScheme, viewport: { width, height: 900 } });
    for (const view of VIEWS) {
      await page.goto(on.site.address + view);
      await page.waitForSelector("main section");
      await page.evaluate(axe);
      const found = await page.evaluate(() =>
        globalThis.axe.run({ runOnly: ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice"] }).then((r) =>
          r.violations.map((v) => `${v.id}: ${v.nodes.slice(0, 3).map((n) => n.html.slice(0, 160)).join(" | ")}`),
        ),
      );
      assert.deepEqual(found, [], view || "default view");
    }
    await page.context().close();
  });
}

test("axe finds no fault in an explanation", async () => {
  const page = await open(on.browser, `${on.site.address}?period=2025-08`);
  await page.locator("#destinations td.share .number").first().click();
  await page.waitForSelector("#explanation");
  await page.evaluate(axe);
  const found = await page.evaluate(() => globalThis.axe.run("#explanation").then((r) => r.violations.map((v) => v.id)));
  assert.deepEqual(found, []);
  await page.context().close();
});

test("nothing is wider than the screen", async () => {
  const page = await open(on.browser, on.site.address);
  for (const view of VIEWS) {
    await page.goto(on.site.address + view);
    await page.waitForSelector("main section");
    for (const width of [320, 360, 390, 768, 861, 1024, 1440, 1600]) {
      await page.setViewportSize({ width, height: 900 });
      await page.waitForFunction(() => new Promise((r) => requestAnimationFrame(() => requestAnimationFrame(() => r(true)))));
      const over = await page.evaluate(() => {
        const scrolls = document.documentElement.scrollWidth - innerWidth;
        const cells = [...document.querySelectorAll("td, th")].filter((c) => c.scrollWidth > c.clientWidth + 1 && getComputedStyle(c).position !== "absolute" && !c.closest("thead"));
        return [scrolls, ...cells.map((c) => c.textContent)];
      });
      assert.deepEqual(over, [0], `${view || "default view"} at ${width} px`);
    }
  }
  await page.context().close();
});

test("the first stop of the keyboard leads past the head of the page", async () => {
  const page = await open(on.browser, on.site.address);
  await page.keyboard.press("Tab");
  assert.equal(await page.evaluate(() => document.activeElement.textContent), "Skip to the figures");
  await page.keyboard.press("Enter");
  assert.equal(await page.evaluate(() => document.activeElement.id), "content");
  await page.context().close();
});
