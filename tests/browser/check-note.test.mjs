// A published note, pasted: its sentences and its table.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { healthy, open, stage } from "./browser.mjs";
import { DATASET, FIXTURES } from "./site.mjs";

let page;
stage(async ({ browser, site }) => {
  page = await open(browser, `${site.address}?view=check-note`, { wait: "#pasted" });
});

const NOTE = [
  "In April 2025, China exported 23,100 t of aluminium wire and cable, down 5.3% MoM.",
  "",
  "Top destinations, April 2025",
  "Destination\tExports (t)\tMar 2025 (t)\tMoM\tShare",
  "Mexico\t2,628.738\t2,302\t14.2%\t18%",
  "Iraq\t1,352.531\t358.896\t276.9%\t6.3%",
  "Brazil\t1,200\t1,300\t(7.7%)\t5.6%",
].join("\n");

/** What the command line finds in the same text. */
function told() {
  const folder = mkdtempSync(join(tmpdir(), "tonnage-"));
  const file = join(folder, "note.txt");
  writeFileSync(file, NOTE);
  try {
    execFileSync("cargo", ["run", "-q", "--release", "--bin", "tonnage", "--", "check-note", file, "--dataset", `${FIXTURES}/${DATASET}`, "--json"]);
    assert.fail("a figure that differs is exit code 1");
  } catch (error) {
    assert.equal(error.status, 1);
    return JSON.parse(error.stdout).findings;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const marks = () => page.locator(".marked .verdict");
const row = (printed) => page.locator("table.check tbody tr").filter({ has: page.getByRole("button", { name: printed, exact: true }) });

test("sentences and tables are read, and nothing leaves the browser", async () => {
  const requests = [];
  page.on("request", (request) => requests.push(request));
  await page.locator("#pasted").fill(NOTE);
  await marks().first().waitFor();
  const findings = told();
  assert.equal(findings.length, 14);
  const shown = await marks().allInnerTexts();
  assert.deepEqual(shown, findings.map((finding) => finding.text));
  const verdicts = await page.locator("table.check tbody tr td:nth-child(3)").evaluateAll((cells) => cells.map((c) => c.innerText));
  const words = { agrees: /^agrees$/i, "agrees-within-rounding": /rounding/i, differs: /differs/i, "cannot-be-tested": /cannot be tested/i };
  findings.forEach((finding, i) => assert.match(verdicts[i], words[finding.verdict], finding.text));
  // All that is asked for is the worker that reads the text, and nothing is sent along.
  for (const request of requests) {
    assert.match(new URL(request.url()).pathname, /\/(worker\.js|module\.js|tonnage-factcheck(\.js|_bg\.wasm\.lzma))$/);
    assert.equal(request.method(), "GET");
    assert.equal(request.postData(), null);
  }
  healthy(page);
});

test("a cell says what its column and its row say, and what the note contradicts itself in", async () => {
  assert.match(await row("23,100 t").innerText(), /total, April 2025: quantity[\s\S]*21,300/);
  assert.match(await row("2,302").innerText(), /Mexico, March 2025: quantity/);
  assert.match(await row("276.9%").innerText(), /Iraq, April 2025: change on the month before/);
  assert.match(await row("18%").innerText(), /Mexico, April 2025: share of the total[\s\S]*12\.3/);
  assert.match(await row("1,300").innerText(), /does not name/);
  healthy(page);
});

test("clearing can be undone", async () => {
  await page.getByRole("button", { name: "Clear" }).click();
  await marks().first().waitFor({ state: "detached" });
  await page.getByRole("button", { name: "Undo" }).click();
  await marks().first().waitFor();
  assert.equal(await page.locator("#pasted").inputValue(), NOTE);
  healthy(page);
});
