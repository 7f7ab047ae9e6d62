// crossfilter2, in its fastest documented style: its records are row numbers, and its accessors read
// typed arrays. Its strength is the step from one selection to the next under groups that stand, so
// that is what is timed; `prepare` makes the groups and the selection before, untimed. `trend` has no
// selection to change: making its two groups is timed.

import crossfilter from "crossfilter2";
import { SIZE, ranked, yearToDate } from "../workload.mjs";
import { columnsOf, gate } from "./columns.js";

let columns;
let index;
let dimensions;
/** The dimension of the pivot's cells, only while the pivot is asked for. */
let cells;
let groups = {};

const quantityOf = (row) => columns.quantity[row];
const valueOf = (row) => columns.value[row];

/** A group's sums as a list with a place for every code. */
const sums = (group, size) => {
  const list = new Float64Array(size);
  for (const { key, value } of group.all()) list[key] = value;
  return list;
};

const sumsOf = (dimension) => sums(groups[dimension], SIZE[dimension]);

const stand = (...names) => {
  for (const name of names) groups[name] = dimensions[name].group().reduceSum(quantityOf);
};

const clear = () => {
  for (const group of Object.values(groups)) group.dispose();
  groups = {};
  cells?.dispose();
  cells = undefined;
  for (const dimension of Object.values(dimensions)) dimension.filterAll();
};

const choose = (dimension, codes) => {
  const open = gate(codes);
  dimensions[dimension].filterFunction((code) => open[code] === 1);
};

const facets = ({ destination }) => {
  dimensions.destination.filterExact(destination);
  return Object.fromEntries(Object.keys(groups).map((name) => [name, sumsOf(name)]));
};

const FACETS = ["month", "product", "registration", "mode"];

/** What stands before each question: groups, and choices that the question does not change. */
const standing = {
  trend() {},
  ranking() {
    stand("destination");
  },
  pivot() {
    const { month, destination } = columns;
    cells = index.dimension((row) => month[row] * SIZE.destination + destination[row]);
    groups.cells = cells.group().reduceSum(quantityOf);
  },
  facets() {
    stand(...FACETS);
  },
  filteredFacets({ products, modes }) {
    stand(...FACETS);
    choose("product", products);
    choose("mode", modes);
  },
  yearToDate() {
    stand("product", "destination", "registration");
  },
};

const crossfilter2 = {
  load(bytes) {
    columns = columnsOf(bytes);
    const rows = new Array(columns.quantity.length);
    for (let row = 0; row < rows.length; row++) rows[row] = row;
    index = crossfilter(rows);
    const dimension = (name) => {
      const column = columns[name];
      return index.dimension((row) => column[row]);
    };
    dimensions = Object.fromEntries(Object.keys(SIZE).map((name) => [name, dimension(name)]));
    return index.size();
  },

  prepare(question, parameters) {
    clear();
    standing[question](parameters);
    crossfilter2[question](parameters);
  },

  trend() {
    const of = (measure) => {
      const group = dimensions.month.group().reduceSum(measure);
      const list = sums(group, SIZE.month);
      group.dispose();
      return list;
    };
    return { quantity: of(quantityOf), value: of(valueOf) };
  },

  ranking({ month }) {
    const of = (wanted) => {
      dimensions.month.filterExact(wanted);
      return sumsOf("destination");
    };
    const [yearBefore, before, now] = [of(month - 12), of(month - 1), of(month)];
    return ranked(now, before, yearBefore);
  },

  pivot({ products, registration }) {
    dimensions.registration.filterExact(registration);
    choose("product", products);
    return sums(groups.cells, SIZE.month * SIZE.destination);
  },

  facets,
  filteredFacets: facets,

  yearToDate({ month }) {
    const of = ([first, last]) => {
      dimensions.month.filterRange([first, last + 1]);
      return Object.fromEntries(Object.keys(groups).map((name) => [name, sumsOf(name)]));
    };
    const spans = yearToDate(month);
    const [now, before] = [of(spans.now), of(spans.before)];
    return Object.fromEntries(Object.keys(now).map((name) => [name, { now: now[name], before: before[name] }]));
  },
};

export default crossfilter2;
