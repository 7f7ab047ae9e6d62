// The workload must stay what it was, or figures of two runs mean different things.

import assert from "node:assert/strict";
import { test } from "node:test";
import { generate } from "./generator.mjs";

const record = (columns, row) => Object.fromEntries(Object.entries(columns).map(([name, list]) => [name, list[row]]));

test("the first record is the one that every run had", () => {
  const first = { month: 38, product: 24, destination: 159, registration: 20, mode: 0, quantity: 202_430, value: 73_726 };
  assert.deepEqual(record(generate(1), 0), first);
});

test("a smaller dataset is the beginning of a larger one", () => {
  const [small, large] = [generate(100), generate(1000)];
  for (const row of [0, 50, 99]) assert.deepEqual(record(small, row), record(large, row));
});
