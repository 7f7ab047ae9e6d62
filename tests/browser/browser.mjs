// One Chromium for a file of tests, and pages that note what goes wrong in them.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before } from "node:test";
import { inflateRawSync } from "node:zlib";
import { chromium } from "playwright-core";
import { FIXTURES, MANIFEST, serve } from "./site.mjs";

/** A browser and a site for all tests of a file, there before the first and gone after the last.
 *  `then` prepares more; a second hook of the file's own would not wait for this one. */
export const stage = (then) => {
  const stage = {};
  before(async () => {
    [stage.browser, stage.site] = await Promise.all([launch(), serve()]);
    await then?.(stage);
  });
  after(async () => {
    await stage.browser?.close();
    await stage.site?.close();
  });
  return stage;
};

const launch = () =>
  chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-background-networking", "--disable-dev-shm-usage"],
  });

/** A page of its own context. `page.faults` collects errors of the console and of scripts. */
export const open = async (browser, address, options = {}) => {
  const { wait = ".tiles", until = "load", init, ...context } = options;
  // Nothing moves while it is looked at, but where a test asks for that.
  const own = await browser.newContext({ viewport: { width: 1280, height: 900 }, reducedMotion: "reduce", ...context });
  const page = await own.newPage();
  page.faults = [];
  page.origins = new Set();
  page.on("console", (message) => message.type() === "error" && page.faults.push(message.text()));
  page.on("pageerror", (error) => page.faults.push(error.message));
  page.on("request", (request) => page.origins.add(new URL(request.url()).origin));
  if (init) await page.addInitScript(init);
  await page.goto(address, { waitUntil: until });
  // The page that the site opens with stands there until the live one has figures.
  const boots = wait?.startsWith("#boot") || context.javaScriptEnabled === false;
  if (wait && !boots) await page.waitForFunction(() => document.querySelector("html.other-view") || !document.getElementById("static"));
  if (wait) await page.waitForSelector(wait);
  return page;
};

/** A dataset of records that a program made up, three rows, as somebody's file has them. */
export const MADE_UP = JSON.stringify({
  format: "tonnage/records", version: "1.0", id: "made-up", title: { en: "Made up" }, commodity: { en: "wire" },
  reporter: { name: { en: "China" } }, flow: "export", synthetic: true, sources: ["Made by a test."],
  months: ["2025-03", "2025-04"],
  products: [{ code: "76141000", name: { en: "Steel-core stranded wire" } }, { code: "76149000", name: { en: "Other wire" } }],
  destinations: [{ code: "MEX", name: { en: "Mexico" } }],
  columns: { month: [0, 1, 1], product: [0, 0, 1], destination: [0, 0, 0], quantity_kg: [9000, 7000, 1000], value_usd: [9, 8, 1] },
});

/** Adds MADE_UP to a site's datasets, until `site.faults` is cleared. */
export const serveMadeUp = (site) => {
  const manifest = JSON.parse(readFileSync(`${FIXTURES}/${MANIFEST}`, "utf8"));
  manifest.datasets.push({
    id: "made-up", file: "made-up.json", bytes: MADE_UP.length, sha256: "0".repeat(64), kind: "records",
    title: { en: "Made up" }, first: "2025-03", last: "2025-04", default_period: "2025-04",
  });
  site.faults.set(MANIFEST, { body: JSON.stringify(manifest) });
  site.faults.set("data/made-up.json", { body: MADE_UP });
};

export const healthy = (page) => assert.deepEqual(page.faults, [], "errors in the page");

/** The number in an element: its value, bounds and text. */
export const datum = (locator) =>
  locator.locator("data").evaluate((element) => ({
    value: Number(element.value),
    low: Number(element.dataset.low),
    high: element.dataset.high === undefined ? Infinity : Number(element.dataset.high),
    text: element.textContent,
  }));

/** The row of a breakdown whose head names `name`. */
export const row = (page, section, name) =>
  page.locator(`#${section} tr`).filter({ has: page.locator("th.name .label", { hasText: new RegExp(`^${name}$`) }) });

export const near = (found, expected, tolerance, what) =>
  assert.ok(Math.abs(found - expected) <= tolerance, `${what}: ${found}, expected ${expected}`);

// Chooses a member by its box, and then shows its rows only.
export const onlyRowsOf = async (page, section, name) => {
  await row(page, section, name).locator("input.choose").check();
  await page.locator(`#${section} .comparison`).getByRole("link", { name: "Show only these rows" }).click();
};

/** The files of a zip archive, by its list of them. */
export function unzip(bytes) {
  const files = {};
  let at = bytes.readUInt32LE(bytes.length - 6);
  for (let count = bytes.readUInt16LE(bytes.length - 12); count > 0; count -= 1) {
    assert.equal(bytes.readUInt32LE(at), 0x02014b50);
    const [packed, name, extra, remark] = [bytes.readUInt32LE(at + 20), ...[28, 30, 32].map((place) => bytes.readUInt16LE(at + place))];
    const start = bytes.readUInt32LE(at + 42);
    const content = start + 30 + bytes.readUInt16LE(start + 26) + bytes.readUInt16LE(start + 28);
    const stored = bytes.subarray(content, content + packed);
    const isPacked = bytes.readUInt16LE(at + 10) === 8;
    files[bytes.toString("utf8", at + 46, at + 46 + name)] = (isPacked ? inflateRawSync(stored) : stored).toString("utf8");
    at += 46 + name + extra + remark;
  }
  return files;
}
