// The bar, its menu and the first screen.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { healthy, open, stage } from "./browser.mjs";
import { DATASET, FIXTURES, MANIFEST } from "./site.mjs";

const SINKS = "?d=cn-stainless-steel-sinks";
const NARROW = { viewport: { width: 390, height: 844 } };
const on = stage();

const close = (page) => page.context().close();
const plain = (text) => text.replaceAll("\u00a0", " ").replace(/\s+/g, " ").trim();
const menuButton = (page) => page.getByRole("button", { name: "Menu" });
const isOpen = async (page) => {
  const open = await page.locator("#menu").isVisible();
  assert.equal(await menuButton(page).getAttribute("aria-expanded"), String(open));
  return open;
};

test("the bar is one line of 48 pixels, and stays while the page scrolls", async () => {
  for (const query of ["", SINKS, "?period=2025-11", "?view=check"]) {
    const page = await open(on.browser, on.site.address + query, { wait: "main section" });
    for (const width of [320, 390, 640, 768, 1000, 1024, 1440]) {
      await page.setViewportSize({ width, height: 844 });
      await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
      const found = await page.evaluate(() => {
        scrollTo(0, 500);
        const { top, height } = document.querySelector(".top").getBoundingClientRect();
        // What is seen of it, none above or below another, none over another.
        const boxes = [...document.querySelectorAll(".line :is(.wordmark, select, .kind, .step, .latest, button)")]
          .filter((each) => !each.closest("#menu") && each.getClientRects().length > 0)
          // What the dataset is made of gives its room to the name, in a second line that is not seen.
          .filter((each) => !(each.matches(".kind") && each.getBoundingClientRect().top > 40))
          .map((each) => each.getBoundingClientRect())
          .sort((a, b) => a.left - b.left);
        const inside = boxes.every((box) => box.top >= 0 && box.bottom <= 48 && box.left >= 0 && box.right <= innerWidth);
        const apart = boxes.every((box, i) => i === 0 || box.left >= boxes[i - 1].right - 1.5);
        const large = boxes.every((box) => (box.width >= 24 && box.height >= 24) || box.height < 30);
        return { top, height: Math.round(height), inside, apart, large, sideways: document.documentElement.scrollWidth - innerWidth };
      });
      assert.deepEqual(found, { top: 0, height: 48, inside: true, apart: true, large: true, sideways: 0 }, `${query} at ${width} px`);
    }
    healthy(page);
    await close(page);
  }
});

test("the dataset's name has the bar's room, and is told in full where it has none", async () => {
  const page = await open(on.browser, on.site.address + SINKS);
  for (const width of [1024, 1280, 1440]) {
    await page.setViewportSize({ width, height: 844 });
    const select = page.locator(".line .datasets select");
    assert.equal(await select.getAttribute("title"), "China’s exports of stainless steel sinks");
    const free = await page.evaluate(() => {
      const [, name, ...others] = [...document.querySelectorAll(".line > *")].filter((each) => each.getClientRects().length > 0);
      const list = name.querySelector("select").getBoundingClientRect();
      return { width: list.width, free: others[0].getBoundingClientRect().left - list.right };
    });
    assert.ok(free.width > 240 || free.free < 30, `${width} px: ${JSON.stringify(free)}`);
  }
  healthy(page);
  await close(page);
});

test("on a narrow screen the dataset, the span and the link to share are in the menu", async () => {
  const page = await open(on.browser, on.site.address, NARROW);
  assert.equal(await page.locator(".datasets, .spans, .share-view").filter({ visible: true }).count(), 0);
  await menuButton(page).click();
  await page.locator("#menu").getByRole("button", { name: "Year to date" }).click();
  assert.equal(await isOpen(page), false);
  assert.match(plain(await page.locator("h1").innerText()), /^Exports rose 16\.08% to 82,800 t in January–April 2025$/);
  await menuButton(page).click();
  await page.locator("#menu").getByRole("button", { name: "Share this view" }).click();
  await page.locator("#menu .share-view [role=status] :is(input, *), #menu .share-view [role=status]:not(:empty)").first().waitFor();
  assert.equal(await isOpen(page), true, "what came of it is read there");
  await page.locator("#menu").getByLabel("Dataset").selectOption("cn-stainless-steel-sinks");
  await page.locator(".title .name", { hasText: "sinks" }).waitFor();
  assert.equal(await isOpen(page), false);
  healthy(page);
  await close(page);
});

test("the menu opens and closes by pointer", async () => {
  const page = await open(on.browser, on.site.address);
  await menuButton(page).click();
  assert.equal(await isOpen(page), true);
  await menuButton(page).click();
  assert.equal(await isOpen(page), false);
  await menuButton(page).click();
  await page.mouse.click(300, 700);
  assert.equal(await isOpen(page), false, "a press outside closes it");
  await menuButton(page).click();
  await page.locator("#menu").getByRole("link", { name: "Data quality" }).click();
  await page.waitForSelector("section#check");
  assert.equal(await isOpen(page), false, "a link in it closes it");
  assert.equal(await page.evaluate(() => location.search), "?view=check");
  healthy(page);
  await close(page);
});

test("the menu is worked by keyboard, and gives the focus back", async () => {
  const page = await open(on.browser, on.site.address);
  const focused = () => page.evaluate(() => document.activeElement.textContent);
  await menuButton(page).focus();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  assert.equal(await focused(), "Monthly summary");
  await page.keyboard.press("Escape");
  assert.equal(await isOpen(page), false);
  assert.equal(await focused(), "Menu");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Shift+Tab");
  assert.equal(await isOpen(page), false, "who leaves it has done with it");
  await menuButton(page).focus();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await page.waitForSelector("#note-title");
  assert.equal(await page.evaluate(() => document.activeElement.id), "content");
  healthy(page);
  await close(page);
});

test("the menu leads to each section that the page has", async () => {
  const page = await open(on.browser, on.site.address + SINKS, { wait: "#prices" });
  await menuButton(page).click();
  const links = page.locator('#menu a[href^="#"]');
  assert.ok((await links.count()) >= 8);
  for (const link of await links.all()) assert.equal(await page.locator(await link.getAttribute("href")).count(), 1);
  await page.locator('#menu a[href="#changes"]').click();
  assert.equal(await isOpen(page), false);
  const top = await page.locator("#changes").evaluate((section) => section.getBoundingClientRect().top);
  assert.ok(top >= 48 && top < 100, `${top} pixels: below the bar`);
  healthy(page);
  await close(page);
});

test("one heading of the first rank: the finding, or the section with its months and the dataset", async () => {
  const page = await open(on.browser, on.site.address);
  const heading = async () => {
    assert.equal(await page.locator("h1").count(), 1);
    return plain(await page.locator("h1").innerText());
  };
  assert.equal(await heading(), "Exports fell 5.3% from March to 21,300 t in April 2025");
  // Of November only bounds are known: its direction is certain, and no number is quoted.
  await page.goto(`${on.site.address}?period=2025-11`);
  await page.waitForSelector(".tiles");
  assert.match(await heading(), /^Exports rose from October to 33,\d{3}–33,\d{3} t in November 2025$/);
  await page.goto(`${on.site.address}?view=destinations&span=ytd`);
  await page.waitForSelector("section#destinations");
  assert.equal(await heading(), "Destinations · January–April 2025 · China’s exports of aluminium wire and cable");
  await page.goto(`${on.site.address}?view=sources`);
  await page.waitForSelector("section#sources");
  assert.equal(await heading(), "Sources · China’s exports of aluminium wire and cable");
  await page.goto(`${on.site.address}?d=cn-aluminium-alloy-imports`);
  await page.waitForSelector(".tiles");
  assert.match(await heading(), /^Imports (rose|fell) /);
  await page.goto(`${on.site.address}${SINKS}&period=2026-06&span=r12`);
  await page.waitForSelector(".tiles");
  assert.match(await heading(), /^Exports .*in the twelve months to June 2026$/);
  healthy(page);
  await close(page);
});

test("a month that is newer than the one that the page opens with is told, and leads there", async () => {
  const page = await open(on.browser, on.site.address);
  const newer = page.locator(".newer a");
  assert.equal(plain(await newer.innerText()), "December 2025: 30,400 t, no destinations or provinces published yet →");
  await newer.click();
  await page.waitForFunction(() => document.title.startsWith("December 2025"));
  assert.equal(await page.locator(".newer, .latest").count(), 0);
  await page.goto(`${on.site.address}?period=2025-03`);
  await page.waitForSelector(".tiles");
  assert.equal(await page.locator(".newer").count(), 0, "only where the page opens");
  await page.getByRole("link", { name: "Latest", exact: true }).click();
  await page.waitForFunction(() => document.title.startsWith("December 2025"));
  healthy(page);
  await close(page);
});

test("the first screen has the finding, the figures and all of the months", async () => {
  for (const query of ["", SINKS]) {
    const page = await open(on.browser, on.site.address + query, { viewport: { width: 1440, height: 900 } });
    const [figures, months] = await page.evaluate(() =>
      [".headline", "section.trend"].map((part) => document.querySelector(part).getBoundingClientRect().bottom),
    );
    assert.ok(months <= 900, `${query}: the months end at ${months}`);
    assert.ok(figures <= months, `${query}: the figures end at ${figures}, the months at ${months}`);
    await close(page);
  }
  const phone = await open(on.browser, on.site.address, NARROW);
  const lines = await phone.locator("h1").evaluate((h1) => h1.getBoundingClientRect().height / parseFloat(getComputedStyle(h1).lineHeight));
  assert.ok(lines < 2.5, `${lines} lines of the finding`);
  const lefts = await phone.locator(".tiles .tile").evaluateAll((tiles) => new Set(tiles.map((tile) => tile.getBoundingClientRect().left)).size);
  assert.equal(lefts, 2, "two figures beside each other");
  await close(phone);
});

test("who the figures are from, and what is wrong with them, leads to more", async () => {
  const page = await open(on.browser, `${on.site.address}?period=2025-08`);
  const quality = page.locator(".quality a");
  assert.match(await quality.innerText(), /^Reported by .* · \d+ contradictions? in August 2025$/);
  assert.match(await quality.getAttribute("href"), /view=check/);
  assert.match(await quality.getAttribute("href"), /month=2025-08/);
  await page.goto(on.site.address + SINKS);
  await page.waitForSelector(".tiles.values");
  assert.equal(await quality.innerText(), "Customs records");
  assert.match(await quality.getAttribute("href"), /view=sources/);
  // Large amounts are rounded; the exact one is in its box.
  const value = page.locator(".tiles.values .number").first();
  assert.match(plain(await value.innerText()), /^US\$\d+\.\d million$/);
  await value.focus();
  assert.match(await page.locator("#explanation .shown").innerText(), /^US\$\d{2,3},\d{3},\d{3}$/);
  healthy(page);
  await close(page);
});

test("the bar keeps its line with one dataset and a title of any length", async () => {
  const manifest = JSON.parse(readFileSync(`${FIXTURES}/${MANIFEST}`, "utf8"));
  const dataset = JSON.parse(readFileSync(`${FIXTURES}/${DATASET}`, "utf8"));
  const long = "A title that somebody wrote without an end ".repeat(12).trim();
  manifest.datasets[0].title.en = dataset.title.en = long;
  on.site.faults.set(DATASET, { body: JSON.stringify(dataset) });
  for (const datasets of [manifest.datasets, manifest.datasets.slice(0, 1)]) {
    on.site.faults.set(MANIFEST, { body: JSON.stringify({ ...manifest, datasets }) });
    const page = await open(on.browser, on.site.address, { viewport: { width: 1024, height: 800 } });
    assert.equal(await page.locator(".datasets select").count(), datasets.length > 1 ? 1 : 0);
    const name = page.locator(".title .name");
    assert.equal(await name.getAttribute("title"), long);
    const { sideways, bar, line } = await page.evaluate(() => ({
      sideways: document.documentElement.scrollWidth - innerWidth,
      bar: document.querySelector(".top").offsetHeight,
      line: document.querySelector(".title .name").offsetHeight,
    }));
    assert.deepEqual([sideways, bar], [0, 48]);
    assert.ok(line < 30, `${line} pixels`);
    healthy(page);
    await close(page);
  }
  on.site.faults.clear();
});

test("paper has the dataset and the month in words, and nothing to press", async () => {
  const page = await open(on.browser, on.site.address);
  await page.emulateMedia({ media: "print" });
  const seen = plain(await page.locator("body").innerText());
  assert.match(seen, /China’s exports of aluminium wire and cable HS 76141000, 76149000/);
  assert.match(seen, /Exports fell 5\.3% from March to 21,300 t in April 2025/);
  assert.equal(await page.locator(".top :is(select, button, .step)").filter({ visible: true }).count(), 0);
  await close(page);
});

test("paper has address and date, and charts as wide as it is", async () => {
  const page = await open(on.browser, on.site.address);
  const widths = () => page.locator(".drawing").evaluateAll((all) => all.map((each) => Number(each.getAttribute("width"))));
  const before = await widths();
  assert.ok(Math.max(...before) > 1000, `${before}`);
  // The browser draws the paper as soon as who listens has been told: nothing may come a frame later.
  const told = (name) => page.evaluate((name) => {
    dispatchEvent(new Event(name));
    return new Promise((done) => setTimeout(done));
  }, name);
  await told("beforeprint");
  assert.deepEqual([...new Set((await widths()).map(Math.round))], [688]);
  await page.emulateMedia({ media: "print" });
  const today = new Date().toISOString().slice(0, 4);
  const line = await page.locator(".printed-from").innerText();
  assert.ok(line.startsWith(on.site.address) && line.endsWith(today), line);
  await page.emulateMedia({ media: "screen" });
  await told("afterprint");
  await page.waitForFunction((many) => document.querySelectorAll(".drawing").length === many, before.length);
  await page.waitForTimeout(100);
  assert.deepEqual(await widths(), before);
  healthy(page);
  await close(page);
});

test("a sum stands once on paper, and no table is cut at its side", async () => {
  const page = await open(on.browser, `${on.site.address}${SINKS}&view=destinations`, { wait: "table.full" });
  await page.setViewportSize({ width: 688, height: 900 });
  await page.emulateMedia({ media: "print" });
  const seen = await page.evaluate(() => ({
    foot: getComputedStyle(document.querySelector("tfoot")).display,
    sideways: document.documentElement.scrollWidth - document.documentElement.clientWidth,
    cut: [...document.querySelectorAll("table")].filter((table) => table.scrollWidth > table.parentElement.clientWidth).length,
  }));
  assert.deepEqual(seen, { foot: "table-row-group", sideways: 0, cut: 0 });
  await close(page);
});
