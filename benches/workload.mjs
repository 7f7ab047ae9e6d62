// What is measured: made-up customs records that come out the same on every machine, and six
// questions of eight variants each. The same file runs in Node.js and in the browser.

/** The dimensions in the order in which a record draws its members. A member of rank r (0 is the
 *  most frequent) has the code (r × step + offset) mod size, so that frequent codes lie apart.
 *  `field` is the dimension's name in a records dataset. */
export const DIMENSIONS = [
  { name: "month", field: "month", size: 60, step: 1, offset: 0 },
  { name: "product", field: "product", size: 50, step: 7, offset: 3 },
  { name: "destination", field: "destination", size: 230, step: 97, offset: 11 },
  { name: "registration", field: "registration_location", size: 31, step: 11, offset: 5 },
  { name: "mode", field: "trade_mode", size: 5, step: 1, offset: 0 },
];

/** How many members each dimension has. */
export const SIZE = Object.fromEntries(DIMENSIONS.map(({ name, size }) => [name, size]));

/** The code of a dimension's member of rank `rank`. */
export const codeOf = (name, rank) => {
  const { size, step, offset } = DIMENSIONS.find((dimension) => dimension.name === name);
  return (rank * step + offset) % size;
};

const RANKING_MONTHS = [59, 47, 40, 35, 30, 24, 55, 13];
const YEAR_TO_DATE_MONTHS = [59, 47, 40, 35, 30, 24, 55, 20];
const PIVOT_RANKS = [0, 3, 7, 12, 20];
const STANDING_RANKS = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9];

/** How many variants each question has: an engine that kept its last answer would not get far. */
export const VARIANTS = 8;

const variants = (of) => Array.from({ length: VARIANTS }, (_, i) => of(i));

/** The questions. `variants` are what an adapter's method of that name is asked, one after the
 *  other; the answers are (lists are array-likes of numbers, one for each code):
 *
 *  trend           { quantity: [60], value: [60] }
 *  ranking         { total, rows: [{ destination, quantity, share, before, yearBefore }] }: of a month, the
 *                  ten largest destinations, the lower code first where two are equal; `before` is the
 *                  quantity of the month before, `yearBefore` that of the month a year before
 *  pivot           [60 × 230]: quantities by month and destination, month after month
 *  facets          { month: [60], product: [50], registration: [31], mode: [5] }: one destination chosen
 *  filteredFacets  the same while products and modes are chosen, too: each list ignores the choice
 *                  of its own dimension
 *  yearToDate      { product, destination, registration }, each { now: [], before: [] }: January to the
 *                  month, and the same months a year before
 */
export const QUESTIONS = [
  { name: "trend", label: "Q1 trend", variants: variants(() => ({})) },
  { name: "ranking", label: "Q2 ranking", variants: variants((i) => ({ month: RANKING_MONTHS[i] })) },
  {
    name: "pivot",
    label: "Q3 pivot",
    variants: variants((i) => ({
      products: PIVOT_RANKS.map((rank) => codeOf("product", i + rank)),
      registration: codeOf("registration", i % 4),
    })),
  },
  {
    name: "facets",
    label: "Q4 facets",
    variants: variants((i) => ({ destination: codeOf("destination", i + 1), products: [], modes: [] })),
  },
  {
    name: "filteredFacets",
    label: "Q4x facets, filtered",
    variants: variants((i) => ({
      destination: codeOf("destination", i + 1),
      products: STANDING_RANKS.map((rank) => codeOf("product", rank)),
      modes: [0, 1],
    })),
  },
  { name: "yearToDate", label: "Q5 year to date", variants: variants((i) => ({ month: YEAR_TO_DATE_MONTHS[i] })) },
];

/** The first and last month of a year to date, and of the same months a year before. */
export const yearToDate = (month) => {
  const january = month - (month % 12);
  return { now: [january, month], before: [january - 12, month - 12] };
};

/** How many destinations a ranking has. */
const SHOWN = 10;

/** The answer to `ranking` from the quantities by destination of its three months. */
export const ranked = (now, before, yearBefore) => {
  let total = 0;
  // To sort all of them would take longer than to add up their months.
  const largest = [];
  for (let code = 0; code < now.length; code++) {
    const quantity = now[code];
    total += quantity;
    if (quantity === 0 || (largest.length === SHOWN && quantity <= now[largest.at(-1)])) continue;
    let place = Math.min(largest.length, SHOWN - 1);
    for (; place > 0 && now[largest[place - 1]] < quantity; place--) largest[place] = largest[place - 1];
    largest[place] = code;
  }
  const row = (code) => ({
    destination: code,
    quantity: now[code],
    share: now[code] / total,
    before: before[code],
    yearBefore: yearBefore[code],
  });
  return { total, rows: largest.map(row) };
};

/** An answer as text that is the same for the same numbers, whatever arrays hold them. */
export const canonical = (answer) =>
  JSON.stringify(answer, (_, value) => {
    if (ArrayBuffer.isView(value)) return Array.from(value);
    if (value === null || typeof value !== "object" || Array.isArray(value)) return value;
    return Object.fromEntries(Object.keys(value).sort().map((key) => [key, value[key]]));
  });
