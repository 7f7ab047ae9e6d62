// No engine, but foresight: typed arrays whose rows are sorted by month while loading, because almost
// every question is about a few months.

import { SIZE, ranked, yearToDate } from "../workload.mjs";
import { columnsOf, gate } from "./columns.js";

let columns;
/** Where each month's rows begin; one more than there are months. */
let starts;

const list = (dimension) => new Float64Array(SIZE[dimension]);

const sorted = (column, places) => {
  const result = new column.constructor(column.length);
  for (let row = 0; row < column.length; row++) result[places[row]] = column[row];
  return result;
};

const facets = ({ destination: wanted, products, modes }) => {
  const { product, destination, registration, mode, quantity } = columns;
  const isProduct = gate(products);
  const isMode = gate(modes);
  const answer = { month: list("month"), product: list("product"), registration: list("registration"), mode: list("mode") };
  for (let month = 0; month < SIZE.month; month++) {
    let total = 0;
    for (let row = starts[month], end = starts[month + 1]; row < end; row++) {
      if (destination[row] !== wanted) continue;
      const kilograms = quantity[row];
      const productPasses = isProduct[product[row]] !== 0;
      const modePasses = isMode[mode[row]] !== 0;
      if (modePasses) answer.product[product[row]] += kilograms;
      if (productPasses) answer.mode[mode[row]] += kilograms;
      if (productPasses && modePasses) {
        total += kilograms;
        answer.registration[registration[row]] += kilograms;
      }
    }
    answer.month[month] = total;
  }
  return answer;
};

export default {
  load(bytes) {
    const { month, ...others } = columnsOf(bytes);
    starts = new Uint32Array(SIZE.month + 1);
    for (const code of month) starts[code + 1]++;
    for (let code = 0; code < SIZE.month; code++) starts[code + 1] += starts[code];
    const next = starts.slice();
    const places = new Uint32Array(month.length);
    for (let row = 0; row < month.length; row++) places[row] = next[month[row]]++;
    columns = Object.fromEntries(Object.entries(others).map(([name, column]) => [name, sorted(column, places)]));
    return month.length;
  },

  trend() {
    const { quantity, value } = columns;
    const answer = { quantity: list("month"), value: list("month") };
    for (let month = 0; month < SIZE.month; month++) {
      let kilograms = 0;
      let money = 0;
      for (let row = starts[month], end = starts[month + 1]; row < end; row++) {
        kilograms += quantity[row];
        money += value[row];
      }
      answer.quantity[month] = kilograms;
      answer.value[month] = money;
    }
    return answer;
  },

  ranking({ month }) {
    const { destination, quantity } = columns;
    const of = (wanted) => {
      const sums = list("destination");
      for (let row = starts[wanted], end = starts[wanted + 1]; row < end; row++) sums[destination[row]] += quantity[row];
      return sums;
    };
    return ranked(of(month), of(month - 1), of(month - 12));
  },

  pivot({ products, registration: wanted }) {
    const { product, destination, registration, quantity } = columns;
    const isProduct = gate(products);
    const cells = new Float64Array(SIZE.month * SIZE.destination);
    for (let month = 0; month < SIZE.month; month++) {
      const first = month * SIZE.destination;
      for (let row = starts[month], end = starts[month + 1]; row < end; row++) {
        if (registration[row] === wanted && isProduct[product[row]] !== 0) cells[first + destination[row]] += quantity[row];
      }
    }
    return cells;
  },

  facets,
  filteredFacets: facets,

  yearToDate({ month }) {
    const { product, destination, registration, quantity } = columns;
    const of = ([first, last]) => {
      const [byProduct, byDestination, byRegistration] = [list("product"), list("destination"), list("registration")];
      for (let row = starts[first], end = starts[last + 1]; row < end; row++) {
        const kilograms = quantity[row];
        byProduct[product[row]] += kilograms;
        byDestination[destination[row]] += kilograms;
        byRegistration[registration[row]] += kilograms;
      }
      return { product: byProduct, destination: byDestination, registration: byRegistration };
    };
    const spans = yearToDate(month);
    const [now, before] = [of(spans.now), of(spans.before)];
    return Object.fromEntries(Object.keys(now).map((d) => [d, { now: now[d], before: before[d] }]));
  },
};
