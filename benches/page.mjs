// How long a reader waits for the page: two built sites in turns, in one Chromium, with fresh contexts.
// `./dev bench-page` builds what this needs.
//
//     node benches/page.mjs [--before FOLDER] [--after FOLDER] [--reps N]
//
// Prints a table and writes it to target/bench/page.md. No time is aimed at here.

import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { parseArgs } from "node:util";
import { chromium } from "playwright-core";
import { checkThrottling, load } from "./page/load.mjs";
import { serve } from "./page/site.mjs";
import { report } from "./page/table.mjs";

/** All that is known here of the page's markup. Where a list has several, the first that is there counts. */
const SELECTORS = {
  figures: [".tiles data", "main data"],
  // What is there once the page answers, and not before.
  live: ":root:not(:has(#boot)) .months select:enabled option:nth-child(2)",
  months: ".months select",
  // Another month or another choice changes this; another section changes all.
  headline: [".tiles", "main"],
  content: "main",
  // The last of them: records have a link to another view before it.
  section: "#destinations a.more:last-of-type",
  member: "#destinations a.member",
  chosen: ".choices",
};

const VIEWS = [
  { name: "default", address: () => "./" },
  { name: "records", kind: "records", address: (id) => `./?d=${encodeURIComponent(id)}` },
];

const CONDITIONS = [
  { name: "unthrottled" },
  // A phone on a slow connection, as browsers' own tools have it.
  { name: "throttled", down: 200_000, up: 93_750, latency: 150, cpu: 4 },
];

const OUTPUT = "target/bench";
/** So long the browser may still be at work on a page that was closed. */
const SETTLING_MS = 1000;

const { values: options } = parseArgs({
  options: { before: { type: "string" }, after: { type: "string", default: "dist" }, reps: { type: "string", default: "5" } },
});
const reps = Number(options.reps);
if (!Number.isInteger(reps) || reps < 1) {
  console.error("--reps takes a whole number.");
  process.exit(2);
}

/** A folder as a site, with the address of every view that it has. */
const open = async (name, folder) => {
  const { datasets } = JSON.parse(readFileSync(join(folder, "data/index.json"), "utf8"));
  const { origin, close } = await serve(folder);
  const address = (view) => {
    const dataset = datasets.find(({ kind }) => kind === view.kind);
    return view.kind && !dataset ? undefined : new URL(view.address(dataset?.id), origin).href;
  };
  return { name, origin, close, address };
};

const folders = Object.entries({ before: options.before, after: options.after }).filter(([, folder]) => folder);
const sites = await Promise.all(folders.map(([name, folder]) => open(name, folder)));
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-background-networking", "--disable-dev-shm-usage"],
});
const cases = VIEWS.flatMap((view) => CONDITIONS.map((condition) => ({ view, condition, before: [], after: [] })));

const measure = async (site, { view, condition, [site.name]: loads }) => {
  const address = site.address(view);
  if (address === undefined) return;
  const measured = await load(browser, address, condition, SELECTORS).catch((error) => {
    throw new Error(`${site.name}, ${view.name}, ${condition.name}: ${error.message}`);
  });
  loads.push(measured);
  await pause(SETTLING_MS);
};

try {
  for (const slow of CONDITIONS.filter(({ latency }) => latency)) await checkThrottling(browser, sites[0].origin, slow);
  // The first page of a browser starts more than itself.
  for (const site of sites) await load(browser, site.address(VIEWS[0]), CONDITIONS[0], SELECTORS);
  for (let rep = 0; rep < reps; rep++) {
    console.error(`round ${rep + 1} of ${reps} …`);
    // Who comes first changes, so that what the machine does meanwhile meets both.
    const turns = rep % 2 === 0 ? sites : sites.toReversed();
    for (const each of cases) for (const site of turns) await measure(site, each);
  }
} finally {
  await browser.close();
  for (const site of sites) await site.close();
}

const machine = `${cpus().length} cores, Chromium ${browser.version()}, ${new Date().toISOString().slice(0, 10)}`;
const without = sites.flatMap((site) =>
  VIEWS.filter((view) => !site.address(view)).map((view) => `The site "${site.name}" has no dataset for the view "${view.name}".`),
);
const text = report({ machine, reps, cases, without });
mkdirSync(OUTPUT, { recursive: true });
writeFileSync(join(OUTPUT, "page.md"), text);
console.log(text);
