// How long it takes until a page knows what the printed figures of the default dataset leave together: read from
// the file beside the dataset, as the page does, and worked out, as a worker does where there is no such file. In
// fresh pages, in which the browser has only just compiled the code.
// `./dev bench-implied` builds what this needs.
//
//     node benches/implied.mjs [DATASET.json]

import { copyFileSync } from "node:fs";
import { chromium } from "playwright-core";
import { serve } from "./server.mjs";

const OUTPUT = "target/bench";
const PAGES = 7;

const dataset = process.argv[2] ?? "public/data/cn-aluminium-wire-cable.json";
copyFileSync(dataset, `${OUTPUT}/published.json`);
copyFileSync(dataset.replace(/\.json$/, ".settlement.json"), `${OUTPUT}/settlement.json`);

const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];

/** In the page: times in milliseconds. */
const measure = async () => {
  // What the browser does to open a page is not what is measured.
  await new Promise((resolve) => setTimeout(resolve, 1000));
  const { default: init, read_published, read_settlement, settle } = await import("/implied/implied.js");
  await init({ module_or_path: "/implied/implied_bg.wasm" });
  const bytes = new Uint8Array(await (await fetch("/published.json")).arrayBuffer());
  const timed = (work) => {
    const start = performance.now();
    const found = work();
    return { ms: performance.now() - start, found };
  };
  const json = new TextDecoder().decode(bytes);
  const parse = timed(() => JSON.parse(json).articles.length);
  const read = timed(() => read_published(bytes));
  const file = new Uint8Array(await (await fetch("/settlement.json")).arrayBuffer());
  const kept = timed(() => read_settlement(file));
  const settled = timed(settle);
  if (kept.found !== settled.found) throw new Error(`${kept.found} contradictions in the file, ${settled.found} found`);
  return { parse: parse.ms, claims: read.found, read: read.ms, kept: kept.ms, settled: settled.ms, contradictions: settled.found };
};

const server = await serve(OUTPUT);
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-background-networking", "--disable-dev-shm-usage"],
});
const runs = [];
for (let n = 0; n < PAGES; n++) {
  const page = await browser.newPage();
  await page.goto(`${server.origin}/published.json`);
  runs.push(await page.evaluate(measure));
  await page.close();
}
await browser.close();
server.close();

const of = (pick) => median(runs.map(pick));
const ms = (number) => `${number.toFixed(1)} ms`;
const parse = of((r) => r.parse);
const line = (name, number) => console.log(`${name.padEnd(58)} ${ms(number).padStart(9)}  ${(number / parse).toFixed(1).padStart(6)} x JSON.parse`);
console.log(`${runs[0].claims} claims, ${runs[0].contradictions} contradictions; median of ${PAGES} fresh pages`);
line("JSON.parse of the dataset", parse);
line("reading it", of((r) => r.read));
line("reading what its figures leave together", of((r) => r.kept));
line("working that out, in a worker", of((r) => r.settled));
