// One Chromium for a file of tests, and pages that note what goes wrong in them.

import assert from "node:assert/strict";
import { after, before } from "node:test";
import { chromium } from "playwright-core";
import { serve } from "./site.mjs";

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
  const { wait = ".tiles", init, ...context } = options;
  const own = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...context });
  const page = await own.newPage();
  page.faults = [];
  page.origins = new Set();
  page.on("console", (message) => message.type() === "error" && page.faults.push(message.text()));
  page.on("pageerror", (error) => page.faults.push(error.message));
  page.on("request", (request) => page.origins.add(new URL(request.url()).origin));
  if (init) await page.addInitScript(init);
  await page.goto(address);
  if (wait) await page.waitForSelector(wait);
  return page;
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
