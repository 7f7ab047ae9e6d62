// A reader's own files of every kind and layout: what the page asks of them, what it tells, and the way out of what it
// cannot read.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { deflateRawSync, gzipSync } from "node:zlib";
import { healthy, open, stage } from "./browser.mjs";

const st = stage();
const fixture = (name) => readFileSync(`tests/fixtures/files/${name}`);

/** Brings files as a reader does: `[name, content]` each. */
const bring = (page, ...files) =>
  page.setInputFiles(
    ".own-file input",
    files.map(([name, content]) => ({ name, mimeType: "application/octet-stream", buffer: Buffer.from(content) })),
  );

const told = (page) => page.locator("#import").innerText();

/** Until the panel asks or tells something. */
const settled = async (page) => {
  await page.waitForSelector("#import :is(form, [role=status], [role=alert])");
};

/** Answers whatever is asked, as `say` has it by words of the question, until the end. */
const through = async (page, say = {}) => {
  for (let round = 0; round < 8; round += 1) {
    await settled(page);
    if ((await page.locator("#import form").count()) === 0) return told(page);
    for (const [question, answer] of Object.entries({ "exports or imports": "Exports", ...say })) {
      const choices = page.locator("#import fieldset", { hasText: question });
      if ((await choices.count()) > 0) await choices.locator("label", { hasText: answer }).click();
      const field = page.locator("#import form > label", { hasText: question });
      if ((await field.count()) === 0) continue;
      if ((await field.locator("select").count()) > 0) await field.locator("select").selectOption({ label: answer });
      else await field.locator("input").fill(answer);
    }
    const form = await page.locator("#import form").elementHandle();
    await page.click("#import [type=submit]");
    await page.waitForFunction((form) => !form.isConnected, form, { timeout: 5000 });
  }
  throw new Error(`still asked: ${await told(page)}`);
};

/** What the summary says of a line. */
const fact = (page, name) =>
  page.locator("#import .summary div").filter({ has: page.locator("dt", { hasText: new RegExp(`^${name}$`) }) }).locator("dd").innerText();

const crcs = Array.from({ length: 256 }, (_, n) => {
  let c = n;
  for (let k = 0; k < 8; k += 1) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1;
  return c >>> 0;
});
const crc32 = (bytes) => (bytes.reduce((c, byte) => crcs[(c ^ byte) & 255] ^ (c >>> 8), 0xffffffff) ^ 0xffffffff) >>> 0;

/** A zip archive. */
const zip = (files) => {
  const [locals, centrals] = [[], []];
  let offset = 0;
  for (const [name, content] of Object.entries(files)) {
    const [plain, packed] = [Buffer.from(content), deflateRawSync(Buffer.from(content))];
    const shared = Buffer.alloc(26);
    shared.writeUInt16LE(20, 0);
    shared.writeUInt16LE(8, 4);
    shared.writeUInt32LE(crc32(plain), 10);
    shared.writeUInt32LE(packed.length, 14);
    shared.writeUInt32LE(plain.length, 18);
    shared.writeUInt16LE(Buffer.byteLength(name), 22);
    const local = Buffer.concat([Buffer.from("PK\x03\x04"), shared, Buffer.from(name), packed]);
    const central = Buffer.concat([Buffer.from("PK\x01\x02\x14\x00"), shared, Buffer.alloc(14), Buffer.from(name)]);
    central.writeUInt32LE(offset, 42);
    locals.push(local);
    centrals.push(central);
    offset += local.length;
  }
  const directory = Buffer.concat(centrals);
  const end = Buffer.alloc(22);
  end.write("PK\x05\x06", "latin1");
  end.writeUInt16LE(centrals.length, 8);
  end.writeUInt16LE(centrals.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, directory, end]);
};

const SHEET = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const RELATED = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';

/** A workbook as Excel has it, of sheets of rows. */
const xlsx = (sheets) => {
  const names = Object.keys(sheets);
  const cell = (value) => (typeof value === "number" ? `<c><v>${value}</v></c>` : `<c t="inlineStr"><is><t>${value}</t></is></c>`);
  const rows = (table) => table.map((row) => `<row>${row.map(cell).join("")}</row>`).join("");
  const files = {
    "[Content_Types].xml": "<Types/>",
    "xl/workbook.xml": `<workbook ${SHEET} ${RELATED}><sheets>${names.map((name, i) => `<sheet name="${name}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`).join("")}</sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `<Relationships>${names.map((_, i) => `<Relationship Id="rId${i + 1}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet${i + 1}.xml"/>`).join("")}</Relationships>`,
  };
  names.forEach((name, i) => {
    files[`xl/worksheets/sheet${i + 1}.xml`] = `<worksheet ${SHEET}><sheetData>${rows(sheets[name])}</sheetData></worksheet>`;
  });
  return zip(files);
};

/** A table of exports with 4,250 kg, as rows of cells. */
const ROWS = [
  ["Date of data", "Commodity code", "Trading partner code", "Quantity", "Unit", "US dollar"],
  ["202503", "73241000", "412", 1750, "Kilogram", 7000],
  ["202504", "73241000", "412", 2500, "Kilogram", 9000],
];
const text = (delimiter) => ROWS.map((row) => row.join(delimiter)).join("\r\n");
const html = `<html><body><p>Exports</p><table>${ROWS.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join("")}</tr>`).join("")}</table></body></html>`;
const objects = ROWS.slice(1).map((row) => Object.fromEntries(row.map((cell, i) => [ROWS[0][i], cell])));

test("each kind of file is read and its total told", async () => {
  const page = await open(st.browser, st.site.address);
  const kinds = {
    "comma.csv": text(","),
    "semicolon.csv": text(";"),
    "tab.tsv": text("\t"),
    "bar.txt": text("|"),
    "utf16.csv": Buffer.from(`\ufeff${text("\t")}`, "utf16le"),
    "gzip.csv.gz": gzipSync(text(",")),
    "one.zip": zip({ "inside.csv": text(",") }),
    "rows.json": JSON.stringify(objects),
    "data.json": JSON.stringify({ count: 2, data: objects }),
    "page.html": html,
    "saved-as-page.xls": html,
    "book.xlsx": xlsx({ Trade: ROWS }),
  };
  for (const [name, content] of Object.entries(kinds)) {
    await bring(page, [name, content]);
    await through(page);
    assert.equal(await fact(page, "Total quantity"), "4,250 kg", name);
    assert.equal(await fact(page, "Total value"), "16,000 USD", name);
    assert.equal(await fact(page, "Trade"), "Exports of China", name);
    await page.getByRole("button", { name: "Close" }).click();
  }
  // Workbooks that other programs made, with titles, merged cells and hidden sheets, and notes that are no months.
  for (const [name, read] of [["book.xls", /^3 read, 3 used/], ["book.ods", /3 used/]]) {
    await bring(page, [name, readFileSync(`crates/sheet/tests/fixtures/${name}`)]);
    await through(page, { "counted in": "Kilograms", "Whose trade": "Peru" });
    assert.match(await fact(page, "Rows"), read);
    assert.equal(await fact(page, "Total quantity"), "72,800 kg", name);
    await page.getByRole("button", { name: "Close" }).click();
  }
  healthy(page);
});

test("each layout that is known is asked what it leaves open, and no more", async () => {
  const page = await open(st.browser, st.site.address);
  const layouts = {
    "customs-zh.csv": ["4,000 kg", "16,500 USD", "Exports of China"],
    "customs-en.csv": ["4,000 kg", "118,800 CNY", "Exports of China"],
    "customs-zh-edited.csv": ["4,000 kg", "16,500 USD", "Exports of Peru"],
    "comtrade.csv": ["2,000 kg", "8,401 USD", "Exports of Peru"],
    "comtrade-r.csv": ["100,000 kg", "500,000 USD", "Exports of Peru"],
    "comtrade-python.csv": ["2,000 kg", "8,400 USD", "Exports of Peru"],
    "comtrade-old.csv": ["1,000 kg", "50 USD", "Exports of Peru"],
    "comtrade-old-short.csv": ["1,000 kg", "50 USD", "Exports of Peru"],
    "comext-figures.csv": ["3,234 kg", "24,000 EUR", "Exports of Germany"],
    "comext-bulk.dat": ["1,334 kg", "10,000 EUR", "Exports of Germany"],
    "comext-bulk-v2.csv": ["1,334 kg", "10,001 EUR", "Exports of Germany"],
    "comexstat.csv": ["1,350 kg", "6,100 USD", "Exports of Brazil"],
    "census.json": ["2,400 kg", "15,000 USD", "Exports of United States"],
    "usa-trade-online.csv": ["2,400 kg", "15,000 USD", "Exports of United States"],
    "dataweb.xlsx": ["1,165 kg", "11,727 USD", "Exports of United States"],
    "korea.csv": ["1,700 kg", "7,000 USD", "Exports of South Korea"],
    "japan.csv": ["340 kg", "180,000 JPY", "Exports of Japan"],
    "rows.csv": ["4,000 kg", "15,200 EUR", "Exports of Peru"],
    "own-list.csv": ["17,000 kg", "2,100 USD", "Exports of Peru"],
  };
  for (const [name, said] of Object.entries(layouts)) {
    await bring(page, [name, fixture(name)]);
    await through(page, { "Whose trade": "Peru", "counted in": "Tonnes" });
    const facts = [await fact(page, "Total quantity"), await fact(page, "Total value"), await fact(page, "Trade")];
    assert.deepEqual(facts, said, name);
  }
  healthy(page);
});

/** A list of which no name is known: months, partners, goods, tonnes with a comma, thousands of euros. */
const LIST =
  "Wann;Wohin;Ware;Wieviel;Erlös\n2025-03;Chile;73241000;1,5;6\n2025-03;Peru;73241000;0,25;1\n2025-05;Chile;73241000;2,5;10\n";

/** Chooses in the list that has the focus by its keys: the first letters of a choice. */
const type = async (page, list, letters, value) => {
  await page.locator(list).focus();
  await page.keyboard.type(letters);
  await page.waitForFunction(([list, value]) => document.querySelector(list)?.value === value, [list, value]);
};

test("an unknown list is mapped by the keyboard, kept, used again, saved and forgotten", async () => {
  const page = await open(st.browser, st.site.address);
  await bring(page, ["list.csv", LIST]);
  await page.waitForSelector("#import form select");
  const chosen = () => page.locator("#import select[name$='/0']").evaluateAll((all) => all.map((list) => list.value));
  assert.deepEqual(await chosen(), ["time", "partner_name", "product_code", "quantity", "other"]);
  assert.equal(await page.locator("#import select[name='0/0']").getAttribute("aria-label"), "What “Wann” is");
  assert.match(await told(page), /What is counted in “Wieviel”\?/);
  // What its first rows become stands there at once, with what must still be said of them.
  const becomes = page.locator("#import .read").nth(1);
  assert.match(await becomes.locator("tbody tr").first().innerText(), /March 2025\s+73241000\s+Chile\s+1,5 \(unit\?\)/);
  await type(page, "[name='3/1']", "Tonnes", "t");
  // What the rows become follows at once, and the list keeps the focus.
  await page.getByRole("cell", { name: "1,500 kg" }).waitFor();
  assert.equal(await page.evaluate(() => document.activeElement.name), "3/1");
  await type(page, "[name='4/0']", "Value", "value");
  await page.waitForSelector("[name='4/2']");
  await type(page, "[name='4/1']", "Euro", "EUR");
  await type(page, "[name='4/2']", "in thousands", "1000");
  await page.getByRole("cell", { name: "6,000 EUR" }).waitFor();
  // One column of a kind.
  await type(page, "[name='2/0']", "Partner, by name", "partner_name");
  await page.waitForFunction(() => document.querySelector("[name='1/0']").value === "other");
  await type(page, "[name='1/0']", "Partner, by name", "partner_name");
  await type(page, "[name='2/0']", "HS", "product_code");
  await page.waitForFunction(() => document.querySelectorAll("#import .read")[1]?.innerText.includes("73241000"));
  const [saved] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "Save as a file" }).click()]);
  const mapping = readFileSync(await saved.path(), "utf8");
  assert.deepEqual(JSON.parse(mapping).columns[3], { name: "Wieviel", is: "quantity", unit: "t" });
  await page.keyboard.press("Escape");
  await page.locator("#import [type=submit]").focus();
  await page.keyboard.press("Enter");
  await page.waitForSelector("#import fieldset");
  await through(page, { "Whose trade": "Chile" });
  assert.equal(await fact(page, "Total quantity"), "4,250 kg");
  assert.equal(await fact(page, "Total value"), "17,000 EUR");
  assert.match(await told(page), /kept in this browser, for the next file/);
  // Months: two of them whole, the one between nobody's; told to those who hear the page, too.
  const months = page.locator("#import .read").last();
  assert.equal(await months.locator("td").nth(3).locator(".hidden").innerText(), "whole: 2 rows, 1,750 kg");
  assert.equal(await months.locator("td").nth(4).locator(".hidden").innerText(), "not covered");

  // In another visit nobody is asked.
  await page.reload();
  await page.waitForSelector(".banner.yours");
  await bring(page, ["list.csv", LIST]);
  await through(page, { "Whose trade": "Chile" });
  assert.equal(await fact(page, "Total value"), "17,000 EUR");
  assert.match(await told(page), /Read by the columns that you chose before/);
  await page.getByRole("button", { name: "Check the columns" }).click();
  await page.waitForSelector("#import form select");
  assert.equal(await page.locator("[name='4/2']").inputValue(), "1000");
  await page.getByRole("button", { name: "Cancel" }).click();
  await bring(page, ["list.csv", LIST]);
  await through(page, { "Whose trade": "Chile" });
  await page.getByRole("button", { name: "Forget these columns" }).click();
  await page.waitForSelector("#import form select");
  assert.equal((await chosen())[4], "other");
  // The file that was saved says it as well.
  await page.getByRole("button", { name: "Cancel" }).click();
  await bring(page, ["list.csv", LIST], ["list-columns.json", mapping]);
  await through(page, { "Whose trade": "Chile" });
  assert.equal(await fact(page, "Total value"), "17,000 EUR");
  healthy(page);
});

test("an import goes on in the language that is chosen in its midst", async () => {
  const page = await open(st.browser, st.site.address);
  const speak = (name) => page.getByRole("button", { name, exact: true }).click();
  await bring(page, ["list.csv", LIST]);
  await page.waitForSelector("#import form select");
  await type(page, "[name='3/1']", "Tonnes", "t");
  await page.getByRole("cell", { name: "1,500 kg" }).waitFor();
  await speak("中文");
  // Columns with what was chosen of them, and what rows become.
  await page.getByRole("cell", { name: "1,500千克" }).waitFor();
  assert.equal(await page.locator("[name='3/1']").inputValue(), "t");
  assert.match(await told(page), /前几行的读取结果/);
  await page.click("#import [type=submit]");
  // A question that is answered stays answered.
  await page.waitForSelector("#import fieldset");
  assert.match(await told(page), /这是出口还是进口？/);
  await page.locator("#import input[value=export]").check();
  await page.locator("#import input[type=text]").last().fill("Wares");
  await speak("English");
  await page.waitForSelector("#import fieldset:has-text('exports or imports')");
  assert.equal(await page.locator("#import input:checked").inputValue(), "export");
  assert.equal(await page.locator("#import input[type=text]").last().inputValue(), "Wares");
  await through(page, { "Whose trade": "Chile" });
  assert.equal(await fact(page, "Total quantity"), "4,250 kg");
  // And the summary, whose worker is gone.
  await speak("中文");
  assert.equal(await fact(page, "总数量"), "4,250千克");
  assert.doesNotMatch(await told(page), /Trade|Weight/);
  healthy(page);
});

test("what bytes leave open is asked with samples, and a sheet by its name", async () => {
  const page = await open(st.browser, st.site.address);
  // 吨 in GB18030, which are letters of Windows-1252 as well.
  const ton = Buffer.from(text(",").replaceAll("Kilogram", "#"));
  const bytes = Buffer.concat([...ton.toString("latin1").split("#").flatMap((part, i) => (i > 0 ? [Buffer.from("b6d6", "hex"), Buffer.from(part)] : [Buffer.from(part)]))]);
  await bring(page, ["ton.csv", bytes]);
  await page.waitForSelector("#import fieldset");
  assert.match(await told(page), /Which of these reads right\?/);
  // Nothing is chosen beforehand, and without an answer nothing goes on.
  assert.equal(await page.locator("#import input:checked").count(), 0);
  await page.click("#import [type=submit]");
  assert.equal(await page.locator("#import form").count(), 1);
  await page.locator("#import fieldset label", { hasText: "吨" }).click();
  await page.click("#import [type=submit]");
  await page.waitForSelector("#import fieldset:has-text('exports or imports')");
  await through(page);
  assert.equal(await fact(page, "Total quantity"), "4,250,000 kg");

  await bring(page, ["book.xlsx", xlsx({ March: ROWS.slice(0, 2), April: [ROWS[0], ROWS[2]] })]);
  await page.waitForSelector("#import fieldset");
  // A first sheet that nobody chose would be a part that looks like all.
  assert.equal(await page.locator("#import input:checked").count(), 0);
  assert.equal(await page.getByRole("button", { name: "Check the columns" }).count(), 0);
  await through(page, { "Which sheet": "April" });
  assert.equal(await fact(page, "Total quantity"), "2,500 kg");
  const total = async (answer) => {
    await bring(page, ["book.xlsx", xlsx({ March: ROWS.slice(0, 2), April: [ROWS[0], ROWS[2]] })]);
    await through(page, { "Which sheet": answer });
    return fact(page, "Total quantity");
  };
  const [march, april] = [await total("March"), await total("April")].map((text) => parseInt(text.replaceAll(",", ""), 10));
  assert.equal(await total("All of them"), `${(march + april).toLocaleString("en")} kg`);
  assert.match(await told(page), /book\.xlsx \/ March/);
  // The columns of what was chosen.
  await page.getByRole("button", { name: "Check the columns" }).click();
  await page.waitForSelector("#import form select");
  assert.match(await told(page), /book\.xlsx \/ March/);
  await page.getByRole("button", { name: "Cancel" }).click();

  // Two ways to write numbers.
  await bring(page, ["list.csv", "Month;Country;Weight (kg);Value (EUR)\n2025-04;Chile;1,234;5\n2025-04;Peru;5,678;6\n"]);
  await through(page, { "numbers of": "A comma stands", "Whose trade": "Chile" });
  assert.equal(await fact(page, "Total quantity"), "7 kg");
  healthy(page);
});

const COMTRADE = "period,reporterCode,reporterDesc,flowCode,partnerCode,partnerDesc,cmdCode,netWgt,primaryValue\n";

test("several reporters are never added, and what is left out is told and given as a file", async () => {
  const page = await open(st.browser, st.site.address);
  const rows = [
    "202504,152,Chile,X,604,Peru,732410,7,70",
    "202504,152,Chile,X,0,World,732410,7,70",
    "202504,156,China,X,604,Peru,732410,900,8000",
    "202504,152,Chile,X,32,Argentina,732410,x,70",
  ];
  await bring(page, ["f.csv", `${COMTRADE}${rows.join("\n")}\n`]);
  await page.waitForSelector("#import fieldset");
  assert.match(await told(page), /Chile \(152\), 2 rows/);
  await through(page, { "Whose trade": "Chile (152)" });
  assert.equal(await fact(page, "Total quantity"), "7 kg");
  assert.equal(await fact(page, "Trade"), "Exports of Chile");
  assert.equal(await fact(page, "Rows"), "4 read, 1 used, 1 could not be used");
  const said = await told(page);
  for (const part of ["of another reporter", "900 kg", "sums of others", "first: f.csv, line 3", "f.csv, line 5: “x”"]) {
    assert.ok(said.includes(part), `${part} in ${said}`);
  }
  const [list] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: /all of these rows/ }).click()]);
  const lines = readFileSync(await list.path(), "utf8").trim().split("\n");
  assert.deepEqual(lines, [
    "file,line,reason,month,product,partner,quantity_kg,value",
    "f.csv,3,world,2025-04,732410,0,7,70",
    "f.csv,4,other-reporter,2025-04,732410,604,900,8000",
  ]);
  healthy(page);
});

test("what cannot be read says why and what to do, and the page stays as it was", async () => {
  const page = await open(st.browser, st.site.address);
  const name = await page.locator(".title h1").innerText();
  const refused = {
    "picture.csv": ["\x89PNG\r\n\x1a\n....", "This is a picture"],
    "document.csv": ["%PDF-1.7\n....", "Bring the workbook or the CSV"],
    "data.parquet": ["PAR1....PAR1", "Write the table as CSV"],
    "empty.csv": ["", "download it again"],
    "error.html": ["<!doctype html><title>502</title><h1>Bad gateway</h1>", "Download the file again"],
    "broken.xlsx": [zip({ "xl/workbook.xml": "<workbook" }), "Download it again, or open it in Excel"],
    "twice.zip": [zip({ "inner.zip": zip({ "a.csv": text(",") }) }), "Unpack the zip file and bring what was inside"],
    "nothing.zip": [zip({ "picture.png": "\x89PNG\r\n\x1a\n" }), "Nothing in the zip file is a table"],
    "cut.json": ['[{"a": 1}, {"a"', "download it again"],
    "values.json": ['{"a": 1}', "no list of rows"],
    "letter.txt": ["Dear colleague,\nthe figures, as promised,\nare below.\n", "No line names columns"],
    "head.csv": [text(",").split("\r\n")[0], "not the same as no data"],
    "columns.json": ['{"columns": [{"name": "a", "is": "time"}]}', "Bring it together with the file"],
    "wrong.json": ['{"columns": [{"name": "a", "is": "colour"}]}', "Save the columns anew"],
  };
  for (const [file, [content, said]] of Object.entries(refused)) {
    await bring(page, [file, Buffer.isBuffer(content) ? content : Buffer.from(content, "latin1")]);
    await through(page, { month: "2025-04", "Whose trade": "Chile" }).catch(() => {});
    const all = await told(page);
    assert.match(all, /Nothing of it could be used/, `${file}: ${all}`);
    assert.ok(all.includes(said), `${file}: ${said} in ${all}`);
  }
  assert.equal(await page.locator(".title h1").innerText(), name);
  healthy(page);
});
