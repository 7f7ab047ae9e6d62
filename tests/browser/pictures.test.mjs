// Charts taken away as pictures: every kind of picture of every section that has a chart, in both languages, read back.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { healthy, open, serveMadeUp, stage } from "./browser.mjs";
import { serve } from "./site.mjs";

const st = stage();
const SINKS = "?d=cn-stainless-steel-sinks";
const MENUS = {
  en: { open: "Picture", png: "PNG", wide: "PNG, 16:9 for slides", square: "PNG, square for posts", svg: "SVG", copy: "Copy picture", copied: "Copied." },
  zh: { open: "图片", png: "PNG", wide: "PNG（16:9，适合幻灯片）", square: "PNG（方形，适合社交媒体）", svg: "SVG", copy: "复制图片", copied: "已复制。" },
};

const menuOf = (page, section, at = 0) => page.locator(`#${section} .taken .download`).nth(at);

async function take(page, menu, name) {
  await menu.locator("summary").click();
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    menu.getByRole("button", { name, exact: true }).click(),
  ]);
  assert.equal(await menu.getAttribute("open"), null, "the menu has closed");
  return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
}

/** Width and height of a PNG, and how many colours it has, as a browser decodes it. */
const decoded = (page, bytes) =>
  page.evaluate(async (bytes) => {
    const bitmap = await createImageBitmap(new Blob([new Uint8Array(bytes)], { type: "image/png" }));
    const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext("2d");
    context.drawImage(bitmap, 0, 0);
    const { data } = context.getImageData(0, 0, bitmap.width, bitmap.height);
    return { width: bitmap.width, height: bitmap.height, colours: new Set(new Uint32Array(data.buffer)).size };
  }, [...bytes]);

/** The texts of an SVG, in their order, and whether it needs anything from elsewhere. */
const read = (page, text) =>
  page.evaluate((text) => {
    const parsed = new DOMParser().parseFromString(text, "image/svg+xml");
    if (parsed.querySelector("parsererror")) throw new Error("no XML");
    const root = parsed.documentElement;
    const foreign = [...root.querySelectorAll("*")].filter((each) => each.matches("script, image, foreignObject, a, use, style, link"));
    return { size: ["width", "height"].map((name) => Number(root.getAttribute(name))), texts: [...root.querySelectorAll("text")].map((each) => each.textContent), foreign: foreign.length };
  }, text);

/** Takes all pictures of a chart. Tells the texts. */
async function takeAll(page, menu, section, language) {
  const names = MENUS[language];
  const named = (name, ending) => assert.match(name, new RegExp(`^[a-z-]+-20\\d\\d-\\d\\d-(month|ytd|r12)-${section}\\.${ending}$`));
  const svg = await take(page, menu, names.svg);
  named(svg.name, "svg");
  const { size: [width, height], texts, foreign } = await read(page, svg.bytes.toString("utf8"));
  assert.equal(foreign, 0, "it needs nothing from elsewhere");
  for (const [kind, ratio] of [["png", width / height], ["wide", 16 / 9], ["square", 1]]) {
    const png = await take(page, menu, names[kind]);
    named(png.name, "png");
    const picture = await decoded(page, png.bytes);
    if (kind === "png") assert.deepEqual([picture.width, picture.height], [Math.round(2 * width), Math.round(2 * height)]);
    // What is too high for a shape is as it is on the page.
    const isAsShown = picture.width === Math.round(2 * width);
    if (!isAsShown) assert.ok(Math.abs(picture.width / picture.height - ratio) < 0.01, `${section}, ${kind}: ${picture.width} × ${picture.height}`);
    assert.ok(picture.colours > 20, `${section}, ${kind}: ${picture.colours} colours`);
  }
  return texts;
}

for (const language of ["en", "zh"]) {
  for (const [what, base, sections] of [
    ["published figures", "?", ["trend", "products", "changes"]],
    ["records", `${SINKS}&`, ["trend", "destinations&show=map", "destinations&show=treemap", "registration-locations&show=map", "changes", "season", "prices"]],
  ]) {
    test(`every chart of ${what} can be taken as a picture (${language})`, async () => {
      const page = await open(st.browser, `${st.site.address}${base}lang=${language}`, { wait: ".tiles" });
      for (const view of sections) {
        const section = view.split("&")[0];
        await page.goto(`${st.site.address}${base}view=${view}&lang=${language}`);
        const menu = menuOf(page, section);
        await menu.waitFor();
        const texts = (await takeAll(page, menu, section, language)).join(" ");
        const [title, source] = language === "en" ? [what === "records" ? "sinks" : "wire and cable", "Source:"] : [what === "records" ? "水槽" : "铝线缆", "数据来源："];
        for (const needed of [title, source, "http://127.0.0.1", "20"]) assert.ok(texts.includes(needed), `${view}: no ${needed} in ${texts}`);
      }
      healthy(page);
      await page.context().close();
    });
  }
}

test("a picture says what the chart says, and from where", async () => {
  const page = await open(st.browser, `${st.site.address}?view=trend`, { wait: "#trend" });
  const finding = await page.locator("#trend .finding").first().innerText();
  const { bytes } = await take(page, menuOf(page, "trend"), MENUS.en.svg);
  const text = bytes.toString("utf8");
  assert.ok(text.includes(`<title>${finding.split(/\. ?/)[0]}`), `${finding} in ${text.slice(0, 300)}`);
  const { texts } = await read(page, text);
  const all = texts.join(" ");
  for (const needed of ["Monthly exports in tonnes", "reported", "no figure", "SMM and", "view=trend"]) assert.ok(all.includes(needed), needed);
  healthy(page);
  await page.context().close();
});

test("a picture of made-up rows says so, one of chosen rows which, one of a reader's own file has no address", async () => {
  const site = await serve();
  serveMadeUp(site);
  const page = await open(st.browser, `${site.address}?d=made-up&view=trend&product=76149000`, { wait: "#trend" });
  const { bytes } = await take(page, menuOf(page, "trend"), MENUS.en.svg);
  const all = (await read(page, bytes.toString("utf8"))).texts.join(" ");
  for (const needed of ["Synthetic data.", "Other wire", "Made by a test."]) assert.ok(all.includes(needed), `${needed} in ${all}`);
  healthy(page);
  await page.context().close();
  await site.close();
});

test("pictures and tables go to the clipboard, and a browser that refuses gets a sentence", async () => {
  const page = await open(st.browser, `${st.site.address}?view=destinations`, { wait: "#destinations", permissions: ["clipboard-read", "clipboard-write"] });
  const press = async (menu, name) => {
    await menu.locator("summary").click();
    await menu.getByRole("button", { name, exact: true }).click();
  };
  const clipboard = () =>
    page.evaluate(async () => {
      const [item] = await navigator.clipboard.read();
      return Object.fromEntries(await Promise.all(item.types.map(async (type) => [type, type === "image/png" ? (await item.getType(type)).size : await (await item.getType(type)).text()])));
    });
  const table = page.locator("#destinations > .foot .download");
  await press(table, "Copy table");
  await page.locator("#destinations > .foot .downloaded", { hasText: MENUS.en.copied }).waitFor();
  const { "text/plain": plain, "text/html": html } = await clipboard();
  const rows = plain.split("\n").slice(0, -1).map((line) => line.split("\t"));
  assert.ok(rows.length > 5 && rows.every((row) => row.length === rows[0].length), plain.slice(0, 200));
  const mexico = rows.find((row) => row[rows[0].indexOf("code")] === "MEX");
  assert.ok(mexico.includes(await page.locator("#destinations tbody td.quantity data").first().getAttribute("value")));
  const pasted = await page.evaluate((html) => [...new DOMParser().parseFromString(html, "text/html").querySelectorAll("tr")].map((row) => [...row.children].map((cell) => cell.textContent)), html);
  assert.deepEqual(pasted, rows);

  await page.goto(`${st.site.address}?view=trend`);
  await menuOf(page, "trend").waitFor();
  await press(menuOf(page, "trend"), MENUS.en.copy);
  await page.locator("#trend .taken .downloaded", { hasText: MENUS.en.copied }).waitFor();
  assert.ok((await clipboard())["image/png"] > 10_000);
  healthy(page);

  await page.evaluate(() => {
    navigator.clipboard.write = () => Promise.reject(new DOMException("no", "NotAllowedError"));
  });
  await press(menuOf(page, "trend"), MENUS.en.copy);
  await page.locator("#trend .taken .downloaded", { hasText: /does not let this page copy/ }).waitFor();
  await page.evaluate(() => {
    OffscreenCanvas.prototype.convertToBlob = () => Promise.reject(new DOMException("too large", "EncodingError"));
  });
  await press(menuOf(page, "trend"), MENUS.en.png);
  await page.locator("#trend .taken .downloaded", { hasText: /Save it as SVG/ }).waitFor();
  await page.context().close();
});
