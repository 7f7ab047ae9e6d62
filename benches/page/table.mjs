// What was measured as Markdown.

const digits = (number) => String(Number(number.toPrecision(3)));

/** The measures in the order in which a reader meets them. */
const MEASURES = [
  { name: "figure", label: "first figure on screen, ms" },
  { name: "largest", label: "largest contentful paint, ms" },
  { name: "interactive", label: "page answers, ms" },
  { name: "shift", label: "cumulative layout shift", print: (number) => number.toFixed(3) },
  { name: "bytes", label: "transferred until it answers, kB", print: (number) => (number / 1000).toFixed(1) },
  { name: "monthScript", label: "another month: script, ms" },
  { name: "monthLayout", label: "another month: script and layout, ms" },
  { name: "monthPainted", label: "another month: painted, ms" },
  { name: "section", label: "a section opened: painted, ms" },
  { name: "back", label: "back: painted, ms" },
  { name: "choice", label: "a destination chosen: painted, ms" },
];

export const median = (list) => {
  const sorted = [...list].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
};

/** The median of one measure; `undefined` unless every load has it. */
const middle = (loads, name) => {
  const list = loads.map((load) => load[name]);
  return list.length > 0 && list.every(Number.isFinite) ? median(list) : undefined;
};

/** The cells of one measure: before, after, and how many times as much after is. */
export const cells = (before, after, print = digits) => {
  const show = (number) => (number === undefined ? "–" : print(number));
  const ratio = before > 0 && after !== undefined ? `${(after / before).toFixed(2)}×` : "–";
  return [show(before), show(after), ratio];
};

/** A case is a view under a condition, with its loads `before` and `after`. */
export const report = ({ machine, reps, cases, without }) => {
  const rows = MEASURES.flatMap(({ name, label, print }) =>
    cases.map(({ view, condition, before, after }) => [
      ...[label, view.name, condition.name],
      ...cells(middle(before, name), middle(after, name), print),
    ]),
  );
  const head = ["measure", "view", "condition", "before", "after", "ratio"];
  const lines = [head, head.map((_, i) => (i < 3 ? "---" : "--:")), ...rows].map((row) => `| ${row.join(" | ")} |`);
  return ["# Waiting for the page", "", `${machine}; median of ${reps}.`, "", ...lines, "", ...without].join("\n").trimEnd() + "\n";
};
