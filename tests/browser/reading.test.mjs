// What people come for, done with the pointer, the keyboard and a finger.
import assert from "node:assert/strict";
import { test } from "node:test";
import { healthy, open, row, stage } from "./browser.mjs";

const on = stage();
const SINKS = "?d=cn-stainless-steel-sinks";

const names = (page, section) => page.locator(`#${section} tbody .label`).allInnerTexts();
const said = (locator) => locator.getAttribute("aria-label");
const close = async (page) => {
  healthy(page);
  await page.context().close();
};

test("the months are drawn in four ways, and the link says which", async () => {
  const page = await open(on.browser, on.site.address + SINKS);
  for (const [name, chart, label] of [
    ["Year over year", "years", /a line for each year/],
    ["Since January", "cumulative", /since January/],
    ["12-month sum", "twelve-months", /last twelve months/],
  ]) {
    await page.locator("#trend").getByRole("link", { name, exact: true }).click();
    await page.locator("#trend [aria-current]", { hasText: name }).waitFor();
    assert.match(page.url(), new RegExp(`chart=${chart}`));
    assert.match(await said(page.locator("#trend .drawing")), label);
    assert.ok((await page.locator("#trend .target").count()) >= 12, name);
  }
  await page.goBack();
  await page.locator("#trend [aria-current]", { hasText: "Since January" }).waitFor();
  // Articles tell of no twelve months: of published figures the sum is not offered.
  await page.goto(on.site.address);
  await page.locator("#trend .choice", { hasText: "Since January" }).waitFor();
  assert.equal(await page.locator("#trend .choice", { hasText: "12-month" }).count(), 0);
  await close(page);
});

test("the highest month of those that are known is named, and how many these are", async () => {
  const page = await open(on.browser, on.site.address);
  const finding = (await page.locator("#trend .finding").innerText()).replaceAll("\u00a0", " ");
  assert.match(finding, /^Highest of the \d+ known months: November 2025, 33,\d{3}–33,\d{3} t$/);
  await page.locator("#trend .finding a").click();
  await page.waitForFunction(() => document.title.startsWith("November 2025"));
  await close(page);
});

test("Mexico and Portugal are compared over time, in tonnes, shares and an index", async () => {
  const page = await open(on.browser, on.site.address);
  await row(page, "destinations", "Mexico").locator(".choose").check();
  await page.locator(".comparison h3", { hasText: "Mexico over time" }).waitFor();
  await row(page, "destinations", "Portugal").locator(".choose").check();
  const title = page.locator(".comparison h3", { hasText: "Mexico and Portugal over time" });
  await title.waitFor();
  assert.match(page.url(), /compare=MEX%7EPRT/);
  const april = page.locator('.comparison .target[aria-label^="April 2025"]');
  assert.match(await said(april), /Mexico 2,629\s*t; Portugal 1,619\s*t/);
  await page.locator(".comparison").getByRole("link", { name: "% of total" }).click();
  await page.locator(".comparison [aria-current]", { hasText: "%" }).waitFor();
  assert.match(await said(april), /Mexico 12\.3%; Portugal 7\.6%/);
  await page.locator(".comparison").getByRole("link", { name: "Index" }).click();
  await page.locator(".comparison .caveat", { hasText: "March 2025 = 100. The axis does not begin at zero." }).waitFor();
  assert.match(await said(page.locator('.comparison .target[aria-label^="March 2025"]')), /Mexico 100; Portugal 100/);
  // The months lie far below: the way to them, and who is compared, stand above everything.
  assert.deepEqual(
    (await page.locator(".compared .chip").allInnerTexts()).map((text) => text.split(/\s/)[0]),
    ["Mexico", "Portugal"],
  );
  // The same from its link.
  const again = await open(on.browser, page.url());
  await again.locator(".comparison h3", { hasText: "Mexico and Portugal" }).waitFor();
  assert.equal(await row(again, "destinations", "Mexico").locator(".choose").isChecked(), true);
  await close(again);
  // Undone by going back.
  for (let step = 0; step < 4; step++) await page.goBack();
  await page.locator(".comparison").waitFor({ state: "detached" });
  assert.equal(await row(page, "destinations", "Mexico").locator(".choose").isChecked(), false);
  await close(page);
});

test("who made the change of the month stands above the steps of all", async () => {
  const page = await open(on.browser, `${on.site.address}${SINKS}&period=2026-06&view=changes`, { wait: "#changes .drawing" });
  const [first] = await page.locator("#changes .finding").allInnerTexts();
  assert.match(first.replaceAll("\u00a0", " "), /^India rose most: \+362\.2 t\.$/);
  const steps = await page.locator("#changes .drawing").first().locator(".target").all();
  assert.match(await said(steps[1]), /^India: \+362\.2\s*t/);
  await page.locator("select[name=against]").selectOption({ label: "A year before (June 2025)" });
  await page.locator("#changes .when", { hasText: "from June 2025 to June 2026" }).waitFor();
  assert.match(page.url(), /against=year/);
  await close(page);
});

test("a fall that nobody itemises is said to be there", async () => {
  const page = await open(on.browser, `${on.site.address}?view=changes`, { wait: "#changes .drawing" });
  const [first] = await page.locator("#changes .finding").allInnerTexts();
  assert.match(first.replaceAll("\u00a0", " "), /^The fall is mainly that of all others together: −2,\d{3} to −2,\d{3} t\.$/);
  await close(page);
});

test("who rose most is said of those of whom it is known", async () => {
  // Pakistan has a figure for September alone, and may have risen more than Finland.
  const page = await open(on.browser, `${on.site.address}?period=2025-09&view=changes`, { wait: "#changes .drawing" });
  const finding = async (nth) => (await page.locator("#changes .finding").nth(nth).innerText()).replaceAll("\u00a0", " ");
  assert.equal(await finding(0), "Of those with a figure for both, Finland rose most: +1,421 t.");
  // The products are all there are.
  assert.match(await finding(2), /^Steel-core stranded wire rose most: /);
  // What is left is more than what is not itemised, and is called otherwise.
  await page.locator('#changes .target[aria-label^="All others"]').first().waitFor();
  assert.equal(await page.locator('#changes .target[aria-label^="Not itemised"]').count(), 0);
  await close(page);
});

test("a sum of two months has no colour, which would compare it with one", async () => {
  const page = await open(on.browser, `${on.site.address}${SINKS}&period=2026-06&view=season`, { wait: "#season .drawing" });
  const coloured = (months) => page.locator(`#season .target[aria-label^="${months}"] [class^=c-heat]`).count();
  assert.equal(await coloured("January–February 2026"), 0);
  assert.equal(await coloured("January 2026"), 1);
  assert.equal(await page.locator('#season .target[aria-label^="January–February 2026"]').textContent(), "38,691");
  await close(page);
});

test("every column of the season has its head, on a phone too", async () => {
  for (const [lang, last] of [["en", "J–F"], ["zh", "1-2"]]) {
    const page = await open(on.browser, `${on.site.address}${SINKS}&view=season&lang=${lang}`, {
      viewport: { width: 390, height: 844 },
      wait: "#season .drawing",
    });
    const heads = await page.locator("#season .drawing > text.c-tick").allTextContents();
    assert.equal(heads.length, 13, heads.join());
    assert.equal(heads.at(-1), last);
    await close(page);
  }
});

test("the way to the chart of those who are compared ends at the chart", async () => {
  const page = await open(on.browser, `${on.site.address}${SINKS}&period=2026-06&view=season&compare=502~136`, { wait: ".compared" });
  await page.getByRole("link", { name: "See the chart" }).click();
  await page.waitForFunction(() => document.activeElement?.matches(".comparison"));
  const top = await page.locator(".comparison").evaluate((chart) => chart.getBoundingClientRect().top);
  assert.ok(top >= 48 && top < 400, `${top} px below the window's upper edge`);
  await close(page);
});

test("marks of a picture are told apart by their names, and the largest has its own", async () => {
  const page = await open(on.browser, `${on.site.address}${SINKS}&period=2026-06&view=prices`, { wait: "#prices .drawing" });
  const scatter = page.locator("#prices .drawing").last();
  for (const name of ["United States", "Thailand", "Malaysia"]) {
    assert.equal(await scatter.locator("text", { hasText: name }).count(), 1, name);
  }
  // One hue: no colour that would need a key.
  const looks = await scatter.locator(".target path:last-of-type").evaluateAll((dots) => [...new Set(dots.map((d) => d.getAttribute("class")))]);
  assert.deepEqual(looks, ["c-fill-accent"]);
  await page.goto(`${on.site.address}${SINKS}&period=2026-06&view=destinations&show=treemap`);
  const others = page.locator("#destinations .drawing .target", { hasText: /\d+ others/ });
  assert.match(await others.first().textContent(), /^\d+ others28\.9%$/);
  await close(page);
});

test("tables are ordered by any column and searched, by keyboard", async () => {
  const page = await open(on.browser, `${on.site.address}${SINKS}&period=2026-06&view=destinations`, { wait: "#destinations table" });
  await page.locator("#destinations thead a", { hasText: "YoY, %" }).focus();
  await page.keyboard.press("Enter");
  const head = page.locator("#destinations th[aria-sort]", { hasText: "YoY, %" });
  await head.waitFor();
  assert.equal(await head.getAttribute("aria-sort"), "descending");
  assert.match(page.url(), /sort=yoy/);
  const growths = await page
    .locator("#destinations tbody tr")
    .evaluateAll((rows) => rows.map((tr) => tr.querySelectorAll("td.change")[3]?.querySelector("data")?.value).filter(Boolean).map(Number));
  // Growths of samples come behind the others, in their own order.
  const samples = growths.findIndex((growth, i) => i > 0 && growth > growths[i - 1]);
  assert.equal(samples, -1, "no sample is among the first 25");
  await page.locator("#destinations .rest-row th button", { hasText: /^Show all 1\d\d$/ }).click();
  await page.locator("#destinations .caveat", { hasText: /^Changes from less than \d+\st are listed last\.$/ }).waitFor();
  await page.goto(`${on.site.address}${SINKS}&period=2026-06&view=destinations&sort=name`);
  await page.locator("#destinations th[aria-sort=ascending]").waitFor();
  const all = await names(page, "destinations");
  assert.deepEqual(all.slice(0, 5), all.slice(0, 5).toSorted());
  await page.getByLabel("Find").pressSequentially("thai");
  await page.waitForFunction(() => document.querySelectorAll("#destinations tbody tr").length === 1);
  assert.deepEqual(await names(page, "destinations"), ["Thailand"]);
  assert.equal(await page.evaluate(() => document.activeElement.type), "search", "the field keeps the focus");
  await page.getByLabel("Find").fill("atlantis");
  await page.locator("#destinations .empty", { hasText: "No name here has “atlantis”." }).waitFor();
  await close(page);
});

test("a name leads to all about its member, and back", async () => {
  const page = await open(on.browser, on.site.address);
  await row(page, "destinations", "Mexico").locator("a.label").click();
  await page.locator("section#member h2", { hasText: "Mexico" }).waitFor();
  assert.match(page.url(), /view=member&member=MEX/);
  assert.match(await page.title(), /Profile/);
  assert.match(await said(page.locator('#member .target[aria-label^="April 2025"]').first()), /2,628\.738\s*t, reported/);
  const tiles = (await page.locator("#member .tiles").innerText()).replaceAll("\u00a0", " ");
  assert.match(tiles, /2,629 t[^]*12\.3%[^]*\+14\.2%/);
  await page.goBack();
  await page.locator("#destinations").waitFor();
  await page.goto(`${on.site.address}?view=member&member=XXX`);
  await page.locator(".empty", { hasText: "names nobody whom this dataset has" }).waitFor();
  await close(page);
});

test("unit values are drawn over time and against quantities, where there are any", async () => {
  const page = await open(on.browser, `${on.site.address}${SINKS}&period=2026-06&view=prices`, { wait: "#prices .drawing" });
  assert.equal(await page.locator("#prices .drawing").count(), 2);
  const june = page.locator('#prices .drawing').first().locator('.target[aria-label^="June 2026"]');
  assert.match(await said(june), /US\$5,\d{3}\/t/);
  assert.match(await said(page.locator("#prices .target", { hasText: "" }).last()), /Quantity .*\st; Unit value US\$.*\/t$/);
  await page.goto(on.site.address);
  await page.locator("#season").waitFor();
  assert.equal(await page.locator("#prices").count(), 0, "published figures have no prices");
  await close(page);
});

test("a chart is one stop of the Tab key, its marks are reached by arrows, and each says all its values", async () => {
  const page = await open(on.browser, on.site.address);
  const drawing = page.locator("#trend .drawing");
  assert.equal(await drawing.locator('.target[tabindex="0"]').count(), 1);
  await drawing.locator('.target[tabindex="0"]').focus();
  const box = page.locator("#explanation");
  await box.waitFor();
  const first = await box.innerText();
  await page.keyboard.press("ArrowRight");
  await page.waitForFunction((before) => document.querySelector("#explanation")?.innerText !== before, first);
  await page.keyboard.press("End");
  await page.waitForFunction(() => /December 2025/.test(document.querySelector("#explanation")?.innerText));
  await page.keyboard.press("Escape");
  await box.waitFor({ state: "detached" });
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => document.title.startsWith("December 2025"));
  await close(page);
});

test("a finger's first tap on a chart tells, the second one follows", async () => {
  const page = await open(on.browser, on.site.address, { viewport: { width: 390, height: 844 }, hasTouch: true });
  const march = page.locator('#trend .target[aria-label^="March 2025"]');
  await march.tap();
  await page.locator("#explanation", { hasText: "22,500" }).waitFor();
  assert.match(await page.title(), /^April 2025/);
  await march.tap();
  await page.waitForFunction(() => document.title.startsWith("March 2025"));
  await close(page);
});

test("any two periods are compared, by pointer and keyboard, as steps and as lines", async () => {
  const page = await open(on.browser, `${on.site.address}${SINKS}&period=2026-06&view=changes`, { wait: "#changes .drawing" });
  const list = page.locator("select[name=against]");
  await list.selectOption({ label: "November 2024" });
  await page.locator("#changes .when", { hasText: "from November 2024 to June 2026" }).waitFor();
  assert.match(page.url(), /against=2024-11/);
  const steps = await page.locator("#changes .drawing").first().locator(".target").all();
  assert.match(await said(steps[1]), /^United States: −305\.7\s*t/);
  // The list keeps the focus, so that the next press chooses the next.
  await page.waitForFunction(() => document.activeElement?.name === "against");
  await page.keyboard.press("ArrowDown");
  await page.locator("#changes .when", { hasText: "from October 2024 to June 2026" }).waitFor();
  await page.keyboard.press("ArrowUp");
  await page.locator("#changes .when", { hasText: "from November 2024 to June 2026" }).waitFor();
  await page.getByRole("link", { name: "Slope", exact: true }).press("Enter");
  await page.locator("#changes [aria-current]", { hasText: "Slope" }).waitFor();
  assert.match(page.url(), /show=slope/);
  const states = page.locator("#changes .drawing").first().locator('.target[aria-label^="United States"]');
  const words = (await said(states)).replaceAll("\u00a0", " ");
  assert.match(words, /November 2024 2,283\.2 t; June 2026 1,977\.5 t; Change −305\.7 t/);
  // A period of which nothing is known says so, with a way out.
  await page.goto(`${on.site.address}?view=changes&period=2025-08&against=2025-05`);
  await page.locator("#changes .empty", { hasText: "no other figure of May 2025" }).waitFor();
  await page.getByRole("link", { name: "Compare with July 2025" }).click();
  await page.locator("#changes .when", { hasText: "from July 2025 to August 2025" }).waitFor();
  await close(page);
});

test("members are compared by value, unit value and place, together and each alone", async () => {
  const page = await open(on.browser, `${on.site.address}${SINKS}&period=2026-06&view=destinations&compare=136~502`, { wait: ".comparison .drawing" });
  const june = page.locator('.comparison .target[aria-label^="June 2026"]');
  for (const [name, link, words] of [
    ["Value", "value", /United States US\$[\d,]+; Thailand US\$[\d,]+$/],
    ["Unit value", "unit-value", /Thailand US\$[\d,]+\/t$/],
    ["Place", "rank", /June 2026: United States 1; Thailand 2$/],
  ]) {
    await page.locator(".comparison").getByRole("link", { name, exact: true }).click();
    await page.locator(".comparison [aria-current]", { hasText: name }).first().waitFor();
    assert.match(page.url(), new RegExp(`as=${link}`));
    assert.match(await said(june), words);
  }
  assert.equal(await page.getByRole("link", { name: "Small multiples" }).count(), 0, "places are told by how lines cross");
  await page.locator(".comparison").getByRole("link", { name: "Quantity" }).click();
  await page.getByRole("link", { name: "Small multiples" }).click();
  const thailand = page.locator('.comparison .target[aria-label^="Thailand"]');
  await thailand.waitFor();
  assert.match(page.url(), /panels=each/);
  assert.match(await said(thailand), /^Thailand: June 2026 1,098\.4\s*t; May 2026/);
  // More than five are each alone by themselves.
  await page.goto(`${on.site.address}${SINKS}&period=2026-06&view=destinations&compare=136~502~111~141~344~122`);
  await page.locator(".comparison [aria-current]", { hasText: "Small multiples" }).waitFor();
  await page.goto(`${on.site.address}?view=destinations&compare=MEX&as=value`);
  await page.locator(".notices", { hasText: "tells of no values" }).waitFor();
  assert.equal(await page.locator(".comparison .choice", { hasText: "Value" }).count(), 0);
  await close(page);
});

test("a chart's table has what its marks tell", async () => {
  const page = await open(on.browser, `${on.site.address}${SINKS}&period=2026-06&view=season`, { wait: "#season .drawing" });
  const button = page.locator("#season .taken > button");
  assert.equal(await button.getAttribute("aria-expanded"), "false");
  await button.press("Enter");
  const rows = page.locator("#season table.marks tbody tr");
  await rows.first().waitFor();
  assert.equal(await button.getAttribute("aria-expanded"), "true");
  const told = await page.locator("#season .target").evaluateAll((all) => all.map((mark) => mark.getAttribute("aria-label")));
  const listed = await rows.evaluateAll((all) => all.map((tr) => [...tr.cells].map((cell) => cell.innerText).join(": ")));
  assert.deepEqual(listed, told);
  await rows.first().locator("a").click();
  await page.waitForFunction(() => location.search.includes("period=2026-01&view=season"));
  await close(page);
});

test("a cell of the season has the figure as all else has it", async () => {
  // Digits that were cut off, not rounded: 23,000 where all that is left is 23,012 to 23,021.
  const page = await open(on.browser, `${on.site.address}?period=2025-09&view=season`, { wait: "#season .drawing" });
  const cell = page.locator('#season .target[aria-label^="September 2025"]');
  assert.match(await cell.getAttribute("aria-label"), /23,000/);
  assert.equal(await cell.locator("text").first().textContent(), "23,000");
  await close(page);
});

test("from a profile the rows of its member alone are shown on the overview", async () => {
  const page = await open(on.browser, `${on.site.address}${SINKS}&period=2026-06&view=member&member=136`, { wait: "#member" });
  await page.getByRole("link", { name: /Show only the rows of/ }).click();
  await page.locator(".choices .chip", { hasText: "Thailand" }).waitFor();
  await page.locator("#trend").waitFor();
  assert.doesNotMatch(page.url(), /view=/);
  await close(page);
});

test("unit values against the year before are said in words", async () => {
  const page = await open(on.browser, `${on.site.address}${SINKS}&period=2026-06&view=prices`, { wait: "#prices .drawing" });
  const finding = (await page.locator("#prices .finding").innerText()).replaceAll("\u00a0", " ");
  assert.match(finding, /^June 2026: US\$5,602\/t; June 2025: US\$6,419\/t; change −12\.7%\.$/);
  // A year before the first months there are no rows.
  await page.goto(`${on.site.address}${SINKS}&period=2023-06&view=prices`);
  await page.locator("#prices .finding", { hasText: "June 2022: " }).waitFor();
  assert.doesNotMatch(await page.locator("#prices .finding").innerText(), /change/);
  await close(page);
});

test("rows glide to their new places, unless a reader wants no motion", async () => {
  for (const [reducedMotion, moves] of [["no-preference", true], ["reduce", false]]) {
    const page = await open(on.browser, `${on.site.address}?d=cn-stainless-steel-sinks`, { wait: "#destinations" });
    await page.emulateMedia({ reducedMotion });
    await page.evaluate(() => {
      globalThis.moved = [];
      const { animate } = Element.prototype;
      Element.prototype.animate = function (frames, ...how) {
        globalThis.moved.push([this.querySelector(".label").textContent, frames.transform[0]]);
        return animate.call(this, frames, ...how);
      };
    });
    await page.locator(".top .step").first().click();
    await page.getByText("17,611 t").first().waitFor();
    await page.waitForTimeout(100);
    const moved = await page.evaluate(() => globalThis.moved);
    assert.equal(moved.length > 0, moves, reducedMotion);
    // From June to May 2026 Vietnam goes up from the fourth place to the second: it comes from below.
    if (moves) assert.match(new Map(moved).get("Vietnam"), /^translateY\(\d+px\)$/);
    healthy(page);
    await close(page);
  }
});
