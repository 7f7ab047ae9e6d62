// The table must say what was measured and what could not be; the server must send what a publisher's does.

import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { gunzipSync } from "node:zlib";
import { answers } from "./page/site.mjs";
import { cells, median, report } from "./page/table.mjs";

test("the median of an even number of times lies between the middle two", () => {
  assert.equal(median([9, 1, 3]), 3);
  assert.equal(median([4, 1, 3, 9]), 3.5);
});

test("what is missing is a dash, and nothing is divided by zero", () => {
  assert.deepEqual(cells(200, 50), ["200", "50", "0.25×"]);
  assert.deepEqual(cells(undefined, 50), ["–", "50", "–"]);
  assert.deepEqual(cells(0, 0.1), ["0", "0.1", "–"]);
});

test("a measure that one load lacks has no median", () => {
  const loads = { before: [{ choice: 40 }, {}], after: [{ choice: 20 }, { choice: 30 }] };
  const text = report({ machine: "here", reps: 2, cases: [{ view: { name: "v" }, condition: { name: "c" }, ...loads }], without: [] });
  assert.match(text, /\| a destination chosen: painted, ms \| v \| c \| – \| 25 \| – \|/);
});

test("files are sent compressed, the folder itself is its index.html, and without one there is no site", () => {
  const folder = mkdtempSync(join(tmpdir(), "tonnage-"));
  try {
    assert.throws(() => answers(folder), /build the site first/);
    const page = "<p>page</p>".repeat(100);
    writeFileSync(join(folder, "index.html"), page);
    const { headers, body } = answers(folder).get("/");
    assert.equal(headers["content-encoding"], "gzip");
    assert.equal(gunzipSync(body).toString(), page);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
