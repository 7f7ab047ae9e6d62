// One load of a page in a fresh context, and what a reader does in it then.

import { probe } from "./probe.js";
import { median } from "./table.mjs";

const MONTHS = 8;
/** More than a slow page takes; a page that never answers is an error. */
const PATIENCE_MS = 90_000;

/** `work` in a page that has an empty cache and lives under `condition`. */
const inFreshPage = async (browser, condition, work) => {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  try {
    const page = await context.newPage();
    page.setDefaultTimeout(PATIENCE_MS);
    const devtools = await context.newCDPSession(page);
    const { down: downloadThroughput, up: uploadThroughput, latency, cpu } = condition;
    if (latency !== undefined) {
      await devtools.send("Network.enable");
      await devtools.send("Network.emulateNetworkConditions", { offline: false, latency, downloadThroughput, uploadThroughput });
      // Of a page only: Chromium slows no worker's work.
      await devtools.send("Emulation.setCPUThrottlingRate", { rate: cpu });
    }
    return await work(page);
  } finally {
    await context.close();
  }
};

/** That the limits hold for the requests of workers, too, or records would look quicker than they are.
 *  Chromium applies a page's limits to its workers, and takes none for a worker alone. */
export const checkThrottling = async (browser, origin, condition) => {
  const fetching = async (address) => {
    const code = "onmessage = async ({ data }) => { await (await fetch(data)).text(); postMessage(0); };";
    const worker = new Worker(URL.createObjectURL(new Blob([code])));
    const start = performance.now();
    await new Promise((done) => {
      worker.onmessage = done;
      worker.postMessage(address);
    });
    return performance.now() - start;
  };
  const ms = await inFreshPage(browser, condition, async (page) => {
    await page.goto(`${origin}/.nothing`);
    return page.evaluate(fetching, `${origin}/data/index.json`);
  });
  if (ms < condition.latency) throw new Error(`A worker got its file in ${ms.toFixed()} ms: its requests are not slowed.`);
};

/** Bytes as sent, with headers, of what had come when the page answered: page and workers. */
const transferred = async (requests, end) => {
  const early = requests.filter((request) => request.timing().startTime + request.timing().responseEnd <= end);
  const sizes = await Promise.all(early.map((request) => request.sizes()));
  return sizes.reduce((sum, { responseHeadersSize, responseBodySize }) => sum + responseHeadersSize + responseBodySize, 0);
};

/** Every measure of one load, by name; `undefined` where the page has no such thing. */
export const load = (browser, address, condition, selectors) =>
  inFreshPage(browser, condition, async (page) => {
    const requests = [];
    page.on("requestfinished", (request) => requests.push(request));
    await page.addInitScript(probe, selectors);
    await page.goto(address, { waitUntil: "commit" });
    await page.waitForFunction(() => tonnageProbe.isSettled());
    const { origin, ...loaded } = await page.evaluate(() => tonnageProbe.loaded());
    const bytes = await transferred(requests, origin + loaded.interactive);
    const months = await page.evaluate((count) => tonnageProbe.months(count), MONTHS);
    const section = await page.evaluate(() => tonnageProbe.section());
    const choice = await page.evaluate(() => tonnageProbe.choice());
    const month = (part) => median(months.map((each) => each[part]));
    return {
      ...loaded,
      bytes,
      monthScript: month("script"),
      monthLayout: month("layout"),
      monthPainted: month("painted"),
      section: section?.there.painted,
      back: section?.back.painted,
      choice: choice?.painted,
    };
  });
