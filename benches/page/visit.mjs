// One load of a page in a browser that has never seen it, and what a reader does there.

import { fileURLToPath } from "node:url";
import { median } from "../report.mjs";
import { applyCondition } from "./conditions.mjs";

const PROBE = fileURLToPath(new URL("probe.js", import.meta.url));
const MONTHS = 8;
const LOAD_LIMIT_MS = 120_000;

/** What `table.mjs` names, in milliseconds and bytes. A view is an address, and a file that it
 *  cannot be shown without. */
export const visit = async (browser, { sent }, { address, file }, condition) => {
  sent.clear();
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  try {
    const page = await context.newPage();
    page.on("pageerror", (error) => console.error(`${address}: ${error.message}`));
    await applyCondition(page, condition);
    await page.addInitScript({ path: PROBE });
    await page.goto(address, { waitUntil: "commit" });
    const limits = { polling: 100, timeout: LOAD_LIMIT_MS };
    await page.waitForFunction(() => probe.load.settled, undefined, limits).catch(() => {});
    const bytes = [...sent.values()].reduce((a, b) => a + b, 0);
    const load = await page.evaluate(() => probe.load);
    // What it does not have says what the page never came to.
    if (!load.settled) throw new Error(`${address} has no figure or does not answer: ${JSON.stringify(load)}`);
    checkSpeed(load, condition);
    if (!sent.has(file)) throw new Error(`${address} did not fetch ${file}.`);
    if (!load.keptFigure) console.error(`${address}: the first figure is not there any more once the page answers.`);

    const months = await page.evaluate((count) => probe.changeMonths(count), MONTHS);
    const view = await page.evaluate(() => probe.changeView());
    const choice = await page.evaluate(() => probe.chooseMembers());
    const month = (part) => median(months.map((times) => times[part]));
    return {
      ...load,
      bytes,
      monthScripting: month("scripting"),
      monthLayout: month("layout"),
      monthPainted: month("painted"),
      viewThere: view?.there,
      viewBack: view?.back,
      firstChoice: choice.first,
      choice: choice.next,
    };
  } finally {
    await context.close();
  }
};

/** Whether the browser was slowed down at all: bytes take their time. */
const checkSpeed = ({ received, settled }, { network }) => {
  const least = network ? (received / network.downloadThroughput) * 1000 : 0;
  if (settled < least) throw new Error(`${received} bytes came in ${settled} ms: this Chromium was not slowed down.`);
};
