// What is measured in the browser, step by step. An engine has a page of its own, so that no engine
// pays for another's memory.

import { setTimeout as pause } from "node:timers/promises";
import { QUESTIONS } from "./workload.mjs";

/** So long the browser may still be at work on a page that was closed, with its workers and its memory. */
const SETTLING_MS = 1500;

/** A page with an engine in it. */
const openPage = async (browser, origin, engine) => {
  const page = await browser.newPage();
  // A round of the slowest engine takes as long as it takes.
  page.setDefaultTimeout(0);
  page.on("pageerror", (error) => console.error(`${engine}: ${error.message}`));
  await page.goto(`${origin}/site/page.html?engine=/site/${engine}/engine.js`);
  await page.waitForFunction(() => globalThis.bench);
  if (!(await page.evaluate(() => bench.isIsolated()))) throw new Error("The page's clock is too coarse: it is not isolated.");
  return page;
};

const openDataset = async (page, engine, dataset) => {
  const opened = await page.evaluate((address) => bench.open(address), dataset.address);
  if (opened.rows !== dataset.rows) throw new Error(`${engine} found ${opened.rows} rows of ${dataset.rows}.`);
  return opened;
};

/** Loads the dataset in fresh pages: how long starting, loading and the first calls took, each time. */
export const measureLoads = async (browser, origin, engines, dataset, times) => {
  const loads = Object.fromEntries(engines.map((engine) => [engine, []]));
  for (let time = 0; time < times; time++) {
    for (const engine of rotated(engines, time)) {
      const page = await openPage(browser, origin, engine);
      const { start, load } = await openDataset(page, engine, dataset);
      loads[engine].push({ start, load, firstCalls: await page.evaluate(() => bench.firstCalls()) });
      await page.close();
      await pause(SETTLING_MS);
    }
  }
  return loads;
};

/** Pages with the dataset loaded, an engine each. */
export const openAll = async (browser, origin, engines, dataset) => {
  const pages = {};
  for (const engine of engines) {
    pages[engine] = await openPage(browser, origin, engine);
    await openDataset(pages[engine], engine, dataset);
  }
  return pages;
};

/** Where answers differ from the right ones, a sentence each. */
export const differences = async (pages, right) => {
  const found = [];
  for (const [engine, page] of Object.entries(pages)) {
    for (const { name } of QUESTIONS) {
      const answers = await page.evaluate((question) => bench.answers(question), name);
      answers.forEach((answer, variant) => {
        const expected = right[name][variant];
        if (answer !== expected) found.push(`${engine}, ${name}, variant ${variant}: ${difference(answer, expected)}`);
      });
    }
  }
  return found;
};

const difference = (answer, expected) => {
  const at = [...answer].findIndex((character, i) => character !== expected[i]);
  const around = (text) => text.slice(Math.max(0, at - 20), at + 40);
  return `…${around(answer)}… instead of …${around(expected)}…`;
};

/** Milliseconds a call, a sample a round, by engine and question. The engines take turns within each
 *  round, so that what else the machine does meets all of them. */
export const measureCalls = async (pages, rounds) => {
  const engines = Object.keys(pages);
  const names = QUESTIONS.map(({ name }) => name);
  const times = Object.fromEntries(engines.map((engine) => [engine, Object.fromEntries(names.map((name) => [name, []]))]));
  for (const engine of engines) {
    for (const name of names) await pages[engine].evaluate((question) => bench.warm(question), name);
  }
  for (let round = 0; round < rounds; round++) {
    for (const engine of rotated(engines, round)) {
      for (const name of names) {
        times[engine][name].push(await pages[engine].evaluate((question) => bench.sample(question), name));
      }
    }
  }
  return times;
};

/** The list, begun at another place each time. */
const rotated = (list, by) => list.map((_, i) => list[(i + by) % list.length]);
