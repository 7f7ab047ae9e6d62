// Tables taken away as files: every kind of file of every section that has a table, read back.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import Ajv from "ajv/dist/2020.js";
import { healthy, open, serveMadeUp, stage, unzip } from "./browser.mjs";
import { serve } from "./site.mjs";

const st = stage();
const SINKS = "?d=cn-stainless-steel-sinks";
const SCHEMA = JSON.parse(readFileSync("public/data/table.schema.json", "utf8"));
const valid = new Ajv({ allErrors: true, allowUnionTypes: true }).compile(SCHEMA);

/** Takes a file by a menu: its name and its bytes. */
async function take(page, menu, format) {
  await menu.locator("summary").click();
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    menu.getByRole("button", { name: format, exact: true }).click(),
  ]);
  assert.equal(await menu.getAttribute("open"), null, "the menu has closed");
  return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
}

/** Rows of CSV as RFC 4180 has it, and nothing else. */
function csv(text, end) {
  const rows = [];
  let at = 0;
  while (at < text.length) {
    const row = [];
    for (;;) {
      const [field, value] = text[at] === '"'
        ? (([whole, inside]) => [whole, inside.replaceAll('""', '"')])(/^"((?:[^"]|"")*)"/.exec(text.slice(at)))
        : [/^[^",\r\n]*/.exec(text.slice(at))[0]].flatMap((plain) => [plain, plain]);
      row.push(value);
      at += field.length;
      if (text[at] !== ",") break;
      at += 1;
    }
    assert.ok(text.startsWith(end, at), `a line ends at ${at}`);
    at += end.length;
    rows.push(row);
  }
  return rows;
}

/** A sheet's rows, as a browser reads XML: numbers as numbers, texts as texts. */
const sheet = (page, xml) =>
  page.evaluate((xml) => {
    const parsed = new DOMParser().parseFromString(xml, "application/xml");
    if (parsed.querySelector("parsererror")) throw new Error("no XML");
    const place = (cell) => [...cell.getAttribute("r").replace(/\d+/, "")].reduce((sum, c) => sum * 26 + c.charCodeAt(0) - 64, 0) - 1;
    return [...parsed.querySelectorAll("row")].map((row) => {
      const cells = [];
      for (const cell of row.querySelectorAll("c")) {
        cells[place(cell)] = cell.getAttribute("t") === "inlineStr" ? cell.textContent : Number(cell.querySelector("v").textContent);
      }
      return Array.from(cells, (cell) => cell ?? null);
    });
  }, xml);

/** Takes all four files by a menu and compares them with each other. Tells the JSON. */
async function takeAll(page, menu, section) {
  const plain = await take(page, menu, "CSV");
  const excel = await take(page, menu, "CSV for Excel");
  const workbook = await take(page, menu, "Excel workbook");
  const json = await take(page, menu, "JSON");
  for (const { name } of [plain, excel, workbook, json]) assert.match(name, new RegExp(`^[a-z-]+-20\\d\\d-\\d\\d-(month|ytd|r12)-${section}(-excel)?\\.(csv|xlsx|json)$`));
  assert.ok(excel.name.endsWith("-excel.csv") && workbook.name.endsWith(".xlsx"));

  const table = JSON.parse(json.bytes.toString("utf8"));
  assert.ok(valid(table), JSON.stringify(valid.errors?.slice(0, 3)));
  const names = table.columns.map((column) => column.name);
  const told = table.rows.map((row) => names.map((name) => row[name]));
  assert.ok(told.length > 0, section);
  assert.match(table.about.date, /^20\d\d-/);
  assert.match(table.about.address, /^http/);
  assert.ok(table.about.sources.length > 0 || section === "check");

  const rows = csv(plain.bytes.toString("utf8"), "\n");
  assert.deepEqual(rows[0], names);
  assert.deepEqual(rows.slice(1), told.map((row) => row.map((cell) => (cell === null ? "" : String(cell)))), section);
  const text = excel.bytes.toString("utf8");
  assert.ok(text.startsWith("\uFEFF"));
  assert.equal(csv(text.slice(1), "\r\n").length, rows.length);

  const parts = unzip(workbook.bytes);
  const cells = await sheet(page, parts["xl/worksheets/sheet1.xml"]);
  assert.deepEqual(cells[0], names);
  // Cells at the end of a row that hold nothing are not there.
  const filled = (row) => names.map((_, place) => row[place] ?? null);
  assert.deepEqual(cells.slice(1).map(filled), told, section);
  assert.ok(!parts["xl/worksheets/sheet1.xml"].includes("<f"), "no formula");
  const about = await sheet(page, parts["xl/worksheets/sheet2.xml"]);
  assert.deepEqual(about.find(([name]) => name === "title"), ["title", table.about.title]);
  return table;
}

const menuOf = (page, section) => page.locator(`#${section} > .foot .download`);

for (const [what, base, sections] of [
  ["published figures", "?", ["trend", "products", "destinations", "registration-locations", "changes", "check"]],
  ["records", `${SINKS}&`, ["trend", "destinations", "registration-locations", "changes", "season", "prices", "cross"]],
]) {
  test(`every section of ${what} has files of its table`, async () => {
    const page = await open(st.browser, `${st.site.address}${base}view=trend`, { wait: "#trend" });
    for (const section of sections) {
      await page.goto(`${st.site.address}${base}view=${section}`);
      const menu = section === "changes" || section === "season" || section === "prices" ? page.locator(`#${section} .foot .download`) : menuOf(page, section);
      await menu.waitFor();
      await takeAll(page, menu, section);
    }
    const code = what === "records" ? "429" : "MEX";
    await page.goto(`${st.site.address}${base}view=member&member=${code}`);
    const member = await takeAll(page, menuOf(page, "member"), "member");
    assert.ok(member.rows.every((row) => row.name === "Mexico"));
    await page.goto(`${st.site.address}${base}view=destinations&compare=${code}`);
    await page.locator(".comparison .after .download").waitFor();
    const compared = await takeAll(page, page.locator(".comparison .after .download"), "destinations-compared");
    assert.ok(compared.rows.every((row) => row.name === "Mexico"));
    healthy(page);
    await page.context().close();
  });
}

test("a file has what the page shows, with how it is known", async () => {
  const page = await open(st.browser, `${st.site.address}?view=destinations`, { wait: "#destinations" });
  const { about, rows } = await takeAll(page, menuOf(page, "destinations"), "destinations");
  const shown = await page.locator("#destinations tbody tr").first().locator("td.quantity data").getAttribute("value");
  const mexico = rows.find((row) => row.code === "MEX");
  assert.equal(String(mexico.quantity_t), shown);
  assert.deepEqual([mexico.rank, mexico.quantity_is, mexico.line], [1, "printed", "member"]);
  assert.match(mexico.quantity_source, /SMM/);
  assert.ok(rows.some((row) => row.line === "not_itemised") && rows.at(-1).line === "total");
  assert.ok(about.sources.every((source) => source.includes("https://")));
  healthy(page);
  await page.context().close();
});

test("rows that are chosen are those of the file, and made up ones say so", async () => {
  const site = await serve();
  serveMadeUp(site);
  const page = await open(st.browser, `${site.address}?d=made-up&view=destinations&product=76149000`, { wait: "#destinations" });
  const { about, rows } = await takeAll(page, menuOf(page, "destinations"), "destinations");
  assert.match(about.synthetic, /made up/);
  assert.match(about.only, /76149000|Other wire/);
  assert.ok(rows.every((row) => row.remark === "synthetic"));
  assert.equal(rows.find((row) => row.code === "MEX").quantity_t, 1);
  healthy(page);
  await page.context().close();
  await site.close();
});

test("the menu goes by keyboard, and Escape closes it", async () => {
  const page = await open(st.browser, `${st.site.address}?view=destinations`, { wait: "#destinations" });
  const menu = menuOf(page, "destinations");
  await menu.locator("summary").focus();
  await page.keyboard.press("Enter");
  assert.notEqual(await menu.getAttribute("open"), null);
  await page.keyboard.press("Tab");
  assert.equal(await page.evaluate(() => document.activeElement.textContent), "CSV");
  await page.keyboard.press("Escape");
  assert.equal(await menu.getAttribute("open"), null);
  assert.equal(await page.evaluate(() => document.activeElement.textContent), "Download");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  const [download] = await Promise.all([page.waitForEvent("download"), page.keyboard.press("Enter")]);
  assert.match(download.suggestedFilename(), /destinations\.csv$/);
  await page.locator("#destinations .downloaded", { hasText: download.suggestedFilename() }).waitFor();
  // A press elsewhere closes it, too.
  await menu.locator("summary").click();
  await page.locator("#destinations h2").click();
  assert.equal(await menu.getAttribute("open"), null);
  healthy(page);
  await page.context().close();
});

test("a browser that saves no files is told of, and trying again may work", async () => {
  const page = await open(st.browser, `${st.site.address}?view=destinations`, { wait: "#destinations" });
  await page.evaluate(() => {
    window.makes = URL.createObjectURL;
    URL.createObjectURL = () => { throw new Error("blocked"); };
  });
  const menu = menuOf(page, "destinations");
  await menu.locator("summary").click();
  await menu.getByRole("button", { name: "JSON" }).click();
  const failure = page.locator("#destinations .downloaded .failure");
  await failure.waitFor();
  assert.match(await failure.innerText(), /does not let this page save files/);
  await page.evaluate(() => { URL.createObjectURL = window.makes; });
  const [download] = await Promise.all([page.waitForEvent("download"), failure.getByRole("button").click()]);
  assert.match(download.suggestedFilename(), /\.json$/);
  await page.context().close();
});
