// How long the page takes to work out what the printed figures of the default dataset imply, in fresh
// pages: the first time, when the browser has only just compiled the code, and then the median of many.
// `./dev bench-implied` builds what this needs.
//
//     node benches/implied.mjs [DATASET.json]

import { copyFileSync } from "node:fs";
import { chromium } from "playwright-core";
import { serve } from "./server.mjs";

const OUTPUT = "target/bench";
const PAGES = 7;
const CALLS = 30;

const dataset = process.argv[2] ?? "public/data/cn-aluminium-wire-cable.json";
copyFileSync(dataset, `${OUTPUT}/published.json`);

const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];

/** In the page: times in milliseconds. */
const measure = async ({ calls }) => {
  // What the browser does to open a page is not what is measured.
  await new Promise((resolve) => setTimeout(resolve, 1000));
  const { default: init, read_published, imply, test_claims } = await import("/implied/implied.js");
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
  const again = Array.from({ length: calls }, () => timed(imply).ms);
  const [first, second] = again;
  return { parse: parse.ms, claims: read.found, read: read.ms, first, second, again, contradictions: timed(imply).found, check: timed(test_claims).ms };
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
  runs.push(await page.evaluate(measure, { calls: CALLS }));
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
line("what it implies, the first time", of((r) => r.first));
line("what it implies, the second time", of((r) => r.second));
line("what it implies, once the browser has optimised it", of((r) => median(r.again.slice(5))));
line("a verdict on every claim", of((r) => r.check));
