// The table must say what was measured and what could not be; the server must send what a publisher's does.

import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { gunzipSync } from "node:zlib";
import { answers } from "./page/site.mjs";
import { pageReport } from "./page/table.mjs";
import { median } from "./report.mjs";

const reported = (before, after) => {
  const of = (site, loads) => loads.map((load) => ({ site, view: "v", condition: "c", ...load }));
  return pageReport({ machine: {}, reps: 2, samples: [...of("before", before), ...of("after", after)] });
};

test("the median of an even number of times lies between the middle two", () => {
  assert.equal(median([9, 1, 3]), 3);
  assert.equal(median([4, 1, 3, 9]), 3.5);
});

test("before and after stand beside each other, with how many times as much after is", () => {
  assert.match(reported([{ figure: 200 }], [{ figure: 50 }]), /\| first figure on screen \| v \| c \| 200 ms \| 50.0 ms \| 0.25× \|/);
});

test("what is missing is a dash, and nothing is divided by zero", () => {
  assert.match(reported([{}], [{ figure: 50 }]), /\| first figure on screen \| v \| c \| – \| 50.0 ms \| – \|/);
  assert.match(reported([{ shift: 0 }], [{ shift: 0.1 }]), /\| layout shift \| v \| c \| 0.000 \| 0.100 \| – \|/);
});

test("a measure that one load lacks has no median", () => {
  const text = reported([{ choice: 40 }, {}], [{ choice: 20 }, { choice: 30 }]);
  assert.match(text, /\| choice of a destination, painted \| v \| c \| – \| 25.0 ms \| – \|/);
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
