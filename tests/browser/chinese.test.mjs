// The page in Chinese: every view without an English word, and the switch between the languages.

import assert from "node:assert/strict";
import { test } from "node:test";
import { healthy, open, stage } from "./browser.mjs";

const on = stage();

const close = (page) => page.context().close();
const CHINESE = { locale: "zh-CN" };

const PUBLISHED = "cn-aluminium-wire-cable";
const IMPORTS = "cn-aluminium-alloy-imports";
const RECORDS = "cn-stainless-steel-sinks";

/** Every view of the page, and in front of it the element that it is there with. */
const VIEWS = [
  ["", ".tiles"],
  ["?period=2025-08", ".tiles"],
  ["?period=2025-12&span=ytd", ".tiles"],
  [`?d=${IMPORTS}`, ".tiles"],
  [`?d=${RECORDS}`, "#prices svg"],
  [`?d=${RECORDS}&span=r12`, "#prices svg"],
  [`?d=${RECORDS}&destination=502`, "#prices svg"],
  ...["columns", "years", "cumulative", "twelve-months"].map((chart) => [`?d=${RECORDS}&view=trend&chart=${chart}`, "#trend svg"]),
  ["?view=trend", "#trend table"],
  ...["kg,thousand", "short-ton,million", "lb,billion", "Mt,whole"].map((unit) => [`?d=${RECORDS}&unit=${unit}`, "#prices svg"]),
  ["?view=products", "#products table"],
  ["?view=destinations&sort=name", "#destinations table"],
  ["?view=destinations&compare=MEX~PRT&as=index", ".comparison svg"],
  ["?view=destinations&compare=MEX~PRT&as=rank", ".comparison svg"],
  ["?view=registration-locations", "#registration-locations table"],
  ["?view=changes", "#changes svg"],
  [`?d=${RECORDS}&view=changes&against=year&show=slope`, "#changes svg"],
  ["?view=season", "#season svg"],
  ["?view=prices", "main"],
  ["?view=member&member=MEX", "#member svg"],
  ["?view=member&member=nobody", ".empty"],
  ["?view=cross", ".empty"],
  ["?view=sources", "#sources details"],
  ["?view=check", "#check .contradictions"],
  ["?view=check&month=2025-08&verdict=agrees", "#check table"],
  ["?view=note", "#note article"],
  ["?view=check-note", "#check-note textarea"],
  [`?d=${RECORDS}&view=destinations`, "#destinations table"],
  [`?d=${RECORDS}&view=destinations&show=map`, "#destinations svg"],
  [`?d=${RECORDS}&view=destinations&show=treemap`, "#destinations svg"],
  [`?d=${RECORDS}&view=registration-locations&show=map`, "#registration-locations svg"],
  [`?d=${RECORDS}&view=trade-modes`, "#trade-modes"],
  [`?d=${RECORDS}&view=cross`, "#cross table"],
  [`?d=${RECORDS}&view=prices`, "#prices svg"],
  [`?d=${RECORDS}&view=season`, "#season svg"],
  [`?d=${RECORDS}&view=member&member=502`, "#member svg"],
  [`?d=${RECORDS}&view=sources`, "#sources"],
  [`?d=${RECORDS}&view=check`, "main .caveat"],
  [`?d=${RECORDS}&view=note`, "#note article"],
  // What of a link cannot be used.
  ["?view=globe&period=2031-01&chart=pie&colour=red&lang=zh&sort=x&show=x&as=x&span=week&length=x&product=1&d=nothing", ".notices p"],
];

/** Latin words that Chinese has, too: names, units, kinds of files. */
const KNOWN = new Set(
  ("HS SMM Tonnage CSV Excel Word JSON PNG SVG HHI kB US Markdown HTML Tab UTF-8 UN Comtrade English CNAL AL Alcircle Mysteel Asian Metal " +
    // What a link said, quoted, and what a notice says that it should be.
    "").split(" "),
);

/** All that is read or heard of the page, without what articles and datasets say in their own language. */
const said = (page) =>
  page.evaluate(() => {
    // Publishers are named, and days that are no dates are told, as the dataset has them.
    const publications = ".articles .facts, .findings .facts, .origins, select[name=article], .check td:last-child";
    const foreign = `[lang=en], ${publications}, script, style, noscript`;
    const texts = [document.title, document.querySelector("meta[name=description]").content];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const element = node.nodeType === Node.TEXT_NODE ? node.parentElement : node;
      if (element.closest(foreign)) continue;
      if (node.nodeType === Node.TEXT_NODE) texts.push(node.data);
      else for (const name of ["aria-label", "title", "placeholder", "alt", "data-on", "data-unit"]) texts.push(node.getAttribute(name) ?? "");
    }
    return texts.filter((text) => text.trim() !== "");
  });

/** Words of another language in a text. What stands in quotation marks is what an article or a link says. */
const english = (texts) =>
  texts
    .map((text) => text.replaceAll(/“[^”]*”/g, "").replaceAll(/《[^》]*》/g, ""))
    .filter((text) => (text.match(/[A-Za-z][A-Za-z-]+\d*/g) ?? []).some((word) => !KNOWN.has(word)));

test("the machine draws Chinese", async () => {
  const page = await open(on.browser, on.site.address, CHINESE);
  // Without a font every character is the same box.
  const [one, other] = await page.evaluate(() =>
    ["量", "额"].map((character) => {
      const canvas = new OffscreenCanvas(40, 40);
      const context = canvas.getContext("2d");
      context.font = "32px sans-serif";
      context.fillText(character, 0, 34);
      return context.getImageData(0, 0, 40, 40).data.join();
    }),
  );
  assert.notEqual(one, other, "no font with Chinese characters: install one, as Debian's package fonts-noto-cjk");
  await close(page);
});

test("every view is Chinese for who reads Chinese, without a word of English", async () => {
  const page = await open(on.browser, on.site.address, CHINESE);
  for (const [query, wait] of VIEWS) {
    await page.goto(on.site.address + query);
    await page.waitForSelector(wait);
    await page.waitForFunction(() => document.documentElement.hasAttribute("data-live"));
    // Sections below the first screen are drawn a frame later.
    await page.waitForTimeout(150);
    assert.equal(await page.locator("html").getAttribute("lang"), "zh-Hans");
    assert.deepEqual(english(await said(page)), [], query);
  }
  healthy(page);
  await close(page);
});

test("what is opened on the page is Chinese, too", async () => {
  const page = await open(on.browser, `${on.site.address}?view=destinations`, { ...CHINESE, wait: "#destinations table" });
  await page.getByRole("button", { name: "菜单" }).click();
  await page.locator("#menu li").first().waitFor();
  assert.deepEqual(english(await said(page)), [], "the menu");
  await page.keyboard.press("Escape");
  for (const number of (await page.locator("#destinations .number").all()).slice(0, 40)) {
    await number.focus();
    await page.locator("#explanation").waitFor();
    assert.deepEqual(english(await said(page)), [], await number.innerText());
  }
  await page.goto(`${on.site.address}?view=check-note`);
  const text = "Exports of aluminium wire and cable were 21,300 mt in April 2025, down 9% MoM. Mexico took 2,000 mt, a share of 12.3%. In Q1 they were 61,500 mt.";
  await page.locator("textarea").fill(text);
  await page.locator("#check-note table").waitFor();
  const heard = (await said(page)).filter((told) => !text.includes(told.trim()));
  const readings = await page.locator("#check-note td").evaluateAll((cells) => cells.map((cell) => cell.innerText));
  assert.ok(readings.includes("2025年4月墨西哥占比"), readings.join(" | "));
  assert.deepEqual(english(heard.filter((told) => !/^[\d,.% mtMoM-]+：/.test(told))), []);
  // Another language has the same text read again.
  await page.getByRole("button", { name: "English" }).click();
  await page.locator("#check-note td", { hasText: "Mexico, April 2025: share of the total" }).waitFor();
  healthy(page);
  await close(page);
});

test("files are read in the reader's language", async () => {
  const page = await open(on.browser, on.site.address, CHINESE);
  const rows = "月份,商品编码,贸易伙伴编码,数量,计量单位,单价\n202504,76141000,429,x,千克,1\n";
  await page.locator("input[type=file]").setInputFiles({ name: "rows.csv", mimeType: "text/csv", buffer: Buffer.from(rows) });
  await page.locator("#import").getByText(/[\u4e00-\u9fff]/).first().waitFor();
  await page.waitForFunction(() => !document.querySelector("#import progress"));
  const texts = (await said(page)).filter((text) => !text.includes("rows"));
  assert.deepEqual(english(texts), []);
  healthy(page);
  await close(page);
});

test("no view is wider than a phone", async () => {
  for (const width of [390, 320]) {
    const page = await open(on.browser, on.site.address, { ...CHINESE, viewport: { width, height: 844 } });
    for (const [query, wait] of VIEWS) {
      await page.goto(on.site.address + query);
      await page.waitForSelector(wait, { state: "attached" });
      await page.waitForTimeout(100);
      const wider = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      assert.equal(wider, 0, `${query} at ${width} px`);
    }
    healthy(page);
    await close(page);
  }
});

test("the switch keeps the view and the focus, and is remembered", async () => {
  const page = await open(on.browser, `${on.site.address}?period=2025-03&view=destinations`, { wait: "#destinations table" });
  const seen = () => page.evaluate(() => [location.search, history.length, document.documentElement.lang, document.activeElement.className]);
  const [query, entries] = await seen();
  const chinese = page.getByRole("button", { name: "中文" });
  const { width, height } = await chinese.boundingBox();
  assert.ok(width >= 24 && height >= 24);
  await chinese.click();
  assert.match(await page.locator("h1").innerText(), /^出口目的地 · 2025年3月/);
  assert.deepEqual(await seen(), [query, entries, "zh-Hans", "speech"]);
  assert.match(await page.title(), /^出口目的地 · 2025年3月/);
  await page.reload();
  await page.waitForSelector("#destinations table");
  assert.match(await page.locator("h1").innerText(), /^出口目的地/);
  await page.getByRole("button", { name: "English" }).click();
  assert.match(await page.locator("h1").innerText(), /^Destinations · March 2025/);
  assert.deepEqual((await seen()).slice(0, 3), [query, entries, "en"]);
  healthy(page);
  await close(page);
});

test("a link's language counts for this visit, and the switch changes it", async () => {
  const page = await open(on.browser, `${on.site.address}?lang=zh`, { locale: "fr-FR" });
  assert.match(await page.locator("h1").innerText(), /^2025年4月出口2\.13万吨，环比下降5\.3%$/);
  await page.getByRole("button", { name: "English" }).click();
  assert.match(page.url(), /\?lang=en$/);
  await page.goto(on.site.address);
  await page.waitForSelector(".tiles");
  assert.match(await page.locator("h1").innerText(), /^Exports (fell|rose)/);
  healthy(page);
  await close(page);
});

test("where the browser remembers nothing the choice is in the link", async () => {
  const refuse = () => Object.defineProperty(globalThis, "localStorage", { get: () => { throw new DOMException("no", "SecurityError"); } });
  const page = await open(on.browser, on.site.address, { init: refuse });
  await page.getByRole("button", { name: "中文" }).click();
  await page.waitForFunction(() => document.documentElement.lang === "zh-Hans");
  assert.match(page.url(), /\?lang=zh$/);
  await page.reload();
  await page.waitForSelector(".tiles");
  assert.equal(await page.locator("html").getAttribute("lang"), "zh-Hans");
  healthy(page);
  await close(page);
});

test("names are in the order of their language", async () => {
  const page = await open(on.browser, `${on.site.address}?d=${RECORDS}&view=registration-locations&sort=name`, {
    ...CHINESE,
    wait: "#registration-locations table",
  });
  // Members have a box by which they are compared; sums of others have none.
  const listed = await page.locator("#registration-locations tr:has(.choose) th.name .label").allInnerTexts();
  const inOrder = listed.toSorted((a, b) => a.localeCompare(b, "zh-Hans"));
  assert.ok(listed.length > 5);
  assert.deepEqual(listed, inOrder);
  await close(page);
});

test("the static page is not seen in a language that the reader did not ask for", async () => {
  const page = await open(on.browser, on.site.address, { ...CHINESE, init: () => delete globalThis.WebAssembly, wait: "#boot-text" });
  assert.match(await page.locator("#boot-text").innerText(), /^此浏览器不支持WebAssembly/);
  // Where nothing else comes it is better than nothing.
  assert.ok(await page.locator("#static").isVisible());
  await close(page);
});

test("no stop begins a line behind a number", async () => {
  const page = await open(on.browser, `${on.site.address}?view=changes&lang=zh`, { ...CHINESE, wait: "#changes .finding" });
  const begins = await page.evaluate(() => {
    const found = [];
    const finding = document.querySelector("#changes .finding");
    for (let width = 120; width < 480; width += 1) {
      finding.style.width = `${width}px`;
      const texts = document.createTreeWalker(finding, NodeFilter.SHOW_TEXT);
      const stop = document.createRange();
      while (texts.nextNode()) {
        const { data } = texts.currentNode;
        if (!/^[。，；]/.test(data)) continue;
        stop.setStart(texts.currentNode, 0);
        stop.setEnd(texts.currentNode, 1);
        if (stop.getBoundingClientRect().left - finding.getBoundingClientRect().left < 2) found.push(width);
      }
    }
    return found;
  });
  assert.deepEqual(begins, []);
  await close(page);
});
