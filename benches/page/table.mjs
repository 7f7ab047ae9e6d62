// What was measured as Markdown, before beside after.

import { kilobytes, median, table, times } from "../report.mjs";

const ms = (number) => `${number.toFixed(number < 100 ? 1 : 0)} ms`;

const MEASURES = [
  { name: "figure", label: "first figure on screen", text: ms },
  { name: "interactive", label: "interactive", text: ms },
  { name: "largestPaint", label: "largest contentful paint", text: ms },
  { name: "shift", label: "layout shift", text: (number) => number.toFixed(3) },
  { name: "bytes", label: "transferred", text: (number) => `${kilobytes(number)} kB` },
  { name: "monthScripting", label: "month change, scripting", text: ms },
  { name: "monthLayout", label: "month change, scripting and layout", text: ms },
  { name: "monthPainted", label: "month change, painted", text: ms },
  { name: "viewThere", label: "a section alone, painted", text: ms },
  { name: "viewBack", label: "back from it, painted", text: ms },
  { name: "firstChoice", label: "first choice of a destination, painted", text: ms },
  { name: "choice", label: "choice of a destination, painted", text: ms },
];

/** `samples` are { site, view, condition, … } with the measures of a visit each. */
export const pageReport = ({ machine, reps, samples }) => {
  const unique = (name) => [...new Set(samples.map((sample) => sample[name]))];
  const rows = MEASURES.flatMap((measure) =>
    unique("view").flatMap((view) =>
      unique("condition").map((condition) => {
        const loads = samples.filter((sample) => sample.view === view && sample.condition === condition);
        const of = (site) => middle(loads.filter((load) => load.site === site), measure.name);
        return [measure.label, view, condition, ...compared(of("before"), of("after"), measure.text)];
      }),
    ),
  );
  return [
    "# The page, before and after",
    "",
    `${machine.cores} cores, Chromium ${machine.chromium}, ${machine.date}; medians of ${reps} loads with nothing in the cache.`,
    "",
    ...table(["", "view", "condition", "before", "after", "after ÷ before"], rows),
    "",
  ].join("\n");
};

/** Undefined unless every load has what is measured. */
const middle = (loads, name) => {
  const numbers = loads.map((load) => load[name]);
  return numbers.length > 0 && numbers.every(Number.isFinite) ? median(numbers) : undefined;
};

const compared = (before, after, text) => {
  const shown = (number) => (number === undefined ? "–" : text(number));
  return [shown(before), shown(after), before > 0 && after !== undefined ? times(after / before) : "–"];
};
