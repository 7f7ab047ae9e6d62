// The page against the page before: two built sites in one browser, by turns. `./dev bench-page` builds both.
//
//     node benches/page.mjs --before FOLDER --after FOLDER [--reps 5]

import { mkdirSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { parseArgs } from "node:util";
import { chromium } from "playwright-core";
import { CONDITIONS } from "./page/conditions.mjs";
import { firstRecords, serveSite } from "./page/site.mjs";
import { pageReport } from "./page/table.mjs";
import { visit } from "./page/visit.mjs";

const OUTPUT = "target/bench";

/** So long the browser may still be at work on a page that was closed. */
const SETTLING_MS = 500;

const { values: options } = parseArgs({
  options: { before: { type: "string" }, after: { type: "string" }, reps: { type: "string", default: "5" } },
});
const reps = Number(options.reps);
if (!options.before || !options.after || !Number.isInteger(reps) || reps < 1) {
  console.error("--before and --after name the folders of two built sites, --reps takes a whole number.");
  process.exit(2);
}

/** A site and its views, each with a file that it cannot be shown without. */
const open = async (name, folder) => {
  const { address, sent, close } = await serveSite(folder);
  const views = { default: { address, file: "/data/index.json" } };
  const records = firstRecords(folder);
  if (records) views.records = { address: `${address}?d=${encodeURIComponent(records.id)}`, file: `/data/${(records.sums ?? records).file}` };
  return { name, views, sent, close };
};

const sites = [await open("before", options.before), await open("after", options.after)];
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-background-networking", "--disable-dev-shm-usage"],
});

// The first page of a browser waits for the browser.
for (const site of sites) await visit(browser, site, site.views.default, CONDITIONS[0]);

const samples = [];
for (let rep = 0; rep < reps; rep++) {
  console.error(`Round ${rep + 1} of ${reps} …`);
  for (const condition of CONDITIONS) {
    for (const view of ["default", "records"]) {
      // Who comes first in a round comes second in the next.
      for (const site of rep % 2 === 0 ? sites : [...sites].reverse()) {
        if (!site.views[view]) continue;
        const found = await visit(browser, site, site.views[view], condition);
        samples.push({ site: site.name, view, condition: condition.name, ...found });
        await pause(SETTLING_MS);
      }
    }
  }
}

const machine = { cores: cpus().length, chromium: browser.version(), date: new Date().toISOString().slice(0, 10) };
await browser.close();
for (const { close } of sites) await close();

const report = pageReport({ machine, reps, samples });
mkdirSync(OUTPUT, { recursive: true });
writeFileSync(join(OUTPUT, "page.md"), report);
console.log(report);
