// The project's own engine: the worker that the site is published with, asked with the page's own messages
// (crates/messages), a round trip each. What the page works out by itself, from the sums of all rows that
// come with opening, is worked out here: the page does so in its own WebAssembly.

import { SIZE, ranked, yearToDate } from "../workload.mjs";

/** As the messages number them. */
const DIMENSIONS = ["product", "destination", "registration", "mode"];

/** What the worker can be asked, as the messages number it. */
const OPEN = 0;
const SUM = 1;

/** A sum is two 64-bit numbers, quantity and value, little-endian as every browser's machine is. */
const WORDS_OF_SUM = 4;
const WORDS_OF_VALUE = 2;
const TWO_TO_32 = 2 ** 32;

let worker;
let asked = 0;
const waiting = new Map();

/** Quantities and values of all rows, as they came with opening. */
let whole;

/** What the worker says to a request, and what comes along. */
const ask = (request, attachments = []) =>
  new Promise((resolve, reject) => {
    waiting.set(++asked, { resolve, reject });
    worker.postMessage([asked, new Uint8Array(request), attachments], attachments);
  });

const answered = ({ data: [id, kind, told, attachments] }) => {
  // 0: it did not start, and says why.
  if (id === 0) {
    for (const { reject } of waiting.values()) reject(new Error(told));
    return;
  }
  waiting.get(id).resolve({ kind, told, attachments });
  waiting.delete(id);
};

const done = ({ kind, told, attachments: [bytes] }) => {
  if (kind !== "done") throw new Error(told);
  return { answer: told, bytes };
};

/** A whole number as messages have it: seven bits a byte, the lowest first. */
const wholeNumber = (number) => (number < 128 ? [number] : [(number % 128) + 128, ...wholeNumber(Math.floor(number / 128))]);

const list = (numbers) => [...wholeNumber(numbers.length), ...numbers.flatMap(wholeNumber)];

/** The number at a place of an answer, and the place behind it. */
const wholeAt = (bytes, at) => {
  let [number, unit] = [0, 1];
  for (; ; unit *= 128) {
    const byte = bytes[at++];
    number += (byte % 128) * unit;
    if (byte < 128) return { number, end: at };
  }
};

/** How many rows were opened: behind the dataset's head, which is a text with its length before it. */
const rowsOf = (opened) => {
  const { number: length, end } = wholeAt(opened, 0);
  return wholeAt(opened, end + length).number;
};

/** Rows of these members; a dimension without a choice lets every row pass. */
const filter = (choices) =>
  DIMENSIONS.flatMap((name) => (choices[name]?.length > 0 ? [1, ...list(choices[name].toSorted((a, b) => a - b))] : [0]));

/** The sums of these rows, with a table of each dimension that is wanted. */
const request = (choices, wanted) => [SUM, ...filter(choices), ...list(wanted.map((name) => DIMENSIONS.indexOf(name)))];

/** The bytes of a cube: totals by month, then the members of the dimensions that were wanted, month by month. */
const cubeOf = (bytes, wanted) => {
  const words = new Uint32Array(bytes);
  let end = 0;
  const table = (width) => ({ start: end, end: (end += SIZE.month * width * WORDS_OF_SUM), width });
  const tables = (names) => Object.fromEntries(names.map((name) => [name, table(SIZE[name])]));
  return { words, month: table(1), ...tables(DIMENSIONS.filter((name) => wanted.includes(name))) };
};

/** One number of every sum of a table. */
const numbers = ({ words }, { start, end }, first = 0) => {
  const list = new Float64Array((end - start) / WORDS_OF_SUM);
  for (let i = 0, at = start + first; i < list.length; i++, at += WORDS_OF_SUM) list[i] = words[at] + words[at + 1] * TWO_TO_32;
  return list;
};

/** A table's quantities by member, of all months. */
const ofAllMonths = ({ words }, { start, end, width }) => {
  const list = new Float64Array(width);
  for (let at = start; at < end; ) {
    for (let member = 0; member < width; member++, at += WORDS_OF_SUM) list[member] += words[at] + words[at + 1] * TWO_TO_32;
  }
  return list;
};

const sum = async (choices, wanted) => cubeOf(done(await ask(request(choices, wanted))).bytes, wanted);

const FACETS = ["product", "registration", "mode"];

const facets = async ({ destination, products, modes }) => {
  const cube = await sum({ destination: [destination], product: products, mode: modes }, FACETS);
  const { month, product, registration, mode } = cube;
  return {
    month: numbers(cube, month),
    product: ofAllMonths(cube, product),
    registration: ofAllMonths(cube, registration),
    mode: ofAllMonths(cube, mode),
  };
};

/** The quantities of all rows in some months, by member. */
const added = (dimension, [first, last]) => {
  const width = SIZE[dimension];
  const list = new Float64Array(width);
  const quantities = whole[dimension];
  for (let month = first; month <= last; month++) {
    for (let member = 0, at = month * width; member < width; member++, at++) list[member] += quantities[at];
  }
  return list;
};

export default {
  async start() {
    worker = new Worker(new URL("worker.js?module=tonnage-records&v=bench", import.meta.url), { type: "module" });
    worker.onmessage = answered;
    worker.onerror = ({ message }) => answered({ data: [0, "failed", message, []] });
    // Without rows it has no sums: that it says so shows that its module is there.
    await ask(request({}, []));
  },

  async load({ buffer }) {
    const { answer, bytes } = done(await ask([OPEN], [buffer]));
    const cube = cubeOf(bytes, DIMENSIONS);
    const tables = ["month", ...DIMENSIONS].map((name) => [name, numbers(cube, cube[name])]);
    whole = { value: numbers(cube, cube.month, WORDS_OF_VALUE), ...Object.fromEntries(tables) };
    return rowsOf(answer);
  },

  trend: () => ({ quantity: whole.month.slice(), value: whole.value.slice() }),

  ranking({ month }) {
    const of = (wanted) => added("destination", [wanted, wanted]);
    return ranked(of(month), of(month - 1), of(month - 12));
  },

  async pivot({ products, registration }) {
    const cube = await sum({ product: products, registration: [registration] }, ["destination"]);
    return numbers(cube, cube.destination);
  },

  facets,
  filteredFacets: facets,

  yearToDate({ month }) {
    const { now, before } = yearToDate(month);
    const both = (dimension) => ({ now: added(dimension, now), before: added(dimension, before) });
    return { product: both("product"), destination: both("destination"), registration: both("registration") };
  },
};
