// Sections on pages of somebody else, and what else of a section is taken along: citations, lines of code, the
// system's sheet for sharing.

import { DefaultSettings, TaskUtils } from "@microsoft/powerquery-parser";
import assert from "node:assert/strict";
import { createServer } from "node:http";
import { after, test } from "node:test";
import { MADE_UP, healthy, open, stage } from "./browser.mjs";
import { serve } from "./site.mjs";

let site;
const on = stage(async () => {
  site = await serve({ path: "/sub/", readableByAll: true });
});
after(() => site?.close());

const MONTH = "?d=cn-aluminium-wire-cable&period=2025-04";

/** A page of another origin with this in its body, under a policy that lets nothing in but the site's frames and its one
 *  script. */
const hosted = async (t, body) => {
  const policy = `default-src 'none'; img-src 'self'; frame-src ${site.origin}; script-src ${site.address}embed.js`;
  const server = createServer((_, response) => {
    response.writeHead(200, { "content-type": "text/html; charset=utf-8", "content-security-policy": policy });
    response.end(`<!doctype html><html lang="en"><title>An article</title><h1>An article</h1>${body}`);
  });
  await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
  t.after(() => (server.closeAllConnections(), server.close()));
  return `http://127.0.0.1:${server.address().port}`;
};

/** What a section offers, opened. */
const offered = async (page, section, offer) => {
  await page.locator(`#${section} .offers`).getByRole("button", { name: offer }).click();
  return page.locator(`#${section} .offered`);
};

const code = (panel) => panel.locator("textarea").first().inputValue();

/** Waits until a frame is as high as what it shows: nothing in it scrolls, and no room is left. */
const fits = (frame) =>
  frame.waitForFunction(() => {
    const { scrollHeight } = document.documentElement;
    return scrollHeight <= innerHeight && Math.abs(innerHeight - document.body.getBoundingClientRect().height) < 1.5;
  });

test("a page of another origin embeds three sections, one of them without storage, and each is as high as it is", async (t) => {
  const page = await open(on.browser, `${site.address}${MONTH}`);
  const pasted = [];
  for (const section of ["trend", "destinations", "season"]) {
    pasted.push(await code(await offered(page, section, "Embed")));
  }
  healthy(page);
  await page.context().close();
  // As a publisher does who trusts nobody.
  pasted[2] = pasted[2].replace("<iframe ", '<iframe sandbox="allow-scripts" ');
  const host = await hosted(t, pasted.join("\n"));
  const article = await open(on.browser, host, { wait: null });
  for (const frame of await article.locator("iframe").all()) {
    assert.match(await frame.getAttribute("title"), / · April 2025 · China’s exports of aluminium wire and cable$/);
    await frame.scrollIntoViewIfNeeded();
  }
  await article.waitForFunction(() => window.frames.length === 3);
  const frames = article.mainFrame().childFrames();
  for (const frame of frames) {
    await frame.waitForSelector(".explore");
    await fits(frame);
    assert.equal(await frame.locator(".top, .how-to-read, .offers, .skip").count(), 0, "nothing of the page’s frame");
    assert.equal(await frame.locator("main section").count(), 1);
    assert.match(await frame.locator(".foot").innerText(), /^Source: SMM and 3 others/);
    const explore = new URL(await frame.locator(".explore").getAttribute("href"));
    assert.equal(explore.origin + explore.pathname, site.address);
    assert.equal(explore.searchParams.get("embed"), null);
    assert.equal(explore.searchParams.get("period"), "2025-04");
    assert.equal(await frame.locator(".explore").getAttribute("rel"), "noopener");
  }
  const [trend, destinations, season] = frames;
  const isRefused = (frame) => frame.evaluate(() => {
    try {
      return !localStorage;
    } catch {
      return true;
    }
  });
  assert.deepEqual(await Promise.all([trend, season].map(isRefused)), [false, true], "the last one has no storage");

  // What is higher has more room, and less when it is gone.
  const before = await trend.evaluate(() => innerHeight);
  await trend.getByRole("button", { name: /^Table/ }).click();
  await trend.waitForFunction((before) => innerHeight > before + 100, before);
  await fits(trend);
  // Another month is shown in the frame, and is no page of the article's history.
  const entries = await article.evaluate(() => history.length);
  await trend.locator(".marks").getByRole("link", { name: "March 2025" }).click();
  await trend.waitForFunction(() => location.search.includes("period=2025-03"));
  assert.equal(await article.evaluate(() => history.length), entries);
  await season.locator("a.target").last().click();

  // What is of the whole page opens it.
  const [whole] = await Promise.all([
    article.context().waitForEvent("page"),
    destinations.getByRole("link", { name: "Mexico" }).first().click(),
  ]);
  await whole.waitForSelector("header.top");
  assert.ok(whole.url().startsWith(site.address) && whole.url().includes("member=MEX"), whole.url());
  assert.ok(!whole.url().includes("embed"), whole.url());
  assert.equal(await whole.evaluate(() => opener), null);

  assert.deepEqual([...article.origins].filter((origin) => origin !== "null").sort(), [host, site.origin].sort());
  healthy(article);
  await article.context().close();
});

test("without a section the finding stands over the months, and the static page is never seen", async () => {
  const page = await open(on.browser, `${on.site.address}${MONTH}&embed=1`, {
    wait: ".explore",
    init: () => {
      new MutationObserver(() => {
        const still = document.getElementById("static");
        if (still && getComputedStyle(still).display !== "none") document.documentElement.dataset.flash = "";
      }).observe(document, { childList: true, subtree: true });
    },
  });
  assert.equal((await page.locator("h1").innerText()).replaceAll("\u00a0", " "), "Exports fell 5.3% from March to 21,300 t in April 2025");
  assert.equal(await page.locator("#trend").count(), 1);
  assert.equal(await page.locator("html[data-flash]").count(), 0);
  await page.context().close();
});

test("the reader's own file is in no frame", async () => {
  const page = await open(on.browser, `${on.site.address}?d=your-file&embed=1`, {
    wait: ".explore",
    init: () => localStorage.setItem("tonnage.your-file", "Mine"),
  });
  assert.equal(await page.getByText("Mine").count(), 0);
  assert.equal(await page.locator(".notices p").count(), 1);
  await page.context().close();
});

test("the code follows the choice of a size, and the preview shows what it makes", async () => {
  const page = await open(on.browser, `${on.site.address}${MONTH}&view=destinations&lang=zh`, { wait: ".offers" });
  const panel = await offered(page, "destinations", "嵌入");
  assert.match(await code(panel), /lang=zh&amp;embed=1" title="出口目的地 · 2025年4月 · 中国铝线缆出口" width="100%" height="480" loading="lazy"/);
  assert.ok((await code(panel)).includes(`<script src="${on.site.address}embed.js" async></script>`));
  const preview = await (await panel.locator("iframe").elementHandle()).contentFrame();
  await preview.waitForSelector(".explore");
  await fits(preview);
  await panel.getByLabel("宽度").selectOption("640");
  await panel.getByLabel("高度").selectOption("360");
  assert.match(await code(panel), /width="640" height="360"/);
  assert.ok(!(await code(panel)).includes("script"), "a frame of a fixed height needs none");
  const { width, height } = await panel.locator("iframe").boundingBox();
  assert.deepEqual([width, height], [640, 360]);
  // It stays where the page is drawn anew.
  await page.getByRole("button", { name: "English" }).click();
  await panel.getByText("Copy the code").waitFor();
  await page.keyboard.press("Escape");
  healthy(page);
  await page.context().close();
});

test("Escape closes what was asked for, and gives its button the focus", async () => {
  const page = await open(on.browser, `${on.site.address}?view=products`, { wait: "#products" });
  const buttons = page.locator("#products .offers button");
  for (const [place, name] of ["Embed", "Cite", "Code"].entries()) {
    await buttons.nth(place).press("Enter");
    await page.locator("#products .offered textarea").first().focus();
    await page.keyboard.press("Escape");
    await page.locator("#products .offered:empty").waitFor({ state: "attached" });
    await page.waitForFunction((name) => document.activeElement.textContent === name, name);
    assert.equal(await buttons.nth(place).getAttribute("aria-expanded"), "false");
  }
  // Elsewhere it has other business.
  await buttons.first().press("Enter");
  await page.locator("#products h2").click();
  await page.evaluate(() => document.activeElement.blur());
  await page.keyboard.press("Escape");
  await page.locator("#products .offered textarea").first().waitFor();
  healthy(page);
  await page.context().close();
});

test("what is copied is on the clipboard, or selected where the browser refuses", async () => {
  const page = await open(on.browser, `${on.site.address}${MONTH}&view=trend`, { wait: ".offers", permissions: ["clipboard-read", "clipboard-write"] });
  const panel = await offered(page, "trend", "Cite");
  const short = panel.locator(".copyable").first();
  await short.getByRole("button", { name: "Copy" }).click();
  await short.getByText("Copied").waitFor();
  assert.equal(await page.evaluate(() => navigator.clipboard.readText()), await short.locator("textarea").inputValue());
  await page.evaluate(() => (navigator.clipboard.writeText = () => Promise.reject(new Error("no"))));
  await short.getByRole("button", { name: "Copy" }).click();
  await short.getByText("It is selected").waitFor();
  const selected = await page.evaluate(() => {
    const { value, selectionStart, selectionEnd } = document.activeElement;
    return value.slice(selectionStart, selectionEnd);
  });
  assert.equal(selected, await short.locator("textarea").inputValue());
  await page.context().close();
});

/** One entry of BibTeX, as strictly as it can be read: braces that match, a field a name, no character of TeX that is not
 *  escaped outside of addresses. */
function bibtex(text) {
  const head = /^@misc\{([A-Za-z0-9-]+),\n/.exec(text);
  assert.ok(head, text);
  const fields = {};
  let at = head[0].length;
  for (;;) {
    const name = /^ {2}([a-z]+) = \{/.exec(text.slice(at));
    assert.ok(name, `a field at ${at}: ${text}`);
    assert.ok(!(name[1] in fields), `${name[1]} twice`);
    at += name[0].length;
    const start = at;
    for (let depth = 1; depth > 0; at += 1) {
      assert.ok(at < text.length, "braces match");
      depth += text[at] === "{" ? 1 : text[at] === "}" ? -1 : 0;
    }
    const value = text.slice(start, at - 1);
    if (name[1] !== "url") assert.doesNotMatch(value.replace(/\\[&%$#_]/g, ""), /[&%$#_~^]/, value);
    fields[name[1]] = value;
    if (text.startsWith(",\n", at)) at += 2;
    else break;
  }
  assert.equal(text.slice(at), "\n}");
  return { key: head[1], ...fields };
}

test("a section is cited in a line, in full, for BibTeX and as Chinese libraries want it", async () => {
  const page = await open(on.browser, `${on.site.address}${MONTH}&view=destinations`, { wait: ".offers" });
  const panel = await offered(page, "destinations", "Cite");
  const link = `${on.site.address}${MONTH}&view=destinations`;
  const [short, full, entry] = await panel.locator("textarea").evaluateAll((fields) => fields.map((field) => field.value));
  assert.match(short, /^SMM and others: China’s exports of aluminium wire and cable: Destinations, April 2025\. Tonnage\. Accessed \d+ \w+ \d{4}, http/);
  assert.ok(short.endsWith(link) && full.endsWith(link));
  assert.match(full, /Dataset, HS 76141000, 76149000/);
  const fields = bibtex(entry);
  assert.equal(fields.author, "{SMM} and others");
  assert.equal(fields.title, "{China’s exports of aluminium wire and cable: Destinations, April 2025}");
  assert.equal(fields.year, "2025");
  assert.match(fields.urldate, /^\d{4}-\d\d-\d\d$/);
  assert.equal(fields.url, link);
  assert.equal(fields.key, "cn-aluminium-wire-cable-2025-04-destinations");
  await page.getByRole("button", { name: "中文" }).click();
  await panel.getByText("GB/T 7714").waitFor();
  const [, , national, chinese] = await panel.locator("textarea").evaluateAll((fields) => fields.map((field) => field.value));
  assert.match(national, /^SMM, 等\. 中国铝线缆出口：出口目的地, 2025年4月\[DS\/OL\]\. Tonnage, 2025\[\d{4}-\d\d-\d\d\]\. http\S+$/);
  assert.equal(bibtex(chinese).title, "{中国铝线缆出口：出口目的地, 2025年4月}");
  healthy(page);
  await page.context().close();
});

test("the finding is copied as a sentence with its source where it is shown", async () => {
  const page = await open(on.browser, `${on.site.address}${MONTH}&view=trend`, { wait: ".offers" });
  const panel = await offered(page, "trend", "Cite");
  const [finding, short] = await panel.locator("textarea").evaluateAll((fields) => fields.map((field) => field.value));
  assert.match(finding, /^Exports fell 5\.3% from March to 21,300\st in April 2025[^\n]*\n/);
  assert.equal(finding.split("\n")[1], short);
  await page.getByRole("button", { name: "中文" }).click();
  await panel.getByText("要点及来源").waitFor();
  assert.match(await panel.locator("textarea").first().inputValue(), /^2025年4月|出口/);
  healthy(page);
  await page.context().close();
});

test("the reader's own file is cited without an address, and neither embedded nor fetched", async () => {
  const page = await open(on.browser, on.site.address);
  await page.getByRole("button", { name: "Menu" }).click();
  await page.locator("input[type=file]").first().setInputFiles({ name: "made-up.json", mimeType: "application/json", buffer: Buffer.from(MADE_UP) });
  await page.waitForFunction(() => location.search.includes("your-file"));
  const panel = await offered(page, "trend", "Embed");
  await panel.getByText("Only this browser has your file").waitFor();
  assert.equal(await panel.locator("textarea, iframe").count(), 0);
  await offered(page, "trend", "Code");
  assert.equal(await panel.locator("textarea").count(), 0);
  await offered(page, "trend", "Cite");
  const fields = await panel.locator("textarea").evaluateAll((fields) => fields.map((field) => field.value));
  for (const field of fields) {
    assert.match(field, /[Ss]ynthetic data, made up by a program/);
    assert.ok(!field.includes("http"), field);
  }
  bibtex(fields.at(-1));
  await page.context().close();
});

test("lines of code fetch the dataset's table of the site that they are copied from", async () => {
  const page = await open(on.browser, `${site.address}?d=cn-stainless-steel-sinks&view=trend`, { wait: ".offers" });
  const panel = await offered(page, "trend", "Code");
  const table = `${site.address}data/cn-stainless-steel-sinks.csv`;
  assert.equal(await panel.getByRole("link").evaluate((link) => link.href), table);
  const lines = await panel.locator("textarea").evaluateAll((fields) => fields.map((field) => field.value));
  assert.equal(lines.length, 5);
  for (const line of lines) assert.ok(line.includes(table), line);
  assert.equal(lines[0], `=IMPORTDATA("${table}")`);
  // By the parser of its editor.
  assert.equal((await TaskUtils.tryLexParse(DefaultSettings, lines[1])).resultKind, "Ok", lines[1]);
  healthy(page);
  await page.context().close();
});

test("Share opens the system's sheet where there is one, and copies where it is refused", async () => {
  const page = await open(on.browser, `${on.site.address}?view=trend`, {
    wait: ".offers",
    permissions: ["clipboard-read", "clipboard-write"],
    init: () => {
      window.shared = [];
      navigator.share = async (what) => {
        window.shared.push(what);
        const why = ["", "AbortError", "NotAllowedError"][window.shared.length - 1];
        if (why) throw new DOMException("", why);
      };
    },
  });
  const press = () => page.getByRole("button", { name: "Share this view" }).click();
  await press();
  const [shared] = await page.evaluate(() => window.shared);
  assert.equal(shared.url, page.url());
  assert.equal(shared.title, "China’s exports of aluminium wire and cable");
  // Who closed the sheet wants nothing.
  await press();
  await page.waitForFunction(() => window.shared.length === 2);
  assert.equal(await page.locator(".share-view [role=status]").first().innerText(), "");
  await press();
  await page.getByText("Link copied").waitFor();
  assert.equal(await page.evaluate(() => navigator.clipboard.readText()), page.url());
  healthy(page);
  await page.context().close();
});

test("an embedded table shows all its columns at any width", async () => {
  for (const query of ["?d=cn-stainless-steel-sinks", MONTH]) {
    const page = await open(on.browser, `${site.address}${query}&view=destinations&embed=1`, { wait: "#destinations table" });
    for (const width of [400, 570, 640, 680, 800, 1000]) {
      await page.setViewportSize({ width, height: 900 });
      const cut = await page.evaluate(() => {
        const frame = document.querySelector("#destinations .frame");
        return frame.scrollWidth - frame.clientWidth;
      });
      assert.ok(cut <= 1, `${query} at ${width} px: ${cut} px are cut`);
    }
    healthy(page);
    await page.context().close();
  }
});
