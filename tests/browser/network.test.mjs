// What the network and the browser can do to the page.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { healthy, open, row, stage } from "./browser.mjs";
import { DATASET, DIST, FIXTURES, MANIFEST, STRICT_POLICY, serve } from "./site.mjs";

const on = stage();

const shipped = () => readFileSync(`${FIXTURES}/${DATASET}`, "utf8");
const changed = (change) => {
  const dataset = JSON.parse(shipped());
  change(dataset);
  return JSON.stringify(dataset, null, 1);
};
const FAILURE = ".failure";

const FAULTS = [
  ["a missing manifest", MANIFEST, { status: 404 }, /data\/index\.json: The server has no such file \(404\)/],
  ["a missing dataset", DATASET, { status: 404 }, /cn-aluminium-wire-cable\.json: The server has no such file/],
  ["a server at fault", DATASET, { status: 500 }, /answered with the fault 500/],
  ["a web page instead of data", DATASET, { type: "text/html", body: "<!doctype html><h1>Hello" }, /a web page, not data/],
  ["an empty dataset", DATASET, { body: "" }, /The file is empty/],
  ["a dataset cut short", DATASET, { body: () => shipped().slice(0, 20000) }, /ends too early/],
  ["a dataset that is not JSON", DATASET, { body: "{\n\"format\": nonsense" }, /Line 2: This is not JSON/],
  ["a connection that breaks off", DATASET, { body: "{\"format\"", breakOff: true }, /broke off before the file was complete/],
  ["a dataset of a newer version", DATASET, { body: () => changed((d) => (d.version = "2.0")) }, /format version 2\.0/],
  ["another kind of file", DATASET, { body: "[]" }, /does not say that it is/],
];

for (const [name, file, fault, said] of FAULTS) {
  test(`${name} is told in its own sentence, and trying again works`, async () => {
    const body = typeof fault.body === "function" ? fault.body() : fault.body;
    on.site.faults.set(file, { ...fault, body });
    const page = await open(on.browser, on.site.address, { wait: FAILURE });
    assert.match(await page.locator(FAILURE).innerText(), said);
    on.site.faults.clear();
    await page.getByRole("button", { name: "Try again" }).click();
    await page.waitForSelector(".tiles");
    await page.context().close();
  });
}

test("a slow dataset shows how much of it has arrived", async () => {
  on.site.faults.set(DATASET, { body: shipped(), pieces: 12, pause: 120 });
  // A link that names its month has no static page.
  const page = await open(on.browser, `${on.site.address}?period=2025-04`, { wait: "progress[value]" });
  const first = Number(await page.locator("progress").getAttribute("value"));
  assert.match(await page.locator(".fetching").innerText(), /Loading the figures: \d+ of 5\d kB/);
  await page.waitForFunction((v) => Number(document.querySelector("progress")?.value) > v, first);
  await page.waitForSelector(".tiles");
  assert.equal(await page.locator("progress").count(), 0);
  on.site.faults.clear();
  await page.context().close();
});

test("a dataset with faults is shown without them, and each is told with its place", async () => {
  const attack = "<img src=x onerror=\"window.attacked=true\">";
  const body = changed((dataset) => {
    dataset.title.en = attack;
    const [april] = dataset.articles.filter((a) => a.id === "smm-103353491");
    april.claims[2].period = "2025-13";
    april.claims[14].member = "ATL";
    april.claims[8].value = -15500;
    april.claims[20].id = april.claims[19].id;
    april.subject = attack;
  });
  on.site.faults.set(DATASET, { body });
  const page = await open(on.browser, on.site.address);
  const told = await page.locator(".problems").innerText();
  assert.match(told, /4 places in the dataset could not be used/);
  assert.match(told, /Line \d+, articles\[5\]\.claims\[2\]\.period: “2025-13” is not a month/);
  assert.match(told, /claims\[14\]\.member: The dataset declares no destination “ATL”/);
  assert.match(told, /claims\[8\]\.value: -15500.* is below zero/);
  assert.match(told, /claims\[20\]: .* a second time/);
  assert.equal(await page.locator(".title .name").innerText(), attack);
  assert.equal(await page.locator("img").count(), 0);
  assert.equal(await page.evaluate(() => window.attacked), undefined);
  assert.equal(await row(page, "registration-locations", "Jiangsu").count(), 1);
  on.site.faults.clear();
  healthy(page);
  await page.context().close();
});

test("the site works in a folder of any depth, under a strict policy, and asks nobody else", async () => {
  const deep = await serve({ path: "/any/sub/path/", policy: STRICT_POLICY });
  const page = await open(on.browser, `${deep.address}?period=2025-08`);
  await page.getByRole("link", { name: "More on destinations" }).click();
  await page.waitForSelector("#products", { state: "detached" });
  assert.equal(page.url(), `${deep.address}?period=2025-08&view=destinations`);
  await page.reload();
  await page.waitForSelector("#destinations table");
  healthy(page);
  assert.deepEqual([...page.origins], [deep.origin]);
  await page.context().close();
  await deep.close();
});

test("a browser without WebAssembly gets a sentence", async () => {
  const page = await open(on.browser, on.site.address, { wait: "#boot-text", init: () => delete globalThis.WebAssembly });
  await page.getByText("This browser has no WebAssembly").waitFor();
  await page.context().close();
});

test("without JavaScript the page that the site opens with is readable in full", async (t) => {
  // The datasets that the static page is made of.
  const site = await serve({ data: DIST });
  t.after(() => site.close());
  const page = await open(on.browser, site.address, { javaScriptEnabled: false });
  const still = await page.locator("body").innerText();
  // Texts inside `noscript` are none to `getByText`.
  await page.locator("noscript p", { hasText: "JavaScript is switched off in this browser" }).waitFor();
  const links = await page.locator(".no-script a").evaluateAll((all) => all.map((each) => each.getAttribute("href")));
  assert.deepEqual([...new Set(links)], ["data/index.json"]);
  await page.context().close();
  // The live page says the same words and numbers in the same order.
  const live = await open(on.browser, site.address);
  // What opens a chart’s table, and what makes files, needs a script.
  await live.locator(".taken > button, .download, .offers").evaluateAll((all) => all.forEach((each) => each.remove()));
  const words = (text) => text.split(/\s+/).filter(Boolean);
  const without = words(still.replace(/JavaScript is switched off[^]*?names\./, "").replace(/此浏览器未启用[^]*?文件。/, ""));
  assert.deepEqual(without, words(await live.locator("body").innerText()));
  await live.context().close();
});

test("a link that asks for another view never shows the one that the site opens with", async () => {
  const script = readFileSync(`${DIST}/index.html`, "utf8").match(/data-script="\.\/([^"]+)"/)[1];
  on.site.faults.set(script, { type: "text/javascript", body: readFileSync(`${DIST}/${script}`), pieces: 8, pause: 100 });
  const page = await open(on.browser, `${on.site.address}?period=2025-08`, { wait: "#boot" });
  assert.equal(await page.locator("#static").isVisible(), false);
  assert.match(await page.locator("body").innerText(), /Loading the page/);
  on.site.faults.clear();
  await page.waitForSelector(".tiles");
  assert.match(await page.locator(".sentence").innerText(), /August 2025/);
  await page.context().close();
});

test("an old front page whose files are gone loads once more and then says so", async () => {
  const script = readFileSync(`${DIST}/index.html`, "utf8").match(/data-script="\.\/([^"]+)"/)[1];
  on.site.faults.set(script, { status: 404, type: "text/html" });
  on.site.asked.length = 0;
  const page = await open(on.browser, on.site.address, { wait: "#boot" });
  await page.getByText("The page could not be started").waitFor();
  const loads = on.site.asked.filter((file) => file === "index.html").length;
  assert.ok(loads >= 2 && loads <= 4, `${loads} loads of the front page`);
  on.site.faults.clear();
  await page.reload();
  await page.waitForSelector(".tiles");
  await page.context().close();
});
