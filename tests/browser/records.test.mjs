// Records on the page: a dataset of them, and files that a reader brings.

import assert from "node:assert/strict";
import { test } from "node:test";
import { datum, healthy, near, open, row, stage } from "./browser.mjs";

const st = stage();
const SYNTHETIC = "?d=cn-aluminium-wire-cable-synthetic";
const records = (query = "", options = {}) => open(st.browser, `${st.site.address}${SYNTHETIC}${query}`, options);

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
    line(["76149000", "铝线", "429", "墨西哥", "41", "河南省", "1e9", "千克", "5"]),
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

test("a dataset of records opens with exact figures and says that it is synthetic", async () => {
  const page = await records("&period=2025-04");
  await page.waitForSelector(".banner.synthetic");
  const mexico = await datum(row(page, "destinations", "Mexico").locator("td.quantity"));
  assert.deepEqual([mexico.value, mexico.low, mexico.high], [2628.738, 2628.738, 2628.738]);
  // Parts make the whole, on the page.
  const cells = await page.locator("#products tbody td.quantity data").evaluateAll((all) => all.map((d) => Number(d.value)));
  const total = await datum(page.locator("#products tfoot td.quantity"));
  near(cells.reduce((a, b) => a + b), total.value, 0.0005, "products");
  healthy(page);
});

test("choosing a destination shows its rows only, and the link says so", async () => {
  const page = await records("&period=2025-04");
  await row(page, "destinations", "Mexico").locator("a.label").click();
  await page.waitForSelector(".choices .chip");
  assert.match(page.url(), /destination=MEX/);
  await page.waitForFunction(() => Number(document.querySelector("#products tfoot td.quantity data").value) === 2628.738);
  // The list of destinations stays whole, so that a reader can choose another.
  assert.ok((await page.locator("#destinations tbody tr").count()) > 5);
  const again = await open(st.browser, page.url());
  await again.waitForFunction(() => Number(document.querySelector("#products tfoot td.quantity data")?.value) === 2628.738);
  await again.locator(".choices .chip").click();
  await again.waitForFunction(() => Number(document.querySelector("#products tfoot td.quantity data").value) > 20000);
  healthy(again);
});

test("whom the figures are about stands in the headline, the title and the note", async () => {
  const page = await open(st.browser, `${st.site.address}${SYNTHETIC}&destination=MEX`);
  await page.waitForSelector(".choices");
  await page.waitForFunction(() => /to Mexico in April 2025/.test(document.querySelector(".sentence")?.textContent ?? ""));
  assert.match(await page.locator(".tile dt").first().innerText(), /Exports to Mexico in April 2025/);
  assert.match(await page.title(), /to Mexico$/);
  await page.goto(`${st.site.address}${SYNTHETIC}&destination=MEX&view=note`);
  await page.waitForFunction(() => /cable exports to Mexico rose/.test(document.body.textContent));
  healthy(page);
  await page.close();
});

test("twelve months, value and the cross table", async () => {
  const page = await records("&period=2025-04&view=cross&span=r12", { wait: ".matrix" });
  const sums = await page.locator(".matrix tbody td.quantity data").evaluateAll((all) => all.map((d) => Number(d.value)));
  const whole = Number(await page.locator(".matrix tfoot td.quantity data").getAttribute("value"));
  near(sums.reduce((a, b) => a + b), whole, 0.001, "rows of the cross table");
  assert.ok(whole > 200000);
  await page.goto(`${st.site.address}${SYNTHETIC}&period=2025-04&view=destinations`);
  await page.waitForSelector("#destinations td.value data");
  const money = await datum(row(page, "destinations", "Mexico").locator("td.value").first());
  const quantity = await datum(row(page, "destinations", "Mexico").locator("td.quantity"));
  const unit = await datum(row(page, "destinations", "Mexico").locator("td.value").nth(1));
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
  assert.ok(await page.locator("#import button[type=submit]").isDisabled());
  await page.locator("#import label", { hasText: "Exports" }).click();
  await page.fill("#import input[type=text]", "My wire");
  await page.click("#import button[type=submit]");
  await page.waitForSelector("#import .summary");
  const told = await page.locator("#import").innerText();
  for (const part of ["GB18030", "3 read, 2 used, 1 could not be used", "4,187,818 kg", "11,886,214 USD", "line 4", "“1e9”"]) {
    assert.ok(told.includes(part), `${part} in: ${told}`);
  }
  assert.match(await page.locator(".banner.yours").innerText(), /only in this browser/);
  assert.equal(await page.locator("h1").innerText(), "My wire");
  const name = "墨西哥";
  assert.equal((await datum(row(page, "destinations", name).locator("td.quantity"))).value, 2628.738);

  await page.reload();
  await page.waitForSelector(".banner.yours");
  assert.equal((await datum(row(page, "destinations", name).locator("td.quantity"))).value, 2628.738);
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.click("text=Download as a dataset"),
  ]);
  const { readFileSync } = await import("node:fs");
  const dataset = JSON.parse(readFileSync(await download.path(), "utf8"));
  assert.deepEqual(dataset.columns.quantity_kg, [1559080, 2628738]);
  assert.equal(dataset.title.en, "My wire");

  await page.click("text=Dismiss");
  await page.waitForSelector(".banner.yours", { state: "detached" });
  await page.goto(`${st.site.address}?d=your-file`);
  await page.waitForSelector(".tiles");
  assert.match(await page.locator(".notices").innerText(), /only the browser has/);
  healthy(page);
});

test("of a dataset in parts only those are fetched that the view needs", async () => {
  const { readFileSync } = await import("node:fs");
  const whole = JSON.parse(readFileSync("tests/fixtures/data/cn-aluminium-wire-cable-synthetic.json", "utf8"));
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
    file: `wire-${year}.json`, bytes: body.length, sha256: "0".repeat(64), first: `${year}-01`, last: `${year}-12`, products: [],
  });
  const bodies = { 2024: part("2024"), 2025: part("2025") };
  const parts = [entry("2021", "{}"), ...Object.entries(bodies).map(([year, body]) => entry(year, body))];
  const dataset = {
    id: "parts", kind: "records", title: { en: "Parts" }, first: "2021-01", last: "2025-12", default_period: "2025-04", parts,
  };
  const manifest = { format: "tonnage/manifest", version: "1.0", default: "parts", datasets: [dataset] };
  st.site.faults.set("data/index.json", { body: JSON.stringify(manifest) });
  for (const [year, body] of Object.entries(bodies)) st.site.faults.set(`data/wire-${year}.json`, { body });
  try {
    st.site.asked.length = 0;
    const page = await open(st.browser, `${st.site.address}?period=2025-04`);
    assert.equal((await datum(row(page, "destinations", "Mexico").locator("td.quantity"))).value, 2628.738);
    // The year before is in another file than the month.
    await page.waitForSelector("#destinations");
    const asked = st.site.asked.filter((file) => /wire-/.test(file));
    assert.deepEqual([...new Set(asked)].sort(), ["data/wire-2024.json", "data/wire-2025.json"]);
    healthy(page);
  } finally {
    st.site.faults.clear();
  }
});

test("a dropped file that is no table gets a sentence and loses nothing", async () => {
  const page = await records("&period=2025-04");
  await drop(page, "table.csv", Buffer.from("\x89PNG\r\n\x1a\n....", "latin1"));
  await page.waitForSelector("#import details");
  assert.match(await page.locator("#import").innerText(), /table\.csv: This is a picture/);
  assert.equal((await datum(row(page, "destinations", "Mexico").locator("td.quantity"))).value, 2628.738);
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
  const page = await records("&period=2025-04");
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
  assert.equal((await datum(row(page, "destinations", "Mexico").locator("td.quantity"))).value, 2628.738);
  healthy(page);
});

test("a million rows are read and counted exactly", async () => {
  const page = await records("&period=2025-04");
  await bringLarge(page, 1_000_000);
  await page.waitForSelector("#import form", { timeout: 120000 });
  await page.locator("#import label", { hasText: "Imports" }).click();
  await page.click("#import button[type=submit]");
  await page.waitForSelector("#import .summary", { timeout: 120000 });
  const told = await page.locator("#import").innerText();
  // 0 + 1 + … + 999,999.
  assert.ok(told.includes("499,999,500,000 kg"), told);
  assert.ok(told.includes("1,000,000 read, 1,000,000 used"), told);
  assert.match(await page.locator(".sentence").innerText(), /imported/);
  healthy(page);
});
