// One Chromium for a file of tests, and pages that note what goes wrong in them.

import assert from "node:assert/strict";
import { chromium } from "playwright-core";

export const launch = () =>
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
