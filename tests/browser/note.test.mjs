// The month as a note: its text, its links, the analyst's own words, and what is copied.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { MADE_UP, healthy, open, serveMadeUp, stage, unzip } from "./browser.mjs";
import { DATASET, FIXTURES, RECORDS } from "./site.mjs";

let page;
let address;
const on = stage(async ({ browser, site }) => {
  address = site.address;
  page = await open(browser, `${address}?view=note`, { wait: "#note article", permissions: ["clipboard-read", "clipboard-write"] });
});

const plain = (text) => text.replaceAll("\u00a0", " ").replace(/\s+/g, " ").trim();
const command = (dataset, ...more) =>
  execFileSync("cargo", ["run", "-q", "--release", "--bin", "tonnage", "--", "note", "--dataset", dataset, ...more], {
    encoding: "utf8",
  });
/** The paragraphs of the note in the page. */
const paragraphs = async (page) => (await page.locator("#note .part > p").allInnerTexts()).map(plain);
const number = (page, text) => page.locator("#note article button.number", { hasText: text }).first();
const pasted = (page) => page.evaluate(() => navigator.clipboard.readText());

test("the page and the command line write the same note", async () => {
  const told = command(`${FIXTURES}/${DATASET}`).split("\n\n");
  assert.equal(plain(await page.locator("#note article h3").innerText()), plain(told[0]));
  const found = await paragraphs(page);
  assert.deepEqual(found, told.slice(1, 1 + found.length).map(plain));
  assert.equal(await page.locator("#note-title").innerText(), "Monthly summary");
  assert.match(found.join(" "), /21,300 t .*down 5\.3% MoM .*up 8\.43% YoY.*82,800 t/);
  healthy(page);
});

test("every number tells its basis when it is pointed at or pressed, and leads to the view that shows it", async () => {
  assert.ok((await page.locator("#note article button.number").count()) > 40);
  await number(page, "about").hover();
  await page.waitForSelector("#explanation");
  await page.mouse.move(0, 0);
  await page.waitForSelector("#explanation", { state: "detached" });
  await number(page, "2,628.738").click();
  await page.waitForSelector("#explanation.pinned");
  assert.match(page.url(), /view=note$/, "a press tells");
  await page.locator("#explanation").getByRole("link", { name: "Show it among the others" }).click();
  await page.waitForSelector("#destinations");
  assert.match(page.url(), /view=destinations/);
  assert.match(plain(await page.locator("#destinations").innerText()), /2,629/);
  await page.goBack();
  await page.waitForSelector("#note article");
  healthy(page);
});

test("the note is in the page's language, and its length stands in the link", async () => {
  // The note stays until the other one is there.
  await page.evaluate(() => {
    new MutationObserver(() => {
      if (!document.querySelector("#note article")) document.body.dataset.empty = "";
    }).observe(document.querySelector("#note"), { childList: true, subtree: true });
  });
  await page.getByRole("button", { name: "中文" }).click();
  await page.waitForSelector("#note article[lang|=zh]");
  const full = await page.locator("#note article").innerText();
  await page.getByRole("button", { name: "简版" }).click();
  assert.match(page.url(), /view=note&length=short$/);
  await page.waitForFunction((full) => document.querySelector("#note article").innerText.length < full.length, full);
  assert.equal(await page.evaluate(() => document.body.dataset.empty), undefined, "the note was gone for a while");
  assert.equal(await page.evaluate(() => document.activeElement.textContent), "简版");
  assert.equal(await page.locator("#note .switches [aria-pressed=true]").allInnerTexts().then(String), "简版");
  const told = command(`${FIXTURES}/${DATASET}`, "--lang", "zh", "--length", "short").split("\n\n");
  const found = await paragraphs(page);
  assert.deepEqual(found, told.slice(1, 1 + found.length).map(plain));
  assert.match(found.join(""), /2\.13万吨，环比下降5\.3%，同比增长8\.43%/);
  await page.getByRole("button", { name: "English" }).click();
  await page.getByRole("button", { name: "Full" }).click();
  await page.waitForSelector("#note article[lang=en]");
  assert.match(page.url(), /\?view=note$/);
  const other = await open(on.browser, `${address}?view=note&lang=fr&length=long`, { wait: "#note article" });
  const notices = plain(await other.locator(".notices").innerText());
  assert.match(notices, /“fr”, which this page does not speak/);
  assert.match(notices, /length “long”/);
  healthy(other);
});

test("the analyst's own words stay in the browser, and go along with what is copied", async () => {
  await page.fill("#interpretation", "Iraq came back. <b>Watch</b> Henan & co.");
  assert.ok(!page.url().includes("Iraq"));
  await page.getByRole("button", { name: "Share this view" }).click();
  await page.getByText("Link copied").waitFor();
  assert.ok(!(await pasted(page)).includes("Iraq"));
  await page.reload();
  await page.waitForSelector("#note article");
  assert.equal(await page.inputValue("#interpretation"), "Iraq came back. <b>Watch</b> Henan & co.");

  await page.getByRole("button", { name: "Copy as text" }).click();
  await page.getByText("Copied as text.").waitFor();
  const text = await pasted(page);
  assert.match(text, /^China’s exports of aluminium wire and cable fell 5\.3% MoM/);
  assert.match(text, /\[.*\]\nIraq came back\. <b>Watch<\/b> Henan & co\./);
  assert.ok(text.includes(`${address}?`), "a link back");

  await page.getByRole("button", { name: "Copy as Markdown" }).click();
  await page.getByText("Copied as Markdown.").waitFor();
  const markdown = await pasted(page);
  assert.ok(markdown.includes(`[21,300 t](${address}?d=cn-aluminium-wire-cable&period=2025-04)`), markdown.slice(0, 400));
  assert.ok(markdown.includes(`[Chart: Trend](${address}?d=cn-aluminium-wire-cable&period=2025-04&view=trend)`));
  assert.match(markdown, /> Iraq came back\. &lt;b>Watch&lt;\/b> Henan &amp; co\./);

  await page.getByRole("button", { name: "Copy for an e-mail" }).click();
  await page.getByText("Copied: paste it into an e-mail.").waitFor();
  const kinds = await page.evaluate(async () => (await navigator.clipboard.read())[0].types);
  assert.deepEqual(kinds.toSorted(), ["text/html", "text/plain"]);
  const html = await page.evaluate(async () => (await (await navigator.clipboard.read())[0].getType("text/html")).text());
  assert.match(html, /Iraq came back\. &lt;b&gt;Watch/);
  assert.match(html, /<a href="http:\/\/127\.0\.0\.1:\d+\/\?d=cn-aluminium-wire-cable&amp;period=2025-04"/);
  assert.equal(await pasted(page), text);

  // Another month has words of its own; empty again, nothing is kept.
  await page.goto(`${address}?period=2025-08&view=note`);
  await page.waitForSelector("#note article");
  assert.equal(await page.inputValue("#interpretation"), "");
  await page.goto(`${address}?view=note`);
  await page.waitForSelector("#note article");
  await page.fill("#interpretation", "");
  const kept = await page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith("tonnage.note")));
  assert.deepEqual(kept, []);
  healthy(page);
});

test("beside a paragraph stand the charts that show what it says, of its month, whole at every width", async () => {
  const sinks = "?d=cn-stainless-steel-sinks&period=2025-04&view=note";
  const other = await open(on.browser, address + sinks, { wait: "#note figure" });
  const captions = async () => (await other.locator("#note figcaption").allInnerTexts()).map(plain);
  assert.deepEqual(await captions(), [
    "Monthly exports in tonnes",
    "Unit value over time",
    "Destinations, April 2025, as parts of the whole",
    "Exporters’ provinces, April 2025, on a map",
    "What changed · By destination · from March 2025 to April 2025",
  ]);
  const parts = await other.locator("#note .part:has(figure) h4").allInnerTexts();
  assert.deepEqual(parts, ["Total", "Destinations", "Exporters’ provinces", "What drove the change"]);
  const inside = () =>
    other.evaluate(() => {
      const edge = document.documentElement.clientWidth;
      const charts = [...document.querySelectorAll("#note figure .drawing")].map((each) => each.getBoundingClientRect());
      return charts.length > 0 && charts.every(({ left, right }) => left >= 0 && right <= edge);
    });
  const beside = () => other.locator("#note .part").first().evaluate((part) => part.querySelector("figure").offsetTop < part.querySelector("p").offsetTop + 1);
  assert.ok((await inside()) && (await beside()), "beside the text");
  for (const width of [390, 760]) {
    await other.setViewportSize({ width, height: 800 });
    await other.waitForFunction((width) => document.querySelector("#note .drawing").getBoundingClientRect().width < width, width);
    assert.ok((await inside()) && !(await beside()), `below the text at ${width} pixels`);
  }
  await other.locator("#note figcaption a").nth(2).click();
  await other.waitForSelector("#destinations");
  assert.match(other.url(), /view=destinations/);

  // A February is told with its January, and so are its charts.
  await other.goto(`${address}?d=cn-stainless-steel-sinks&period=2025-02&view=note&lang=zh`);
  await other.waitForSelector("#note figure");
  assert.match((await captions()).join("\n"), /1[—–-]2月/);
  assert.doesNotMatch((await captions()).join(""), /[A-Za-z]{3}/);
  const menu = other.locator("#note figure").nth(2).locator(".download");
  await menu.locator("summary").click();
  const [download] = await Promise.all([other.waitForEvent("download"), menu.getByRole("button", { name: "SVG" }).click()]);
  assert.equal(download.suggestedFilename(), "cn-stainless-steel-sinks-2025-02-ytd-destinations.svg");
  healthy(other);
});

test("the note is saved for Word, with the analyst's own words", async () => {
  const other = await open(on.browser, `${address}?view=note`, { wait: "#note article" });
  await other.fill("#interpretation", "Iraq came back. <b>Watch</b> Henan & co.");
  const [download] = await Promise.all([
    other.waitForEvent("download"),
    other.getByRole("button", { name: "Save for Word" }).click(),
  ]);
  assert.equal(download.suggestedFilename(), "tonnage-cn-aluminium-wire-cable-2025-04.docx");
  const parts = unzip(readFileSync(await download.path()));
  const told = await other.evaluate((xml) => {
    const parsed = new DOMParser().parseFromString(xml, "application/xml");
    if (parsed.querySelector("parsererror")) throw new Error("no XML");
    return [...parsed.getElementsByTagName("w:p")].map((each) => [...each.getElementsByTagName("w:t")].map((text) => text.textContent).join(""));
  }, parts["word/document.xml"]);
  assert.equal(plain(told[0]), plain(await other.locator("#note article h3").innerText()));
  for (const paragraph of await paragraphs(other)) assert.ok(told.map(plain).includes(paragraph), paragraph);
  assert.ok(told.includes("Iraq came back. <b>Watch</b> Henan & co."));
  assert.ok(parts["word/footer1.xml"].includes(`${address}?d=cn-aluminium-wire-cable&amp;period=2025-04`));
  await other.getByText(/Saved as tonnage-/).waitFor();
  await other.fill("#interpretation", "");
  healthy(other);
});

test("what the note does not say has its reason", async () => {
  await page.locator("#note .rules summary").click();
  const rules = plain(await page.locator("#note .rules").innerText());
  assert.match(rules, /Trade modes: The dataset does not tell these apart\./);
  assert.match(rules, /Said: .*total/i);
});

test("where the browser does not let the page copy, the text is there to copy by hand", async () => {
  const init = () => Object.defineProperty(navigator.clipboard, "writeText", { value: () => Promise.reject(new Error("no")) });
  const other = await open(on.browser, `${address}?view=note`, { wait: "#note article", init });
  await other.getByRole("button", { name: "Copy as text" }).click();
  await other.waitForSelector(".take textarea");
  assert.match(await other.inputValue(".take textarea"), /^China’s exports of aluminium wire/);
});

test("a note of records is the command line's, and one of a choice says so", async () => {
  const query = "?d=cn-stainless-steel-sinks&period=2025-02&view=note";
  const other = await open(on.browser, address + query, { wait: "#note article" });
  assert.equal(await other.locator("#note .warning").count(), 0);
  const told = command(`${FIXTURES}/${RECORDS}`, "--period", "2025-02").split("\n\n");
  const found = await paragraphs(other);
  assert.ok(found.length > 4, found.join("\n"));
  assert.deepEqual(found, told.slice(1, 1 + found.length).map(plain));
  assert.match(found.join(" "), /9,356\st.* down 53\.7% MoM and 7\.6% YoY/);
  await other.goto(`${address}${query}&destination=502`);
  await other.waitForSelector("#note .warning");
  assert.match(await other.locator("#note .warning").innerText(), /United States/);
  healthy(other);
});

test("a note of synthetic records says so, in the page and in what is copied", async () => {
  serveMadeUp(on.site);
  try {
    const query = "?d=made-up&period=2025-04&view=note";
    const other = await open(on.browser, address + query, { wait: "#note article", permissions: ["clipboard-read", "clipboard-write"] });
    assert.match(await other.locator("#note .warning").innerText(), /SYNTHETIC DATA/);
    const file = join(mkdtempSync(join(tmpdir(), "tonnage-")), "made-up.json");
    writeFileSync(file, MADE_UP);
    const told = command(file, "--period", "2025-04").split("\n\n");
    const found = await paragraphs(other);
    assert.deepEqual(found, told.slice(2, 2 + found.length).map(plain));
    await other.getByRole("button", { name: "Copy for an e-mail" }).click();
    await other.getByText("Copied: paste").waitFor();
    assert.match(await pasted(other), /^SYNTHETIC DATA/);
    // One product's note says that it is of a choice.
    await other.goto(`${address}${query}&product=76141000`);
    await other.waitForSelector("#note .warning >> nth=1");
    assert.match(await other.locator("#note .warning").nth(1).innerText(), /[Ss]teel-core/);
    healthy(other);
  } finally {
    on.site.faults.clear();
  }
});
