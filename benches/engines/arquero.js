// arquero: a column table over typed arrays. Its expressions are text that it compiles.

import { op, table } from "arquero";
import { SIZE, ranked, yearToDate } from "../workload.mjs";
import { columnsOf } from "./columns.js";

let records;

const quantity = { quantity: op.sum("quantity") };

/** Sums by the members of a dimension, with a place for every code. */
const sums = (rows, dimension, measure = "quantity") => {
  const result = rows.groupby(dimension).rollup({ sum: op.sum(measure) });
  const list = new Float64Array(SIZE[dimension]);
  const codes = result.array(dimension);
  const values = result.array("sum");
  for (let i = 0; i < codes.length; i++) list[codes[i]] = values[i];
  return list;
};

const isIn = (dimension, codes) => `(${codes.map((code) => `d.${dimension} === ${code}`).join(" || ")})`;

const chosen = (rows, dimension, codes) => (codes.length === 0 ? rows : rows.filter(`d => ${isIn(dimension, codes)}`));

const facets = ({ destination, products, modes }) => {
  const rows = chosen(records, "destination", [destination]).reify();
  const ofProducts = chosen(rows, "product", products);
  const ofModes = chosen(rows, "mode", modes);
  const ofBoth = chosen(ofProducts, "mode", modes);
  return {
    month: sums(ofBoth, "month"),
    product: sums(ofModes, "product"),
    registration: sums(ofBoth, "registration"),
    mode: sums(ofProducts, "mode"),
  };
};

export default {
  load(bytes) {
    records = table(columnsOf(bytes));
    return records.numRows();
  },

  trend() {
    const result = records.groupby("month").rollup({ ...quantity, value: op.sum("value") });
    const answer = { quantity: new Float64Array(SIZE.month), value: new Float64Array(SIZE.month) };
    const [months, quantities, values] = ["month", "quantity", "value"].map((name) => result.array(name));
    for (let i = 0; i < months.length; i++) {
      answer.quantity[months[i]] = quantities[i];
      answer.value[months[i]] = values[i];
    }
    return answer;
  },

  ranking({ month }) {
    const of = (wanted) => sums(chosen(records, "month", [wanted]), "destination");
    return ranked(of(month), of(month - 1), of(month - 12));
  },

  pivot({ products, registration }) {
    const rows = records.filter(`d => d.registration === ${registration} && ${isIn("product", products)}`);
    const result = rows.groupby("month", "destination").rollup(quantity);
    const cells = new Float64Array(SIZE.month * SIZE.destination);
    const [months, destinations, quantities] = ["month", "destination", "quantity"].map((name) => result.array(name));
    for (let i = 0; i < months.length; i++) cells[months[i] * SIZE.destination + destinations[i]] = quantities[i];
    return cells;
  },

  facets,
  filteredFacets: facets,

  yearToDate({ month }) {
    const of = ([first, last]) => records.filter(`d => d.month >= ${first} && d.month <= ${last}`).reify();
    const spans = yearToDate(month);
    const [now, before] = [of(spans.now), of(spans.before)];
    const both = (dimension) => ({ now: sums(now, dimension), before: sums(before, dimension) });
    return { product: both("product"), destination: both("destination"), registration: both("registration") };
  },
};
