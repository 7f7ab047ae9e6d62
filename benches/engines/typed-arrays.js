// No engine: typed arrays and loops over all rows, as fast as plain JavaScript goes without an index.

import { SIZE, ranked, yearToDate } from "../workload.mjs";
import { columnsOf, gate } from "./columns.js";

let columns;

const list = (dimension) => new Float64Array(SIZE[dimension]);

// One block of sums for each slot that a month is given; rows of slot 0 are passed over.
const BLOCK = 256;
const slots = (count) => new Float64Array((count + 1) * BLOCK);
const slot = (sums, index, dimension) => sums.subarray(index * BLOCK, index * BLOCK + SIZE[dimension]);

const facets = ({ destination: wanted, products, modes }) => {
  const { month, product, destination, registration, mode, quantity } = columns;
  const isProduct = gate(products);
  const isMode = gate(modes);
  const answer = { month: list("month"), product: list("product"), registration: list("registration"), mode: list("mode") };
  for (let row = 0; row < quantity.length; row++) {
    if (destination[row] !== wanted) continue;
    const kilograms = quantity[row];
    const productPasses = isProduct[product[row]] !== 0;
    const modePasses = isMode[mode[row]] !== 0;
    if (modePasses) answer.product[product[row]] += kilograms;
    if (productPasses) answer.mode[mode[row]] += kilograms;
    if (productPasses && modePasses) {
      answer.month[month[row]] += kilograms;
      answer.registration[registration[row]] += kilograms;
    }
  }
  return answer;
};

export default {
  load(bytes) {
    columns = columnsOf(bytes);
    return columns.quantity.length;
  },

  trend() {
    const { month, quantity, value } = columns;
    const answer = { quantity: list("month"), value: list("month") };
    for (let row = 0; row < month.length; row++) {
      answer.quantity[month[row]] += quantity[row];
      answer.value[month[row]] += value[row];
    }
    return answer;
  },

  ranking({ month: wanted }) {
    const { month, destination, quantity } = columns;
    const slotOf = new Uint8Array(SIZE.month);
    [wanted, wanted - 1, wanted - 12].forEach((each, index) => (slotOf[each] = index + 1));
    const sums = slots(3);
    for (let row = 0; row < month.length; row++) {
      const index = slotOf[month[row]];
      if (index !== 0) sums[index * BLOCK + destination[row]] += quantity[row];
    }
    return ranked(...[1, 2, 3].map((index) => slot(sums, index, "destination")));
  },

  pivot({ products, registration: wanted }) {
    const { month, product, destination, registration, quantity } = columns;
    const isProduct = gate(products);
    const cells = new Float64Array(SIZE.month * SIZE.destination);
    for (let row = 0; row < quantity.length; row++) {
      if (registration[row] === wanted && isProduct[product[row]] !== 0) {
        cells[month[row] * SIZE.destination + destination[row]] += quantity[row];
      }
    }
    return cells;
  },

  facets,
  filteredFacets: facets,

  yearToDate({ month: wanted }) {
    const { month, product, destination, registration, quantity } = columns;
    const spans = yearToDate(wanted);
    const slotOf = new Uint8Array(SIZE.month);
    slotOf.fill(1, spans.now[0], spans.now[1] + 1);
    slotOf.fill(2, spans.before[0], spans.before[1] + 1);
    const [byProduct, byDestination, byRegistration] = [slots(2), slots(2), slots(2)];
    for (let row = 0; row < month.length; row++) {
      const index = slotOf[month[row]];
      if (index === 0) continue;
      const block = index * BLOCK;
      byProduct[block + product[row]] += quantity[row];
      byDestination[block + destination[row]] += quantity[row];
      byRegistration[block + registration[row]] += quantity[row];
    }
    const both = (sums, dimension) => ({ now: slot(sums, 1, dimension), before: slot(sums, 2, dimension) });
    return {
      product: both(byProduct, "product"),
      destination: both(byDestination, "destination"),
      registration: both(byRegistration, "registration"),
    };
  },
};
