// The right answers, by the plainest loops, to compare every engine with.

import { QUESTIONS, SIZE, canonical, yearToDate } from "./workload.mjs";

/** The canonical answers to all variants of all questions: `answers[question][variant]`. */
export const reference = (columns) => {
  const asked = naive(columns);
  return Object.fromEntries(
    QUESTIONS.map(({ name, variants }) => [name, variants.map((parameters) => canonical(asked[name](parameters)))]),
  );
};

const naive = (columns) => {
  const rows = Array.from(columns.quantity.keys());

  const sum = (dimension, passes = () => true, measure = "quantity") => {
    const sums = new Array(SIZE[dimension]).fill(0);
    for (const row of rows) if (passes(row)) sums[columns[dimension][row]] += columns[measure][row];
    return sums;
  };
  const isIn = (dimension, codes) => (row) => codes.length === 0 || codes.includes(columns[dimension][row]);
  const isBetween = ([first, last]) => (row) => columns.month[row] >= first && columns.month[row] <= last;

  const facets = ({ destination, products, modes }) => {
    const choices = { destination: [destination], product: products, mode: modes };
    const list = (dimension) => {
      const others = Object.entries(choices).filter(([chosen]) => chosen !== dimension);
      return sum(dimension, (row) => others.every(([chosen, codes]) => isIn(chosen, codes)(row)));
    };
    return Object.fromEntries(["month", "product", "registration", "mode"].map((d) => [d, list(d)]));
  };

  return {
    trend: () => ({ quantity: sum("month"), value: sum("month", undefined, "value") }),
    ranking: ({ month }) => {
      const of = (m) => sum("destination", (row) => columns.month[row] === m);
      const [now, before, yearBefore] = [of(month), of(month - 1), of(month - 12)];
      const total = now.reduce((a, b) => a + b);
      const all = now.map((quantity, destination) => ({
        destination,
        quantity,
        share: quantity / total,
        before: before[destination],
        yearBefore: yearBefore[destination],
      }));
      const largest = all.filter((r) => r.quantity > 0).sort((a, b) => b.quantity - a.quantity || a.destination - b.destination);
      return { total, rows: largest.slice(0, 10) };
    },
    pivot: ({ products, registration }) => {
      const cells = new Array(SIZE.month * SIZE.destination).fill(0);
      for (const row of rows) {
        if (products.includes(columns.product[row]) && columns.registration[row] === registration) {
          cells[columns.month[row] * SIZE.destination + columns.destination[row]] += columns.quantity[row];
        }
      }
      return cells;
    },
    facets,
    filteredFacets: facets,
    yearToDate: ({ month }) => {
      const { now, before } = yearToDate(month);
      const both = (dimension) => ({ now: sum(dimension, isBetween(now)), before: sum(dimension, isBetween(before)) });
      return Object.fromEntries(["product", "destination", "registration"].map((d) => [d, both(d)]));
    },
  };
};
