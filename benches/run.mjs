// Measures the records worker of the site in dist/ against what people use in a browser. `./dev bench` builds
// what this needs.
//
//     node benches/run.mjs [--rows 10000,100000,1000000] [--reps 20]
//
// Ends with 1 when an engine's answer is wrong, and with 0 when a target is missed: the report says so.

import { mkdirSync, statSync, writeFileSync } from "node:fs";
import { cpus, totalmem } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { chromium } from "playwright-core";
import { ENGINES, bundle } from "./bundle.mjs";
import { writeDataset } from "./dataset.mjs";
import { generate } from "./generator.mjs";
import { differences, measureCalls, measureLoads, openAll } from "./measure.mjs";
import { reference } from "./reference.mjs";
import { report } from "./report.mjs";
import { serve } from "./server.mjs";

const OUTPUT = "target/bench";
const BUILT = "dist";
const LOADS = 9;

const { values: options } = parseArgs({
  options: {
    rows: { type: "string", default: "10000,100000,1000000" },
    reps: { type: "string", default: "20" },
  },
});
const sizes = options.rows.split(",").map(Number);
const rounds = Number(options.reps);
if (![...sizes, rounds].every((number) => Number.isInteger(number) && number > 0)) {
  console.error("--rows takes whole numbers with commas between them, --reps takes one.");
  process.exit(2);
}

const say = (sentence) => console.error(sentence);

const launch = () =>
  chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: [
      "--no-sandbox",
      "--disable-background-networking",
      "--disable-dev-shm-usage",
      // All engines are open at once, and only one page can be in front.
      "--disable-renderer-backgrounding",
      "--disable-backgrounding-occluded-windows",
      "--disable-background-timer-throttling",
    ],
  });

const measure = async (browser, origin, rows) => {
  say(`${rows.toLocaleString("en")} rows: making them …`);
  const file = `records-${rows}.json`;
  const columns = generate(rows);
  await writeDataset(join(OUTPUT, file), columns);
  const dataset = { address: `${origin}/${file}`, rows };

  say("comparing the answers of all engines …");
  const pages = await openAll(browser, origin, ENGINES, dataset);
  const wrong = await differences(pages, reference(columns));
  if (wrong.length > 0) {
    wrong.forEach(say);
    return undefined;
  }

  say(`timing calls, ${rounds} rounds …`);
  const calls = await measureCalls(pages, rounds);
  for (const page of Object.values(pages)) await page.close();

  say(`timing loads, ${LOADS} fresh pages an engine …`);
  const loads = await measureLoads(browser, origin, ENGINES, dataset, LOADS);
  return { rows, bytes: statSync(join(OUTPUT, file)).size, calls, loads };
};

mkdirSync(OUTPUT, { recursive: true });
say("bundling the engines …");
const downloads = await bundle(join(OUTPUT, "site"), "/site/", BUILT);
const site = await serve(OUTPUT);
const browser = await launch();
const machine = {
  cores: cpus().length,
  memoryGiB: Math.round(totalmem() / 2 ** 30),
  chromium: browser.version(),
  date: new Date().toISOString().slice(0, 10),
};
const results = { machine, rounds, downloads, sizes: [] };

for (const rows of sizes) {
  const size = await measure(browser, site.origin, rows);
  if (size === undefined) {
    say("The answers differ: nothing more is measured.");
    process.exitCode = 1;
    break;
  }
  results.sizes.push(size);
  // After each size: whoever stops a long run keeps what it found.
  writeFileSync(join(OUTPUT, "results.json"), JSON.stringify(results, null, 1));
  writeFileSync(join(OUTPUT, "results.md"), report(results));
}
await browser.close();
await site.close();
if (results.sizes.length > 0) console.log(report(results));
