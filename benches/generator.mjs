// Records from a fixed seed, by integer arithmetic alone: the same on every machine. The first N
// records of a larger dataset are the smaller dataset.

import { DIMENSIONS } from "./workload.mjs";

const SEED = 42;
const TWO_TO_32 = 2 ** 32;

/** Columns of `count` records: a list of codes for each dimension, and `quantity` and `value`. */
export const generate = (count) => {
  const next = mulberry32(SEED);
  const columns = { quantity: new Uint32Array(count), value: new Uint32Array(count) };
  const draws = DIMENSIONS.map((dimension) => {
    const codes = (columns[dimension.name] = new Uint8Array(count));
    return { codes, table: lookupTable(dimension) };
  });
  for (let row = 0; row < count; row++) {
    for (const { codes, table } of draws) codes[row] = table[Math.floor((next() * table.length) / TWO_TO_32)];
    columns.quantity[row] = amount(next(), 499_999);
    columns.value[row] = amount(next(), 999_999);
  }
  return columns;
};

/** The generator of Tommy Ettinger: 32 bits of state, 32 bits a draw. */
export const mulberry32 = (state) => () => {
  state = (state + 0x6d2b79f5) | 0;
  let bits = Math.imul(state ^ (state >>> 15), 1 | state);
  bits = (bits + Math.imul(bits ^ (bits >>> 7), 61 | bits)) ^ bits;
  return (bits ^ (bits >>> 14)) >>> 0;
};

/** A dimension's codes, each as often as its weight. */
const lookupTable = (dimension) => {
  const { size, step, offset } = dimension;
  const ranks = Array.from({ length: size }, (_, rank) => rank);
  const weights = ranks.map(dimension.name === "month" ? growing : zipf);
  const table = new Uint8Array(weights.reduce((sum, weight) => sum + weight));
  let end = 0;
  for (const rank of ranks) table.fill((rank * step + offset) % size, end, (end += weights[rank]));
  return table;
};

/** Months: slow growth with a peak every December. */
const growing = (month) => 8192 + 64 * month + (month % 12 === 11 ? 2048 : 0);

/** Members: a few large ones and a long tail. */
const zipf = (rank) => Math.floor(65536 / (rank + 1));

/** The product of two 16-bit draws, so that most amounts are small and a few are large. */
export const amount = (draw, most) => 1 + Math.floor(((draw >>> 16) * (draw & 0xffff) * most) / TWO_TO_32);
