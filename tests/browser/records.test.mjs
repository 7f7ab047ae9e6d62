// Records on the page: a dataset of them, and files that a reader brings.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { datum, healthy, near, onlyRowsOf, open, row, serveMadeUp, stage } from "./browser.mjs";
import { DIST, FIXTURES, MANIFEST, RECORDS, SUMS, serve } from "./site.mjs";

const st = stage();
const SINKS = "?d=cn-stainless-steel-sinks";
const records = (query = "", options = {}) => open(st.browser, `${st.site.address}${SINKS}${query}`, options);

// GB18030 bytes of the parts of a customs file that are not ASCII, from the code tables.
const GB = {
  商品编码: "c9ccc6b7b1e0c2eb",
  商品名称: "c9ccc6b7c3fbb3c6",
  贸易伙伴编码: "c3b3d2d7bbefb0e9b1e0c2eb",
  贸易伙伴名称: "c3b3d2d7bbefb0e9c3fbb3c6",
  注册地编码: "d7a2b2e1b5d8b1e0c2eb",
  注册地名称: "d7a2b2e1b5d8c3fbb3c6",
  第一数量: "b5dad2bbcafdc1bf",
  第一计量单位: "b5dad2bbbcc6c1bfb5a5cebb",
  美元: "c3c0d4aa",
  墨西哥: "c4abcef7b8e7",
  葡萄牙: "c6cfccd1d1c0",
  千克: "c7a7bfcb",
  江苏省: "bdadcbd5caa1",
  河南省: "bad3c4cfcaa1",
  铝线: "c2c1cfdf",
};

/** A line of a customs file: every field in quotes, a comma at the end. */
const line = (fields) => {
  const parts = fields.flatMap((field) => [
    Buffer.from('"'),
    GB[field] ? Buffer.from(GB[field], "hex") : Buffer.from(field, "ascii"),
    Buffer.from('",'),
  ]);
  return Buffer.concat([...parts, Buffer.from("\n")]);
};

const HEADER = [
  "商品编码", "商品名称", "贸易伙伴编码", "贸易伙伴名称", "注册地编码", "注册地名称", "第一数量", "第一计量单位", "美元",
];
const customsFile = () =>
  Buffer.concat([
    line(HEADER),
    line(["76141000", "铝线", "429", "墨西哥", "32", "江苏省", "2628738", "千克", "7,886,214"]),
    line(["76141000", "铝线", "311", "葡萄牙", "41", "河南省", "1559080", "千克", "4,000,000"]),
    line(["76149000", "铝线", "429", "墨西哥", "41", "河南省", "1x9", "千克", "5"]),
  ]);

const bring = (page, name, buffer) =>
  page.setInputFiles(".own-file input", { name, mimeType: "text/csv", buffer });

/** Lets a file go over the page, as a reader does with the mouse. */
const drop = (page, name, buffer) =>
  page.evaluate(
    ([name, base64]) => {
      const bytes = Uint8Array.from(atob(base64), (c) => c.charCodeAt(0));
      const data = new DataTransfer();
      data.items.add(new File([bytes], name));
      for (const type of ["dragover", "drop"]) {
        document.body.dispatchEvent(new DragEvent(type, { dataTransfer: data, bubbles: true, cancelable: true }));
      }
    },
    [name, buffer.toString("base64")],
  );

test("a dataset of records opens in its newest month with exact figures", async () => {
  const page = await records();
  await page.waitForFunction(() => /June 2026/.test(document.title));
  const states = await datum(row(page, "destinations", "United States").locator("td.quantity"));
  assert.deepEqual([states.value, states.low, states.high], [1977.538, 1977.538, 1977.538]);
  const guangdong = await datum(row(page, "registration-locations", "Guangdong").locator("td.quantity"));
  assert.equal(guangdong.value, 7795.386);
  // Parts make the whole, on the page.
  for (const section of ["products", "destinations", "registration-locations"]) {
    const cells = await page.locator(`#${section} tbody td.quantity data`).evaluateAll((all) => all.map((d) => Number(d.value)));
    const total = await datum(page.locator(`#${section} tfoot td.quantity`));
    assert.equal(total.value, 18671.557);
    near(cells.reduce((a, b) => a + b), total.value, 0.0005, section);
  }
  assert.equal(await page.locator(".banner.synthetic").count(), 0);
  healthy(page);
});

/** What the page has shown of all rows and of those to the United States in June 2026. */
const ALL = 18671.557;
const STATES = 1977.538;
const whole = (page, value) =>
  page.waitForFunction((value) => Number(document.querySelector("#products tfoot td.quantity data")?.value) === value, value);
/** The files of rows and of their worker that a site was asked for. */
const ofRows = (site) => site.asked.filter((file) => file === RECORDS || /^(worker\.js|tonnage-records)/.test(file));

test("the first views of records need neither their rows nor the worker for them; a choice fetches both", async () => {
  const site = await serve();
  const page = await open(st.browser, `${site.address}${SINKS}&period=2026-06`);
  assert.equal((await datum(row(page, "destinations", "United States").locator("td.quantity"))).value, STATES);
  await whole(page, ALL);
  for (const view of ["destinations", "trend", "sources", "note", "check-note"]) {
    await page.goto(`${site.address}${SINKS}&period=2026-06&view=${view}`);
    await page.locator(".title h1").waitFor();
  }
  // The fact-check compares with the sums, too.
  await page.locator("#pasted").fill("In June 2026, China exported 18,671.557 t of stainless steel sinks.");
  await page.locator(".marked .verdict").first().waitFor();
  assert.match(await page.locator("#check-note").innerText(), /1 figure agrees|1 agrees/);
  assert.ok(site.asked.includes(SUMS));
  assert.deepEqual(site.asked.filter((file) => file === RECORDS || /^tonnage-records/.test(file)), []);

  await page.goto(`${site.address}${SINKS}`);
  await whole(page, ALL);
  await page.selectOption("select.picker", "2025-06");
  await page.waitForFunction(() => /June 2025/.test(document.title));
  await page.goBack();
  await whole(page, ALL);
  await page.locator(".title").evaluate((title) => title.setAttribute("data-before", ""));
  site.asked.length = 0;
  await onlyRowsOf(page, "destinations", "United States");
  await page.locator(".choices .chip").waitFor();
  await whole(page, STATES);
  assert.deepEqual(ofRows(site).sort(), [RECORDS, "tonnage-records.js", "tonnage-records_bg.wasm.lzma", "worker.js"]);
  assert.equal(await page.locator(".title[data-before]").count(), 1, "what did not change is not drawn again");
  await page.goBack();
  await whole(page, ALL);
  await page.goForward();
  await whole(page, STATES);
  assert.equal(ofRows(site).length, 4, "the rows stay");
  healthy(page);
  await page.context().close();
  await site.close();
});

test("a cross table fetches the rows, also from a view that had none", async () => {
  const page = await records("&period=2026-06&span=r12&view=destinations", { wait: "#destinations" });
  const loaded = () => page.evaluate(() => performance.getEntriesByType("resource").map((each) => new URL(each.name).pathname.slice(1)));
  assert.ok(!(await loaded()).includes(RECORDS));
  await page.evaluate(() => {
    history.pushState(null, "", `${location.search.replace("destinations", "cross")}`);
    dispatchEvent(new PopStateEvent("popstate"));
  });
  await page.locator(".matrix").waitFor();
  assert.equal(Number(await page.locator(".matrix tfoot td.quantity data").getAttribute("value")), 204635.857);
  assert.ok((await loaded()).includes(RECORDS));
  healthy(page);
});

const sums = readFileSync(`${FIXTURES}/${SUMS}`, "utf8");
const BROKEN = {
  "are not there": { status: 404, type: "text/html", body: "<!doctype html><title>404</title>" },
  "are a web page": { body: "<!doctype html><h1>Sign in" },
  "break off": { body: sums.slice(0, 60_000), breakOff: true },
  "are cut short": { body: sums.slice(0, 60_000) },
  "are of other rows": { body: sums.replace(/"rows_sha256": "../, '"rows_sha256": "zz') },
  "are too large to be true": { body: sums.replace(/"quantity_kg": \[\d+/, '"quantity_kg": [18446744073709551615') },
  "are not the whole": { body: sums.replace(/"quantity_kg": \[\d+/, '"quantity_kg": [1') },
};

test("sums that cannot be used are not spoken of: the rows tell the same", async () => {
  const site = await serve();
  for (const [how, fault] of Object.entries(BROKEN)) {
    site.faults.set(SUMS, fault);
    site.asked.length = 0;
    const page = await open(st.browser, `${site.address}${SINKS}&period=2026-06`);
    assert.equal((await datum(row(page, "destinations", "United States").locator("td.quantity"))).value, STATES, how);
    assert.ok(ofRows(site).includes(RECORDS), `sums that ${how}: the rows were fetched`);
    assert.equal(await page.locator(".failure, .notices p, .problems").count(), 0, how);
    await page.context().close();
  }
  // Only where the rows do not come either.
  site.faults.set(RECORDS, { status: 404 });
  const page = await open(st.browser, `${site.address}${SINKS}`, { wait: "main > .failure" });
  assert.match(await page.locator("main > .failure").innerText(), /no such file/);
  await site.close();
});

test("sums that never come: trying again gets the rows", async () => {
  const site = await serve();
  site.faults.set(SUMS, { hang: true });
  const page = await open(st.browser, `${site.address}${SINKS}&period=2026-06`, { wait: "p.waiting", until: "commit" });
  await page.locator("p.waiting", { hasText: "nothing has come for 8 seconds" }).waitFor({ timeout: 20000 });
  await page.getByRole("button", { name: "Try again" }).first().click();
  await whole(page, ALL);
  healthy(page);
  await page.context().close();
  await site.close();
});

test("the list of datasets and the sums are asked for while the page's module is on the way, and once", async () => {
  const site = await serve();
  const module = readFileSync(`${DIST}/index.html`, "utf8").match(/data-module="\.\/([^"]+)"/)[1];
  site.faults.set(module, { hang: true });
  const page = await open(st.browser, `${site.address}${SINKS}&period=2026-06`, { wait: null, until: "commit" });
  while (!site.asked.includes(SUMS)) await page.waitForTimeout(20);
  assert.ok(site.asked.includes(MANIFEST));
  site.faults.clear();
  site.asked.length = 0;
  await page.goto(`${site.address}${SINKS}&period=2026-06`);
  await whole(page, ALL);
  assert.deepEqual(site.asked.filter((file) => file.startsWith("data/")).sort(), [SUMS, MANIFEST].sort());
  // A link that chooses members wants rows.
  site.asked.length = 0;
  await page.goto(`${site.address}${SINKS}&period=2026-06&destination=502`);
  await whole(page, STATES);
  assert.deepEqual(site.asked.filter((file) => file.startsWith("data/")).sort(), [RECORDS, MANIFEST].sort());
  await page.context().close();
  await site.close();
});

test("a site whose list names no sums works as before", async () => {
  const site = await serve();
  const manifest = JSON.parse(readFileSync(`${FIXTURES}/${MANIFEST}`, "utf8"));
  for (const dataset of manifest.datasets) delete dataset.sums;
  site.faults.set(MANIFEST, { body: JSON.stringify(manifest) });
  const page = await open(st.browser, `${site.address}${SINKS}&period=2026-06`);
  await whole(page, ALL);
  assert.equal(ofRows(site).length, 4);
  assert.ok(!site.asked.includes(SUMS));
  healthy(page);
  await page.context().close();
  await site.close();
});

test("nothing moves while records come, on a wide and on a narrow screen", async () => {
  const watch = () => {
    window.shift = 0;
    const add = (list) => list.getEntries().forEach((each) => !each.hadRecentInput && (window.shift += each.value));
    new PerformanceObserver(add).observe({ type: "layout-shift", buffered: true });
  };
  for (const width of [1440, 390]) {
    const page = await records("", { viewport: { width, height: 900 }, init: watch });
    await page.waitForTimeout(500);
    const shift = await page.evaluate(() => window.shift);
    assert.ok(shift <= 0.02, `${width} pixels: ${shift}`);
    healthy(page);
    await page.context().close();
  }
});

test("records that a program made up say so above everything", async () => {
  serveMadeUp(st.site);
  try {
    const page = await open(st.browser, `${st.site.address}?d=made-up`);
    await page.waitForSelector(".banner.synthetic");
    assert.match(await page.locator(".banner.synthetic").innerText(), /Synthetic data/);
    assert.equal((await datum(row(page, "destinations", "Mexico").locator("td.quantity"))).value, 8);
    healthy(page);
  } finally {
    st.site.faults.clear();
  }
});

test("choosing a destination shows its rows only, and the link says so", async () => {
  const page = await records("&period=2026-06");
  await onlyRowsOf(page, "destinations", "United States");
  await page.waitForSelector(".choices .chip");
  assert.match(page.url(), /destination=502/);
  await page.waitForFunction(() => Number(document.querySelector("#products tfoot td.quantity data").value) === 1977.538);
  // The list of destinations stays whole, so that a reader can choose another.
  assert.ok((await page.locator("#destinations tbody tr").count()) > 5);
  const again = await open(st.browser, page.url());
  await again.waitForFunction(() => Number(document.querySelector("#products tfoot td.quantity data")?.value) === 1977.538);
  await again.locator(".choices .chip").click();
  await again.waitForFunction(() => Number(document.querySelector("#products tfoot td.quantity data").value) === 18671.557);
  healthy(again);
});

test("a long table shows some, all at a press, and those without exports in one line", async () => {
  const page = await records("&period=2026-06&view=destinations", { wait: "#destinations table" });
  const lines = () => page.locator("#destinations tbody tr:not(.rest-row)").count();
  assert.equal(await lines(), 25);
  const quantities = () =>
    page.locator("#destinations tbody td.quantity data").evaluateAll((all) => all.map((d) => Number(d.value)).reduce((a, b) => a + b));
  near(await quantities(), ALL, 0.0005, "25 and the others");
  const others = page.locator("#destinations tr.rest-row", { hasText: /\d+ others/ });
  const [, more] = (await others.innerText()).match(/(\d+) others/);
  // Nobody without exports is ranked, or counted among the others.
  const ranked = await page.locator("#destinations tbody td.rank data").count();
  assert.equal(ranked, 25);
  const nothing = page.locator("#destinations .nothing");
  assert.match(await nothing.locator("summary").innerText(), /^\d+ without exports this month$/);
  assert.equal(await nothing.locator("li").first().isVisible(), false);
  await nothing.locator("summary").click();
  await nothing.locator("li a").first().waitFor();
  assert.match(await nothing.innerText(), /May 2026 [\d.,<]+\st/, "what they had before");
  // All of them: where the others stood is the first of them, with the focus.
  const place = (locator) => locator.evaluate((element) => Math.round(element.getBoundingClientRect().top));
  await others.scrollIntoViewIfNeeded();
  const before = await place(others);
  await others.locator("th button").click();
  await others.waitFor({ state: "detached" });
  assert.equal(await lines(), 25 + Number(more));
  near(await quantities(), ALL, 0.0005, "all");
  const first = page.locator("#destinations tbody tr").nth(25);
  await page.waitForFunction(() => document.activeElement?.matches("#destinations tbody tr:nth-child(26) .member"));
  near(await place(first), before, 4, "the place of the first of the others");
  // Who is looked for is found among those without exports, too.
  const name = await nothing.locator("li a").first().textContent();
  await page.getByLabel("Find").fill(name);
  await page.waitForFunction(() => document.querySelectorAll("#destinations tbody tr").length < 10);
  await page.locator("#destinations .nothing li", { hasText: name }).first().waitFor();
  healthy(page);
  await page.context().close();
});

test("a bar has a dot for the month before and an open one for the year before, on one scale", async () => {
  const page = await records("&period=2026-06");
  const marks = await page.locator("#destinations tbody tr:not(.rest-row)").evaluateAll((rows) =>
    rows.map((row) => {
      const data = (selector) => row.querySelector(`td.quantity ${selector}`)?.getAttribute("d") ?? "";
      const dots = [...data(".dot").matchAll(/M([\d.]+) 5h0/g)].map((match) => Number(match[1]));
      return {
        bar: Number(data(".bar").match(/H([\d.]+)/)[1]), dots, open: Number(data(".hole").match(/M([\d.]+)/)[1]),
        now: Number(row.querySelector("td.quantity data").value), before: Number(row.querySelector("td.previous data").value),
      };
    }),
  );
  assert.equal(marks.length, 10);
  const longest = Math.max(...marks.flatMap(({ bar, dots }) => [bar, ...dots]));
  near(longest, 100, 0.05, "the longest of bars and dots");
  const scale = marks[0].bar / marks[0].now;
  for (const { bar, dots, open, now, before } of marks) {
    near(bar, now * scale, 0.1, "a bar");
    assert.equal(dots[0], open);
    near(dots[1], before * scale, 0.1, "a dot");
  }
  const legend = (await page.locator("#destinations .bars").innerText()).split("\n").map((text) => text.trim()).filter(Boolean);
  assert.deepEqual(legend, ["June 2026", "May 2026", "June 2025"]);
  healthy(page);
  await page.context().close();
});

test("colour is for the five largest in the strip and for whom a reader compares", async () => {
  const page = await records("&period=2026-06&view=destinations", { wait: "#destinations table" });
  const coloured = () => page.locator('#destinations tbody .swatch[class*="colour"]').count();
  assert.equal(await page.locator('#destinations .strip > [class^="colour"]').count(), 5);
  assert.match(await page.locator("#destinations .strip text").first().textContent(), /^United St/);
  assert.equal(await coloured(), 5);
  const nigeria = row(page, "destinations", "Nigeria");
  assert.equal(await nigeria.locator("td.quantity .bar").count(), 1);
  await nigeria.locator(".choose").check();
  await page.locator("#destinations .comparison").waitFor();
  assert.equal(await coloured(), 6);
  assert.equal(await nigeria.locator('td.quantity path[class^="c-fill"]').count(), 1);
  // Sums of rows are exact: nothing is marked but a number of months whose beginning is not known.
  const marked = await page.locator("#destinations table .derived").evaluateAll((all) => all.map((e) => !!e.closest(".streak")));
  assert.ok(marked.every(Boolean), "only what is not exact has a line");
  healthy(page);
  await page.context().close();
});

test("whom the figures are about stands in the headline, the title and the note", async () => {
  const page = await open(st.browser, `${st.site.address}${SINKS}&destination=136`);
  await page.waitForSelector(".choices");
  await page.waitForFunction(() => /^Exports to Thailand .* in June 2026$/.test(document.querySelector(".sentence")?.textContent ?? ""));
  assert.match(await page.locator(".tile dt").first().innerText(), /^Exports to Thailand, June 2026/);
  assert.match(await page.title(), /to Thailand$/);
  await page.goto(`${st.site.address}${SINKS}&destination=136&view=note`);
  await page.waitForFunction(() => /exports of stainless steel sinks to Thailand rose/.test(document.body.textContent));
  healthy(page);
  await page.close();
});

test("twelve months, value and the cross table", async () => {
  const page = await records("&period=2026-06&view=cross&span=r12", { wait: ".matrix" });
  const sums = await page.locator(".matrix tbody td.quantity data").evaluateAll((all) => all.map((d) => Number(d.value)));
  const whole = Number(await page.locator(".matrix tfoot td.quantity data").getAttribute("value"));
  near(sums.reduce((a, b) => a + b), whole, 0.001, "rows of the cross table");
  assert.equal(whole, 204635.857);
  await page.goto(`${st.site.address}${SINKS}&period=2026-06&view=destinations`);
  await page.waitForSelector("#destinations td.value data");
  const money = await datum(row(page, "destinations", "United States").locator("td.value").first());
  const quantity = await datum(row(page, "destinations", "United States").locator("td.quantity"));
  const unit = await datum(row(page, "destinations", "United States").locator("td.value").nth(1));
  assert.equal(money.value, 12040300);
  near(unit.value, 6088.530283615, 1e-6, "unit value");
  near(unit.value, money.value / quantity.value, 1e-6, "unit value");
  healthy(page);
});

test("a customs file in GB18030 is asked about, read, shown, kept over a reload, taken out and dismissed", async () => {
  const page = await open(st.browser, st.site.address);
  // The module of published figures hands the file over to the one that knows records.
  await bring(page, "出口202504.csv", customsFile());
  await page.waitForSelector("#import form");
  assert.equal(await page.inputValue("#import input[type=month]"), "2025-04");
  // Exports or imports is never guessed: nothing goes on without an answer.
  await page.click("#import button[type=submit]");
  assert.equal(await page.locator("#import form :invalid").count(), 3, "the choices, and what they stand in");
  await page.locator("#import label", { hasText: "Exports" }).click();
  await page.fill("#import input[type=text]", "My wire");
  await page.click("#import button[type=submit]");
  await page.waitForSelector("#import .summary");
  const told = await page.locator("#import").innerText();
  for (const part of ["GB18030", "3 read, 2 used, 1 could not be used", "4,187,818 kg", "11,886,214 USD", "line 4", "“1x9”"]) {
    assert.ok(told.includes(part), `${part} in: ${told}`);
  }
  assert.match(await page.locator(".banner.yours").innerText(), /only in this browser/);
  assert.equal(await page.locator(".title .name").innerText(), "My wire");
  // The file has names in Chinese alone; the page has them in English.
  const name = "Mexico";
  assert.equal((await datum(row(page, "destinations", name).locator("td.quantity"))).value, 2628.738);

  await page.reload();
  await page.waitForSelector(".banner.yours");
  assert.equal((await datum(row(page, "destinations", name).locator("td.quantity"))).value, 2628.738);
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.click("text=Download as a dataset"),
  ]);
  const dataset = JSON.parse(readFileSync(await download.path(), "utf8"));
  assert.deepEqual(dataset.columns.quantity_kg, [2628738, 1559080]);
  assert.equal(dataset.title.en, "My wire");

  await page.getByRole("button", { name: "Remove this file" }).click();
  await page.waitForSelector(".banner.yours", { state: "detached" });
  await page.goto(`${st.site.address}?d=your-file`);
  await page.waitForSelector(".tiles");
  assert.match(await page.locator(".notices").innerText(), /only the browser has/);
  healthy(page);
});

test("of a dataset in parts only those are fetched that the view needs", async () => {
  const whole = JSON.parse(readFileSync(`${FIXTURES}/${RECORDS}`, "utf8"));
  /** The rows of some months, as a file of its own. */
  const part = (year) => {
    const months = whole.months.filter((m) => m.startsWith(year));
    const first = whole.months.indexOf(months[0]);
    const rows = whole.columns.month.flatMap((m, i) => (whole.months[m].startsWith(year) ? [i] : []));
    const columns = Object.fromEntries(
      Object.entries(whole.columns).map(([name, column]) => [name, rows.map((i) => column[i] - (name === "month" ? first : 0))]),
    );
    return JSON.stringify({ ...whole, months, columns });
  };
  const entry = (year, body) => ({
    file: `sinks-${year}.json`, bytes: body.length, sha256: "0".repeat(64), first: `${year}-01`,
    last: whole.months.findLast((m) => m.startsWith(year)), products: [],
  });
  const bodies = Object.fromEntries(["2024", "2025", "2026"].map((year) => [year, part(year)]));
  const parts = [entry("2023", "{}"), ...Object.entries(bodies).map(([year, body]) => entry(year, body))];
  const dataset = {
    id: "parts", kind: "records", title: { en: "Parts" }, first: "2023-01", last: "2026-06", default_period: "2026-06", parts,
  };
  const manifest = { format: "tonnage/manifest", version: "1.0", default: "parts", datasets: [dataset] };
  st.site.faults.set(MANIFEST, { body: JSON.stringify(manifest) });
  for (const [year, body] of Object.entries(bodies)) st.site.faults.set(`data/sinks-${year}.json`, { body });
  try {
    st.site.asked.length = 0;
    const page = await open(st.browser, `${st.site.address}?period=2026-06`);
    assert.equal((await datum(row(page, "destinations", "United States").locator("td.quantity"))).value, 1977.538);
    // The twelve months and the twelve before reach into two files more than the month's, and not into a fourth.
    await page.waitForSelector("#destinations");
    const asked = st.site.asked.filter((file) => /sinks-/.test(file));
    assert.deepEqual([...new Set(asked)].sort(), ["data/sinks-2024.json", "data/sinks-2025.json", "data/sinks-2026.json"]);
    healthy(page);
  } finally {
    st.site.faults.clear();
  }
});

test("a dropped file that is no table gets a sentence and loses nothing", async () => {
  const page = await records("&period=2026-06");
  await drop(page, "table.csv", Buffer.from("\x89PNG\r\n\x1a\n....", "latin1"));
  await page.waitForSelector("#import details");
  assert.match(await page.locator("#import").innerText(), /table\.csv: This is a picture/);
  assert.equal((await datum(row(page, "destinations", "United States").locator("td.quantity"))).value, 1977.538);
  healthy(page);
});

/** A million rows, as a file that the page makes itself: too long to send. */
const bringLarge = (page, rows) =>
  page.evaluate((rows) => {
    const parts = ["Date of data,Trading partner code,Commodity code,Quantity,Unit,US dollar\n"];
    for (let i = 0; i < rows; i += 1) {
      const month = 202401 + (i % 12);
      parts.push(`${month},${200 + (Math.floor(i / 12) % 200)},${10000000 + Math.floor(i / 2400)},${i},Kilogram,${i}\n`);
    }
    const input = document.querySelector(".own-file input");
    const data = new DataTransfer();
    data.items.add(new File(parts, "large.csv"));
    input.files = data.files;
    input.dispatchEvent(new Event("change", { bubbles: true }));
  }, rows);

test("a large import can be cancelled, and the page answers while it goes on", async () => {
  const page = await records("&period=2026-06");
  // The longest time in which the page could not answer, measured by a timer of its own.
  await page.evaluate(() => {
    window.longest = 0;
    let last = performance.now();
    setInterval(() => {
      const now = performance.now();
      window.longest = Math.max(window.longest, now - last);
      last = now;
    }, 10);
  });
  await bringLarge(page, 1_000_000);
  await page.waitForFunction(() => /Reading: [1-9]/.test(document.querySelector("#import")?.innerText ?? ""));
  await page.click("#import button");
  await page.waitForSelector("#import", { state: "detached" });
  assert.equal((await datum(row(page, "destinations", "United States").locator("td.quantity"))).value, 1977.538);
  healthy(page);
});

test("a million rows are read and counted exactly", async () => {
  const page = await records("&period=2026-06");
  await bringLarge(page, 1_000_000);
  await page.waitForSelector("#import form", { timeout: 120000 });
  await page.locator("#import label", { hasText: "Imports" }).click();
  await page.click("#import button[type=submit]");
  await page.waitForSelector("#import .summary", { timeout: 120000 });
  const told = await page.locator("#import").innerText();
  // 0 + 1 + … + 999,999.
  assert.ok(told.includes("499,999,500,000 kg"), told);
  assert.ok(told.includes("1,000,000 read, 1,000,000 used"), told);
  assert.match(await page.locator(".sentence").innerText(), /^Imports /);
  // Imports are called so throughout, also for those who hear the page.
  assert.match(await page.locator(".tile dt").first().innerText(), /^Imports, /);
  assert.equal(await page.locator("#trend-title").innerText(), "Monthly imports");
  assert.match(await page.locator("#trend .drawing").getAttribute("aria-label"), /^Monthly imports in tonnes/);
  assert.equal(await page.locator("#destinations-title").innerText(), "Origins");
  healthy(page);
});
