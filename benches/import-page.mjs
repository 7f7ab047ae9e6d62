// What the page needs to take in a reader's file: seconds until its figures are there, the longest task on the page's
// own thread meanwhile, and the memory of the browser's process for the page.
//
//     node benches/import-page.mjs [FILE.csv or .xlsx]      the site in dist/ (or in $DIST)

import { statSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { chromium } from "playwright-core";
import { serve } from "../tests/browser/site.mjs";
import { write } from "./customs-file.mjs";

const ROWS = 1_000_000;
/** Milliseconds between two looks at the memory. */
const PAUSE = 20;
/** A browser may take as long. */
const LIMIT = 120_000;

let path = process.argv[2];
if (!path) {
  path = "target/bench/customs.csv";
  write(path, ROWS);
}
const bytes = statSync(path).size;

const site = await serve();
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-background-networking", "--disable-dev-shm-usage", "--enable-precise-memory-info"],
});
const page = await browser.newPage({ viewport: { width: 1280, height: 900 }, reducedMotion: "reduce" });
await page.addInitScript(() => {
  globalThis.tasks = [];
  new PerformanceObserver((list) => globalThis.tasks.push(...list.getEntries().map((task) => [task.startTime, task.duration]))).observe({ entryTypes: ["longtask"] });
});
await page.goto(site.address);
await page.waitForSelector("html[data-live]");
await page.waitForSelector(".tiles");
await page.waitForTimeout(1500);

/** The largest of the processes that draw pages: ours. */
const session = await browser.newBrowserCDPSession();
const renderers = (await session.send("SystemInfo.getProcessInfo")).processInfo.filter(({ type }) => type === "renderer");

/** Megabytes of a process that no other one shares. */
const memory = async () => {
  const sizes = renderers.map(async ({ id }) => {
    const status = await readFile(`/proc/${id}/status`, "utf8").catch(() => "");
    const of = (name) => Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1] ?? 0) / 1000;
    return of("RssAnon") + of("RssShmem");
  });
  return Math.max(...(await Promise.all(sizes)));
};
const before = await memory();
let [most, isOver] = [before, false];
const watch = (async () => {
  while (!isOver) {
    most = Math.max(most, await memory());
    await new Promise((wait) => setTimeout(wait, PAUSE));
  }
})();

await page.evaluate(() => {
  globalThis.tasks.length = 0;
});
const start = performance.now();
await page.setInputFiles(".own-file input", path);
// Customs files do not say their flow: that is asked, and the answer is no part of the time.
const asked = page.locator("#import form");
await page.waitForSelector("#import :is(form, [role=status], [role=alert])", { timeout: LIMIT });
const read = performance.now() - start;
let rest = 0;
if (await asked.count()) {
  await page.locator("#import fieldset", { hasText: "exports or imports" }).locator("label", { hasText: "Exports" }).click();
  const again = performance.now();
  await page.click("#import [type=submit]");
  await page.waitForSelector("#import :is([role=status], [role=alert])", { timeout: LIMIT });
  rest = performance.now() - again;
}
const told = await page.locator("#import").innerText();
await page.waitForTimeout(1500);
isOver = true;
await watch;
const after = await memory();
const tasks = await page.evaluate(() => globalThis.tasks);
const tell = (name, text) => console.log(`${name.padEnd(44)} ${text}`);
const megabytes = (number) => `${number.toFixed(0)} MB, ${((number * 1e6) / bytes).toFixed(2)} x the file`;
tell(path, `${(bytes / 1e6).toFixed(1)} MB`);
tell("read, and what it says", `${(read / 1000).toFixed(2)} s`);
tell("from the answer to the figures", `${(rest / 1000).toFixed(2)} s`);
tell("longest tasks on the page's thread", tasks.map(([, duration]) => duration).sort((a, b) => b - a).slice(0, 4).map((ms) => `${ms} ms`).join(", ") || "none of 50 ms");
tell("memory before", megabytes(before));
tell("memory at most", megabytes(most));
tell("memory at most, beyond before", megabytes(most - before));
tell("memory after", megabytes(after));
if (!/rows/i.test(told)) console.log(told);
await browser.close();
await site.close();
