// What goes wrong while somebody reads: the page goes on, says what is missing where it would stand, and
// "Try again" begins anew. What nothing goes wrong with stays, and nothing grows.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { datum, healthy, onlyRowsOf, open, row, stage } from "./browser.mjs";
import { DATASET, DIST, FIXTURES, MANIFEST, RECORDS, STRICT_POLICY, SUMS, serve } from "./site.mjs";

const st = stage();

const SINKS = "cn-stainless-steel-sinks";
// A view that needs the rows: their sums are not enough.
const CHOICE = `?d=${SINKS}&destination=502`;
const ALLOY = "cn-aluminium-alloy-imports";
const WIRE_TITLE = "China’s exports of aluminium wire and cable";
const ALLOY_TITLE = "China’s imports of unwrought aluminium alloy";
const SINKS_TITLE = "China’s exports of stainless steel sinks";
const YOURS = "My own rows";
const TEXT = "In April 2025, China exported 23,100 t of aluminium wire and cable, down 5.3% MoM.";

const close = (page) => page.context().close();
const title = (page) => page.locator(".title .name").innerText();
/** The live page has taken the place of the static one. */
const visit = async (page, address) => {
  await page.goto(address);
  await page.locator("html[data-live]").waitFor({ state: "attached" });
};
/** The live page shows a dataset. */
const titled = (page, text) => page.locator("html[data-live] main .title .name", { hasText: text }).waitFor();
const choose = (page, dataset) => page.selectOption(".datasets select", dataset);
/** The list of datasets says what is shown. */
const listed = (page, id) => page.waitForFunction((id) => document.querySelector(".datasets select").value === id, id);
const again = (page, within = "main") => page.locator(within).getByRole("button", { name: "Try again" });
const previousMonth = (page) => page.locator("nav.months a", { hasText: "Previous" }).click();

/** A customs file as a browser has it: `rows` of them, made in the page. */
const bring = (page, { name = `${YOURS}.csv`, rows = 24 } = {}) =>
  page.evaluate(
    ([name, rows]) => {
      const parts = ["Date of data,Trading partner code,Commodity code,Quantity,Unit,US dollar\n"];
      for (let i = 0; i < rows; i += 1) {
        const month = 202401 + (i % 12);
        const place = Math.floor(i / 12);
        parts.push(`${month},${200 + (place % 200)},${10000000 + Math.floor(place / 200)},${1000 + i},Kilogram,${i}\n`);
      }
      const input = document.querySelector(".own-file input");
      const data = new DataTransfer();
      data.items.add(new File(parts, name));
      input.files = data.files;
      input.dispatchEvent(new Event("change", { bubbles: true }));
    },
    [name, rows],
  );

/** Answers what the file does not say. */
const answer = async (page) => {
  await page.locator("#import form").waitFor({ timeout: 60000 });
  await page.locator("#import label", { hasText: "Exports" }).click();
  await page.click("#import button[type=submit]");
};

const imported = async (page, options) => {
  await bring(page, options);
  await answer(page);
  await page.locator("#import .summary").waitFor({ timeout: 60000 });
};

const write = async (page, text = TEXT) => {
  await page.locator("#pasted").fill(text);
};

/** The workers of a page, so that a test can end them. */
const keepWorkers = () => {
  window.workers = [];
  window.Worker = class extends window.Worker {
    constructor(...all) {
      super(...all);
      window.workers.push(this);
    }
  };
};

/** What a browser does when a worker has no memory left. */
const kill = async (page) => {
  const killed = await page.evaluate(() => {
    const workers = window.workers.splice(0);
    for (const worker of workers) {
      worker.terminate();
      worker.dispatchEvent(new ErrorEvent("error", { message: "Uncaught RuntimeError: unreachable", cancelable: true }));
    }
    return workers.length;
  });
  assert.ok(killed > 0, "there was a worker");
};

// Where each worker is first needed: how a reader comes to it, where a failure is told, what is there when it
// worked, and what of the page must stay.
const USES = [
  {
    what: "records",
    module: "tonnage-records",
    begin: (site) => open(st.browser, `${site.address}${CHOICE}`, { wait: ".top" }),
    failure: "main > .failure",
    works: (page) => titled(page, SINKS_TITLE),
    stays: async (page) => assert.equal(await page.locator(".datasets option").count(), 3),
  },
  {
    what: "the fact-check",
    module: "tonnage-factcheck",
    begin: async (site) => {
      const page = await open(st.browser, `${site.address}?view=check-note`, { wait: "#pasted" });
      await write(page);
      return page;
    },
    failure: "#check-note .failure",
    works: (page) => page.locator(".marked .verdict").first().waitFor(),
    stays: async (page) => {
      assert.equal(await page.inputValue("#pasted"), TEXT);
      assert.equal(await title(page), WIRE_TITLE);
    },
  },
  {
    what: "the summary",
    module: "tonnage-notes",
    begin: (site) => open(st.browser, `${site.address}?view=note`, { wait: "#note" }),
    failure: "#note .failure",
    works: (page) => page.locator("#note article").waitFor(),
    stays: async (page) => {
      assert.equal(await title(page), WIRE_TITLE);
      assert.ok(await page.getByRole("button", { name: "中文" }).isVisible());
    },
  },
  {
    what: "a download",
    module: "tonnage-downloads",
    begin: async (site) => {
      const page = await open(st.browser, `${site.address}?view=destinations`, { wait: "#destinations" });
      await page.locator("#destinations > .foot summary").click();
      await page.getByRole("button", { name: "Excel workbook" }).click();
      return page;
    },
    failure: "#destinations .downloaded .failure",
    works: (page) => page.locator(".downloaded", { hasText: /destinations\.xlsx/ }).waitFor(),
    stays: async (page) => assert.ok((await page.locator("#destinations tbody tr").count()) > 1),
  },
  {
    what: "a file",
    module: "tonnage-files",
    begin: async (site) => {
      const page = await open(st.browser, site.address);
      await bring(page);
      return page;
    },
    failure: "#import [role=alert]",
    works: (page) => page.locator("#import form").waitFor(),
    stays: async (page) => {
      assert.equal(await title(page), WIRE_TITLE);
      assert.ok(await page.locator(".tiles").isVisible());
    },
  },
];

const half = (file) => {
  const whole = readFileSync(`${DIST}/${file}`);
  return whole.subarray(0, Math.floor(whole.length / 2));
};
const typeOf = (file) => (file.endsWith(".lzma") ? "application/octet-stream" : "text/javascript");
const MISSING = [
  ["is not there", () => ({ status: 404, type: "text/html", body: "<!doctype html><title>404</title>" })],
  ["is a web page", () => ({ type: "text/html", body: "<!doctype html><h1>Sign in" })],
  ["breaks off", (file) => ({ type: typeOf(file), body: half(file), breakOff: true })],
];

for (const use of USES) {
  for (const file of ["worker.js", `${use.module}.js`, `${use.module}_bg.wasm.lzma`]) {
    test(`${use.what} without ${file}: a sentence in its place, and trying again starts the worker anew`, async () => {
      const site = await serve();
      const asked = () => site.asked.filter((each) => each === file).length;
      let page;
      for (const [how, fault] of MISSING) {
        site.faults.set(file, fault(file));
        const before = asked();
        if (page) await again(page).click();
        else page = await use.begin(site);
        await page.waitForTimeout(50);
        await page.locator(use.failure).waitFor();
        assert.match(await page.locator(use.failure).innerText(), /could not be loaded/, `${file} ${how}`);
        assert.ok(asked() > before, `${file} ${how}: was asked for again`);
        await use.stays(page);
      }
      site.faults.clear();
      await again(page).click();
      await use.works(page);
      assert.equal(await page.locator(use.failure).count(), 0);
      // Back and forward go on working.
      const here = page.url();
      await page.locator("a.more, nav.months a, .choices a").first().click();
      await page.waitForFunction((here) => location.href !== here, here);
      await page.goBack();
      await page.waitForFunction((here) => location.href === here, here);
      await page.goForward();
      await page.waitForFunction((here) => location.href !== here, here);
      await page.locator(".title h1").waitFor();
      await close(page);
      await site.close();
    });
  }
}

test("a switch to a dataset that cannot be had keeps the one that is there", async () => {
  const page = await open(st.browser, st.site.address);
  const cannot = [
    [/no such file/, () => [SUMS, RECORDS].forEach((file) => st.site.faults.set(file, { status: 404 })), () => st.site.faults.clear()],
    [/network may be down|could not be loaded/, () => page.context().setOffline(true), () => page.context().setOffline(false)],
  ];
  for (const [said, breakIt, mend] of cannot) {
    await breakIt();
    await choose(page, SINKS);
    await page.locator("main > .failure").waitFor();
    assert.match(await page.locator("main > .failure").innerText(), said);
    assert.equal(await title(page), WIRE_TITLE);
    assert.ok(await page.locator(".tiles").isVisible());

    await page.getByRole("button", { name: "Stay with what is below" }).click();
    await page.locator("main > .failure").waitFor({ state: "detached" });
    assert.equal(new URL(page.url()).search, "");
    await listed(page, "cn-aluminium-wire-cable");
    // What stays can be used.
    await previousMonth(page);
    await page.waitForFunction(() => location.search === "?period=2025-03");
    await page.goBack();
    await page.waitForFunction(() => location.search === "");
    assert.match(await page.locator(".sentence").innerText(), /April 2025/);

    await choose(page, SINKS);
    await page.locator("main > .failure").waitFor();
    // Back leads to what is there, without a failure.
    await page.goBack();
    await page.locator("main > .failure").waitFor({ state: "detached" });
    assert.equal(await title(page), WIRE_TITLE);
    await listed(page, "cn-aluminium-wire-cable");
    await page.goForward();
    await page.locator("main > .failure").waitFor();
    await mend();
    await again(page).click();
    await titled(page, SINKS_TITLE);
    await listed(page, SINKS);
    assert.equal(new URL(page.url()).search, `?d=${SINKS}`);
    await page.goBack();
    await titled(page, WIRE_TITLE);
    await listed(page, "cn-aluminium-wire-cable");
  }
  await close(page);
});

const script = () => readFileSync(`${DIST}/index.html`, "utf8").match(/data-script="\.\/([^"]+)"/)[1];
const pageModule = () => script().replace(/\.js$/, "_bg.wasm.lzma");

// What never answers, how a reader comes to wait for it, where that is told, and what each button must lead to.
const HANGS = [
  {
    file: () => MANIFEST,
    waits: "p.waiting",
    said: /the list of datasets/,
    buttons: ["Cancel", "Try again"],
    cancelled: (page) => page.getByText("It was cancelled.").waitFor(),
    works: (page) => titled(page, WIRE_TITLE),
  },
  {
    file: () => RECORDS,
    query: CHOICE,
    waits: "p.waiting",
    said: /the figures/,
    buttons: ["Cancel", "Try again"],
    cancelled: (page) => page.getByText("It was cancelled.").waitFor(),
    works: (page) => titled(page, SINKS_TITLE),
  },
  { file: script, waits: "#boot", said: /the program of this page/, buttons: ["Try again"], works: (page) => titled(page, WIRE_TITLE) },
  { file: pageModule, waits: "#boot", said: /the program of this page/, buttons: ["Try again"], works: (page) => titled(page, WIRE_TITLE) },
  { file: () => "worker.js", query: CHOICE, waits: "p.waiting", said: /the figures/, buttons: ["Try again"], works: (page) => titled(page, SINKS_TITLE) },
  { file: () => "tonnage-records_bg.wasm.lzma", query: CHOICE, waits: "p.waiting", said: /the figures/, buttons: ["Try again"], works: (page) => titled(page, SINKS_TITLE) },
  {
    file: () => "tonnage-factcheck_bg.wasm.lzma",
    query: "?view=check-note",
    then: write,
    waits: "#check-note p.waiting",
    said: /the fact-check/,
    buttons: ["Cancel", "Try again"],
    cancelled: (page) => page.getByText("The text is still there.").waitFor(),
    works: (page) => page.locator(".marked .verdict").first().waitFor(),
  },
  {
    file: () => "tonnage-factcheck.js",
    query: "?view=check-note",
    then: write,
    waits: "#check-note p.waiting",
    said: /the fact-check/,
    buttons: ["Try again"],
    works: (page) => page.locator(".marked .verdict").first().waitFor(),
  },
  {
    file: () => "tonnage-notes_bg.wasm.lzma",
    query: "?view=note",
    waits: "#note p.waiting",
    said: /the summary/,
    buttons: ["Cancel", "Try again"],
    cancelled: (page) => page.getByText("It was cancelled.").waitFor(),
    works: (page) => page.locator("#note article").waitFor(),
  },
  { file: () => "tonnage-files.js", then: bring, waits: "#import p.waiting", said: /your files/, buttons: ["Try again"], works: (page) => page.locator("#import form").waitFor() },
  {
    file: () => "tonnage-files_bg.wasm.lzma",
    then: bring,
    waits: "#import p.waiting",
    said: /your files/,
    buttons: ["Cancel"],
    cancelled: (page) => page.locator("#import").waitFor({ state: "detached" }),
    works: (page) => titled(page, WIRE_TITLE),
  },
];

const hangs = async (site, page, hang) => {
  const began = Date.now();
  await hang.then?.(page);
  const waiting = page.locator(hang.waits, { hasText: "nothing has come for 8 seconds" });
  await waiting.waitFor({ timeout: 20000 });
  assert.ok(Date.now() - began >= 7000, `${hang.file()}: told too early`);
  assert.match(await waiting.innerText(), hang.said);
  // By the time that a reader decides, all is well again.
  site.faults.clear();
  for (const name of hang.buttons) {
    await page.getByRole("button", { name, exact: true }).first().click();
    if (name === "Cancel") await hang.cancelled(page);
  }
  await hang.works(page);
  assert.equal(await page.locator("p.waiting").count(), 0);
};

test("what never answers is told after 8 seconds, with a way to cancel and to try again", async () => {
  const each = HANGS.map(async (hang) => {
    const site = await serve();
    site.faults.set(hang.file(), { hang: true });
    const own = { wait: hang.then ? "html[data-live] .title" : null, until: "commit" };
    const page = await open(st.browser, `${site.address}${hang.query ?? ""}`, own);
    await hangs(site, page, hang);
    await close(page);
    await site.close();
  });
  await Promise.all(each);
});

test("a worker that dies while nothing is asked of it is started anew when something is", async () => {
  const page = await open(st.browser, `${st.site.address}?d=${SINKS}&period=2026-06&destination=136`, { init: keepWorkers });
  await page.locator(".choices .chip").click();
  await page.waitForFunction(() => Number(document.querySelector("#products tfoot td.quantity data").value) === 18671.557);
  await kill(page);
  await onlyRowsOf(page, "destinations", "United States");
  await page.waitForFunction(() => Number(document.querySelector("#products tfoot td.quantity data").value) === 1977.538);
  await page.goBack();
  await page.waitForFunction(() => Number(document.querySelector("#products tfoot td.quantity data").value) === 18671.557);

  await visit(page, `${st.site.address}?d=${SINKS}&period=2026-06&view=cross&span=r12`);
  await page.locator(".matrix").waitFor();
  await kill(page);
  await previousMonth(page);
  const failure = page.locator("#cross .failure");
  await failure.waitFor();
  assert.match(await failure.innerText(), /stopped/);
  assert.equal(await title(page), SINKS_TITLE);
  await page.goBack();
  await page.waitForFunction(() => /period=2026-06/.test(location.search));
  await again(page, "#cross").click();
  await page.locator(".matrix").waitFor();
  assert.equal(Number(await page.locator(".matrix tfoot td.quantity data").getAttribute("value")), 204635.857);
  healthy(page);
  await close(page);
});

test("a worker that dies in the middle is told, and trying again starts another", async () => {
  const site = await serve();
  // Its module never comes, so that it is in the middle for as long as the test needs.
  const cases = [
    { file: "tonnage-records_bg.wasm.lzma", query: CHOICE, failure: "main > .failure", works: (page) => titled(page, SINKS_TITLE) },
    { file: "tonnage-factcheck_bg.wasm.lzma", query: "?view=check-note", then: write, failure: "#check-note .failure", works: (page) => page.locator(".marked .verdict").first().waitFor() },
    { file: "tonnage-notes_bg.wasm.lzma", query: "?view=note", wait: "#note .fetching", failure: "#note .failure", works: (page) => page.locator("#note article").waitFor() },
    { file: "tonnage-files_bg.wasm.lzma", query: "", then: bring, failure: "#import [role=alert]", works: (page) => page.locator("#import form").waitFor() },
  ];
  for (const { file, query, wait = ".fetching", then, failure, works } of cases) {
    site.faults.set(file, { hang: true });
    const page = await open(st.browser, `${site.address}${query}`, { wait: then ? ".title" : wait, init: keepWorkers });
    site.asked.length = 0;
    await then?.(page);
    while (!site.asked.includes(file) && then) await page.waitForTimeout(20);
    await kill(page);
    await page.locator(failure).waitFor();
    assert.match(await page.locator(failure).innerText(), /stopped in the middle of its work/);
    site.faults.clear();
    await again(page).click();
    await works(page);
    healthy(page);
    await close(page);
  }
  // Real work: a long file is being read.
  const page = await open(st.browser, site.address, { init: keepWorkers });
  await bring(page, { rows: 1_000_000 });
  await page.waitForFunction(() => /Reading: [1-9]/.test(document.querySelector("#import")?.innerText ?? ""));
  await kill(page);
  await page.locator("#import [role=alert]").waitFor();
  assert.match(await page.locator("#import [role=alert]").innerText(), /stopped in the middle of its work/);
  assert.equal(await title(page), WIRE_TITLE);
  await again(page, "#import").click();
  await page.waitForFunction(() => /Reading: [1-9]/.test(document.querySelector("#import")?.innerText ?? ""));
  healthy(page);
  await close(page);
  await site.close();
});

test("an answer that comes after the reader went on changes nothing", async () => {
  const site = await serve();
  const page = await open(st.browser, site.address);
  const slow = (file) => site.faults.set(file, { body: readFileSync(`${FIXTURES}/${file}`), pieces: 10, pause: 300 });
  slow(SUMS);
  slow(RECORDS);
  // To another dataset.
  await choose(page, SINKS);
  await page.locator("progress[value]").waitFor();
  await choose(page, ALLOY);
  await titled(page, ALLOY_TITLE);
  await page.waitForTimeout(3000);
  assert.equal(await title(page), ALLOY_TITLE);
  assert.equal(new URL(page.url()).search, `?d=${ALLOY}`);
  await listed(page, ALLOY);
  // To another view of what is there.
  await choose(page, SINKS);
  await page.locator("progress[value]").waitFor();
  await page.locator("#destinations a.more").click();
  await page.locator("#products").waitFor({ state: "detached" });
  await page.waitForTimeout(3000);
  assert.equal(await title(page), ALLOY_TITLE);
  assert.match(page.url(), /view=destinations/);
  // Back, over the dataset that did not come before the reader went on.
  await page.goBack();
  await page.goBack();
  await page.locator("#products").waitFor();
  await page.waitForTimeout(3000);
  assert.equal(await title(page), ALLOY_TITLE);
  assert.equal(await page.locator(".fetching, .failure").count(), 0);
  site.faults.clear();
  // Of the choices of rows and the crossings that follow each other at once the last counts.
  await visit(page, `${site.address}?d=${SINKS}&view=cross&span=r12&period=2026-06`);
  await page.locator(".matrix").waitFor();
  await page.evaluate(() => {
    for (const query of ["&destination=136", "&destination=502", "&period=2026-01", "&destination=502", ""]) {
      history.pushState(null, "", `?d=cn-stainless-steel-sinks&view=cross&span=r12&period=2026-06${query}`);
      dispatchEvent(new PopStateEvent("popstate"));
    }
  });
  await page.waitForTimeout(500);
  assert.equal(Number(await page.locator(".matrix tfoot td.quantity data").getAttribute("value")), 204635.857);
  assert.equal(await page.locator(".choices .chip").count(), 0);
  // The newer of two texts.
  await visit(page, `${site.address}?view=check-note`);
  await page.locator("#pasted").waitFor();
  await write(page, `${TEXT} `.repeat(200));
  await page.locator("#check-note .fetching").waitFor();
  await page.waitForTimeout(260);
  await write(page, "In April 2025, China exported 23,100 t.");
  await page.waitForFunction(() => document.querySelector(".marked")?.innerText === "In April 2025, China exported 23,100 t.");
  await page.waitForTimeout(1000);
  assert.equal(await page.locator(".marked").innerText(), "In April 2025, China exported 23,100 t.");
  healthy(page);
  await close(page);
  await site.close();
});

const yours = (page) => page.locator(".datasets option", { hasText: "Your file" });

test("of two tabs each shows what it has, and what one removes the other does not offer", async () => {
  const one = await open(st.browser, st.site.address);
  const two = await one.context().newPage();
  await visit(two, st.site.address);
  await imported(one);
  await yours(two).waitFor({ state: "attached" });
  await choose(two, "your-file");
  await titled(two, YOURS);
  await one.getByRole("button", { name: "Remove this file" }).click();
  await titled(one, WIRE_TITLE);
  assert.equal(await yours(one).count(), 0);
  // The other tab has the rows still, and goes on with them.
  await previousMonth(two);
  await two.waitForFunction(() => /period=2024-11/.test(location.search));
  assert.equal(await title(two), YOURS);
  assert.equal(await two.locator(".notices p").count(), 0);
  await two.reload();
  await titled(two, WIRE_TITLE);
  assert.match(await two.locator(".notices").innerText(), /only the browser has/);
  assert.equal(await yours(two).count(), 0);
  await close(one);
});

/** A site whose files' worker runs `code` first. */
const withWorkerCode = async (code) => {
  const site = await serve();
  site.faults.set("worker.js", { type: "text/javascript", body: `${code}\n${readFileSync(`${DIST}/worker.js`, "utf8")}` });
  return site;
};

const NOT_KEPT = [
  {
    why: "no local storage",
    site: () => serve(),
    init: () => {
      Storage.prototype.setItem = () => {
        throw new DOMException("It is switched off.", "SecurityError");
      };
    },
    said: /does not keep it.*gone when the page is reloaded/s,
  },
  {
    why: "no IndexedDB",
    site: () => withWorkerCode(`IDBFactory.prototype.open = () => { throw new DOMException("No.", "SecurityError"); };`),
    said: /does not keep it.*gone when the page is reloaded/s,
  },
  {
    why: "no room",
    site: () => serve(),
    then: async (page, site) => {
      const session = await page.context().newCDPSession(page);
      await session.send("Storage.overrideQuotaForOrigin", { origin: site.origin, quotaSize: 1_000_000 });
    },
    rows: 200_000,
    said: /no room to keep it.*gone when the page is reloaded/s,
  },
];

for (const { why, site: serveIt, init, then, rows, said } of NOT_KEPT) {
  test(`a file that cannot be kept (${why}) is shown, said to be lost, and leaves nothing behind`, async () => {
    const site = await serveIt();
    const page = await open(st.browser, site.address, { init });
    await then?.(page, site);
    await imported(page, { rows });
    assert.match(await page.locator("#import").innerText(), said);
    // It is all there until the reload.
    assert.equal(await title(page), YOURS);
    assert.equal(await page.locator(".notices p").count(), 0, "no remark on the link");
    await listed(page, "your-file");
    await previousMonth(page);
    await page.waitForFunction(() => /period=2024-11/.test(location.search));
    assert.equal(await title(page), YOURS);
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "Download as a dataset" }).click(),
    ]);
    const dataset = JSON.parse(readFileSync(await download.path(), "utf8"));
    assert.equal(dataset.columns.quantity_kg.length, rows ?? 24);
    // To another dataset and back, in the same visit.
    await choose(page, ALLOY);
    await titled(page, ALLOY_TITLE);
    await page.goBack();
    await titled(page, YOURS);
    await page.reload();
    await titled(page, WIRE_TITLE);
    assert.equal(await yours(page).count(), 0, "no dead entry");
    assert.match(await page.locator(".notices").innerText(), /only the browser has/);
    healthy(page);
    await close(page);
    await site.close();
  });
}

test("when only IndexedDB was cleared, the list offers no file", async () => {
  const page = await open(st.browser, st.site.address);
  await imported(page);
  const session = await page.context().newCDPSession(page);
  const clear = async () => {
    await page.goto("about:blank");
    await session.send("Storage.clearDataForOrigin", { origin: st.site.origin, storageTypes: "indexeddb" });
  };
  await clear();
  await visit(page, st.site.address);
  await titled(page, WIRE_TITLE);
  await yours(page).waitFor({ state: "detached" });
  // The same for a link to it.
  await imported(page);
  await clear();
  await visit(page, `${st.site.address}?d=your-file`);
  await page.locator(".failure, .notices p").first().waitFor();
  await yours(page).waitFor({ state: "detached" });
  if (await again(page).count()) await again(page).click();
  await titled(page, WIRE_TITLE);
  healthy(page);
  await close(page);
});

test("a browser without workers shows published figures whole and records by their sums, and says what it cannot", async () => {
  const page = await open(st.browser, st.site.address, { init: () => delete globalThis.Worker });
  const said = /This browser has no workers/;
  for (const view of ["trend", "destinations", "sources", "check", "changes"]) {
    await visit(page, `${st.site.address}?view=${view}`);
    await page.locator("main section").first().waitFor();
    assert.equal(await page.locator(".failure").count(), 0, view);
  }
  // Notes are written by a worker.
  await visit(page, `${st.site.address}?view=note`);
  await page.locator("main", { hasText: said }).waitFor();
  await visit(page, st.site.address);
  await bring(page);
  await page.locator("#import [role=alert]").waitFor();
  assert.match(await page.locator("#import [role=alert]").innerText(), said);
  await choose(page, SINKS);
  await titled(page, SINKS_TITLE);
  await onlyRowsOf(page, "destinations", "United States");
  await page.locator("main > .failure").waitFor();
  assert.match(await page.locator("main > .failure").innerText(), said);
  assert.equal(await title(page), SINKS_TITLE);
  await page.goBack();
  await page.locator("main > .failure").waitFor({ state: "detached" });
  await visit(page, `${st.site.address}?view=check-note`);
  await page.locator("#pasted").waitFor();
  await write(page);
  await page.locator("#check-note .failure").waitFor();
  assert.match(await page.locator("#check-note .failure").innerText(), said);
  healthy(page);
  await close(page);
});

test("the page works under a policy of trusted types", async () => {
  const strict = await serve({ policy: `${STRICT_POLICY}; require-trusted-types-for 'script'` });
  const page = await open(st.browser, strict.address);
  assert.equal((await datum(page.locator("#products tfoot td.quantity"))).value, 21300);
  await previousMonth(page);
  await page.waitForFunction(() => /March 2025/.test(document.querySelector(".sentence").innerText));
  // Its workers, too.
  await choose(page, SINKS);
  await titled(page, SINKS_TITLE);
  await visit(page, `${strict.address}?view=check-note`);
  await page.locator("#pasted").waitFor();
  await write(page);
  await page.locator(".marked .verdict").first().waitFor();
  healthy(page);
  await close(page);
  await strict.close();
});

test("where a policy lets the page draw nothing, the static page stays and says why nothing else works", async () => {
  const strict = await serve({ policy: `${STRICT_POLICY}; require-trusted-types-for 'script'; trusted-types 'none'` });
  const page = await open(st.browser, strict.address, { wait: "#boot" });
  await page.getByText("The page could not be started").waitFor();
  assert.ok(await page.locator("#static .tiles").isVisible());
  assert.match(await page.locator("#static .sentence").innerText(), /^Exports (rose|fell) /);
  await close(page);
  await strict.close();
});

test("files that are too large together are refused before any is read", async () => {
  const site = await withWorkerCode(
    `Blob.prototype.arrayBuffer = Blob.prototype.stream = Blob.prototype.text = () => { throw new Error("It was read."); };`,
  );
  const page = await open(st.browser, site.address);
  await page.evaluate(() => {
    // One megabyte, many times over: nothing is copied.
    const megabyte = new Blob([new Uint8Array(1_000_000).fill(49)]);
    const data = new DataTransfer();
    for (const [name, size] of [["a.csv", 196], ["b.csv", 192]]) data.items.add(new File(Array(size).fill(megabyte), name));
    for (const type of ["dragover", "drop"]) {
      document.body.dispatchEvent(new DragEvent(type, { dataTransfer: data, bubbles: true, cancelable: true }));
    }
  });
  await page.locator("#import [role=alert]").waitFor();
  const told = await page.locator("#import [role=alert]").innerText();
  assert.match(told, /250 MB together/);
  assert.match(told, /command line \(tonnage import\)/);
  assert.equal(await title(page), WIRE_TITLE);
  healthy(page);
  await close(page);
  await site.close();
});

// Changes of everything that a reader changes, round and round.
const MONTHS = ["2025-01", "2025-02", "2025-03", "2025-04", "2025-05"];
const ROUND = [
  ...["", "trend", "products", "destinations", "check", "note", "sources"].flatMap((view) =>
    MONTHS.map((month) => `?period=${month}${view && `&view=${view}`}`),
  ),
  ...["", "destinations"].flatMap((view) => MONTHS.map((month) => `?d=${ALLOY}&period=${month}${view && `&view=${view}`}`)),
  ...["destinations", "trend"].flatMap((view) => MONTHS.map((month) => `?d=${SINKS}&period=${month}&view=${view}`)),
  ...["", "cross", "note"].flatMap((view) =>
    MONTHS.flatMap((month) => {
      const here = `?d=${SINKS}&period=${month}${view && `&view=${view}`}`;
      return [here, `${here}&destination=502`, `${here}&span=r12`];
    }),
  ),
];
const CHANGES = 2000;
const WARM_UP = 4;

/** Follows each address as going back and forward does, and waits until the page shows it. */
const follow = (page, addresses) =>
  page.evaluate(async (addresses) => {
    const settled = () => new Promise((done) => setTimeout(done, 0));
    for (const address of addresses) {
      history.replaceState(null, "", address);
      dispatchEvent(new PopStateEvent("popstate"));
      do await settled();
      while (document.querySelector(".fetching") || /Adding up…/.test(document.querySelector("#cross")?.textContent ?? ""));
      if (document.querySelector(".failure")) throw new Error(`${address}: ${document.querySelector(".failure").innerText}`);
    }
  }, addresses);

test("2,000 changes of month, view, dataset and rows leave the memory where it was", async (t) => {
  const keepMemories = () => {
    window.memories = [];
    const keep = (result) => {
      const exports = (result.instance ?? result).exports;
      if (exports.memory) window.memories.push(exports.memory);
      return result;
    };
    for (const name of ["instantiate", "instantiateStreaming"]) {
      const original = WebAssembly[name].bind(WebAssembly);
      WebAssembly[name] = async (...all) => keep(await original(...all));
    }
  };
  const page = await open(st.browser, st.site.address, { init: keepMemories });
  const session = await page.context().newCDPSession(page);
  await session.send("Performance.enable");
  const measured = async () => {
    // What is drawn a moment later is drawn, and what was drawn before is gone.
    await new Promise((done) => setTimeout(done, 500));
    await session.send("HeapProfiler.collectGarbage");
    const { metrics } = await session.send("Performance.getMetrics");
    const metric = (name) => metrics.find((m) => m.name === name).value;
    const wasm = await page.evaluate(() => window.memories.map((memory) => memory.buffer.byteLength));
    assert.equal(wasm.length, 1, "one module in the page");
    return { wasm: wasm[0], heap: metric("JSHeapUsedSize"), nodes: metric("Nodes"), listeners: metric("JSEventListeners") };
  };
  assert.equal(ROUND.length, 100);
  // A few rounds to warm up: then every view was drawn, each cache has what it will have, and the module's memory the
  // room that the largest views need between others.
  await follow(page, Array(WARM_UP).fill(ROUND).flat());
  const before = await measured();
  const began = Date.now();
  for (let done = WARM_UP * ROUND.length; done < CHANGES; done += ROUND.length) await follow(page, ROUND);
  const after = await measured();
  const told = `${JSON.stringify(before)} → ${JSON.stringify(after)} in ${Math.round((Date.now() - began) / 1000)} s`;
  t.diagnostic(told);
  for (const what of Object.keys(before)) assert.ok(after[what] <= before[what] * 1.1, `${what}: ${told}`);
  healthy(page);
  await close(page);
});

/** What a reader reads, in order, without where lines break. */
const words = async (page) => {
  const text = await page.evaluate(() => {
    // What says that a script is needed, and what needs one.
    document.querySelectorAll("noscript, .taken > button, .download, .offers").forEach((each) => each.remove());
    return document.body.innerText;
  });
  return text.split(/\s+/).filter(Boolean);
};

test("the page of the default view reads the same without a script and with it", async () => {
  // The datasets that the static page is made of.
  const site = await serve({ data: DIST });
  const still = await open(st.browser, site.address, { javaScriptEnabled: false });
  const live = await open(st.browser, site.address, { wait: "html[data-live] .tiles" });
  const [without, withScript] = [await words(still), await words(live)];
  assert.ok(without.length > 500, `${without.length} words`);
  assert.deepEqual(without, withScript);
  assert.equal(await still.locator("#boot:visible").count(), 0);
  for (const page of [still, live]) await close(page);
  await site.close();
});

test("a link to another view never shows the static page, one to the default view shows it at once", async () => {
  const site = await serve();
  const file = pageModule();
  site.faults.set(file, { type: "application/wasm", body: readFileSync(`${DIST}/${file}`), pieces: 10, pause: 100 });
  // Looked at before each frame is drawn.
  const watch = () => {
    window.frames_ = { all: 0, still: 0, boot: 0 };
    const look = () => {
      const seen = (id) => (document.getElementById(id)?.getClientRects().length ?? 0) > 0;
      window.frames_.all += 1;
      window.frames_.still += seen("static");
      window.frames_.boot += seen("boot");
      requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  };
  for (const query of ["?period=2025-08", `?d=${SINKS}`, "?view=note"]) {
    const page = await open(st.browser, `${site.address}${query}`, { init: watch, wait: "html[data-live] .title", until: "commit" });
    const frames = await page.evaluate(() => window.frames_);
    assert.ok(frames.all > 5 && frames.boot > 5, `${query}: ${JSON.stringify(frames)}`);
    assert.equal(frames.still, 0, `${query}: ${JSON.stringify(frames)}`);
    assert.equal(await page.locator("#static, #boot").count(), 0);
    await close(page);
  }
  const page = await open(st.browser, site.address, { init: watch, wait: "html[data-live] .title", until: "commit" });
  const frames = await page.evaluate(() => window.frames_);
  assert.ok(frames.still > 5 && frames.boot === 0, JSON.stringify(frames));
  await close(page);
  await site.close();
});
