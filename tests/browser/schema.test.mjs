// The schemas that publishers check their datasets with.

import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { test } from "node:test";
import Ajv from "ajv/dist/2020.js";

const FOLDER = "public/data";
const read = (file) => JSON.parse(readFileSync(`${FOLDER}/${file}`, "utf8"));
const ajv = new Ajv({ allErrors: true });
const manifest = ajv.compile(read("manifest.schema.json"));
const figures = ajv.compile(read("published-figures.schema.json"));
const records = ajv.compile(read("records.schema.json"));
const sums = ajv.compile(read("record-sums.schema.json"));
const settlement = ajv.compile(read("settlement.schema.json"));
const SCHEMAS = {
  "tonnage/records": records,
  "tonnage/record-sums": sums,
  "tonnage/published-figures": figures,
  "tonnage/settlement": settlement,
};
const DATASET = "cn-aluminium-wire-cable.json";

const accepts = (validate, value, what) => assert.ok(validate(value), `${what}: ${ajv.errorsText(validate.errors)}`);

test("the manifest and every dataset that ships are valid", () => {
  accepts(manifest, read("index.json"), "index.json");
  const datasets = readdirSync(FOLDER).filter((f) => f.endsWith(".json") && !f.endsWith(".schema.json") && f !== "index.json");
  assert.ok(datasets.length > 0);
  for (const file of datasets) {
    const dataset = read(file);
    accepts(SCHEMAS[dataset.format], dataset, file);
  }
});

const FAULTS = {
  "an unknown measure": (claim) => (claim.measure = "weight"),
  "a quantity without its step": (claim) => delete claim.step,
  "a rank with a step": (claim) => Object.assign(claim, { measure: "rank", value: 1, step: 1 }),
  "a month that is none": (claim) => (claim.period = "2025-13"),
  "a year where a month belongs": (claim) => (claim.period = "2025"),
  "a month where a year belongs": (claim) => (claim.span = "year"),
  "a negative quantity": (claim) => (claim.value = -1),
  "a number in quotes": (claim) => (claim.value = "21300"),
  "a member without its dimension": (claim) => Object.assign(claim, { member: "MEX" }),
  "a field that is spelt wrongly": (claim) => (claim.priod = "2025-04"),
  "no printed form": (claim) => delete claim.printed,
};

for (const [name, plant] of Object.entries(FAULTS)) {
  test(`${name} is refused`, () => {
    const dataset = read(DATASET);
    const claim = dataset.articles.flatMap((a) => a.claims).find((c) => c.measure === "quantity" && c.period === "2025-04" && !c.bound && !c.span);
    plant(claim);
    assert.equal(figures(dataset), false);
  });
}

test("a manifest that names a file elsewhere is refused", () => {
  const site = read("index.json");
  site.datasets[0].file = "../elsewhere.json";
  assert.equal(manifest(site), false);
});

const RECORDS = "cn-stainless-steel-sinks.json";
const RECORD_FAULTS = {
  "a negative weight": (dataset) => (dataset.columns.quantity_kg[0] = -1),
  "a weight in quotes": (dataset) => (dataset.columns.quantity_kg[0] = "1"),
  "a fraction of a kilogram": (dataset) => (dataset.columns.quantity_kg[0] = 1.5),
  "no months": (dataset) => (dataset.months = []),
  "a column that is spelt wrongly": (dataset) => (dataset.columns.weight = []),
};

for (const [name, plant] of Object.entries(RECORD_FAULTS)) {
  test(`records with ${name} are refused`, () => {
    const dataset = read(RECORDS);
    plant(dataset);
    assert.equal(records(dataset), false);
  });
}

test("a dataset of records may lie in several files", () => {
  const site = read("index.json");
  const dataset = site.datasets.find((d) => d.kind === "records");
  const { file, bytes, sha256, sums, ...rest } = dataset;
  const part = { file, bytes, sha256, first: "2025-01", last: "2025-12", products: ["76141000"] };
  site.datasets = [{ ...rest, parts: [part, { ...part, first: "2024-01", last: "2024-12" }] }];
  accepts(manifest, site, "a manifest with parts");
  // A view needs some of them: there are no sums of all.
  site.datasets[0].sums = sums;
  assert.equal(manifest(site), false);
  delete site.datasets[0].sums;
  site.datasets[0].file = file;
  site.datasets[0].bytes = bytes;
  site.datasets[0].sha256 = sha256;
  assert.equal(manifest(site), false);
});

const SUMS_FAULTS = {
  "a weight below zero": (file) => (file.sums.total.quantity_kg[0] = -1),
  "no hash of their rows": (file) => delete file.rows_sha256,
  "rows": (file) => (file.columns = {}),
  "no total": (file) => delete file.sums.total,
};

for (const [name, plant] of Object.entries(SUMS_FAULTS)) {
  test(`sums with ${name} are refused`, () => {
    const file = read("cn-stainless-steel-sinks.sums.json");
    plant(file);
    assert.equal(sums(file), false);
  });
}

// The same cases are refused by `tonnage manifest`: crates/cli/tests/refused.rs.
const CASES = JSON.parse(readFileSync("tests/fixtures/refused-figures.json", "utf8"));

const changed = (good, { set = {}, remove = [] }) => {
  const dataset = structuredClone(good);
  const parent = (pointer) => {
    const keys = pointer.split("/").slice(1);
    const last = keys.pop();
    return [keys.reduce((value, key) => value[key], dataset), last];
  };
  for (const [pointer, value] of Object.entries(set)) {
    const [object, key] = parent(pointer);
    object[key] = value;
  }
  for (const pointer of remove) {
    const [object, key] = parent(pointer);
    delete object[key];
  }
  return dataset;
};

test("every constraint of the schema of published figures refuses what it is there for", () => {
  accepts(figures, CASES.good, "the good dataset");
  for (const each of CASES.refused) {
    assert.equal(figures(changed(CASES.good, each)), false, JSON.stringify(each));
    // What a definition refuses has a path from its beginning.
    const met = figures.errors.map(({ schemaPath, keyword, params }) => {
      const path = decodeURIComponent(schemaPath.slice(1)).replace(/\/false schema$/, "");
      return keyword === "required" ? `${path}/${params.missingProperty}` : path;
    });
    assert.ok(met.some((path) => each.constraint.endsWith(path)), `${each.constraint}: ${met.join(", ")}`);
  }
});

test("the worked example of the documentation is valid", () => {
  const blocks = readFileSync("docs/dataset.md", "utf8").split("```json\n").slice(1).map((rest) => rest.split("```")[0]);
  const example = blocks.find((block) => block.includes('"cn-wire-example"'));
  accepts(figures, JSON.parse(example), "the worked example");
});
