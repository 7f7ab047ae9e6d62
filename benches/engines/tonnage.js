// The project's own engine, built from benches/engine. It answers with one list of numbers a call,
// which is cut here.

import start, * as engine from "../../target/bench/engine/engine.js";
import wasm from "../../target/bench/engine/engine_bg.wasm";
import { SIZE } from "../workload.mjs";

/** Cuts a list into parts that are as long as the dimensions of these names. */
const cutter = (numbers) => {
  let end = 0;
  return (dimension) => numbers.subarray(end, (end += SIZE[dimension]));
};

const RANKING_FIELDS = 5;

const facets = ({ destination, products, modes }) => {
  const next = cutter(engine.facets(destination, products, modes));
  return { month: next("month"), product: next("product"), registration: next("registration"), mode: next("mode") };
};

export default {
  start: () => start({ module_or_path: wasm }),
  load: (bytes) => engine.load(bytes),

  trend() {
    const next = cutter(engine.trend());
    return { quantity: next("month"), value: next("month") };
  },

  ranking({ month }) {
    const numbers = engine.ranking(month);
    const rows = [];
    for (let at = 1; at < numbers.length; at += RANKING_FIELDS) {
      rows.push({
        destination: numbers[at],
        quantity: numbers[at + 1],
        share: numbers[at + 2],
        before: numbers[at + 3],
        yearBefore: numbers[at + 4],
      });
    }
    return { total: numbers[0], rows };
  },

  pivot: ({ products, registration }) => engine.pivot(products, registration),

  facets,
  filteredFacets: facets,

  yearToDate({ month }) {
    const next = cutter(engine.yearToDate(month));
    const both = (dimension) => ({ now: next(dimension), before: next(dimension) });
    return { product: both("product"), destination: both("destination"), registration: both("registration") };
  },
};
