// What was measured as Markdown, beside what is aimed at.

import { QUESTIONS } from "./workload.mjs";

const OURS = "tonnage";

/** How many times quicker than the quickest of the others each question should be answered. */
const CALL_TARGETS = { trend: 10, ranking: 10, pivot: 1.5, facets: 2, filteredFacets: 2, yearToDate: 10 };

/** Loading: as quick as JSON.parse into typed arrays, in an engine that is started already; and against
 *  the database, both from nothing: 15, since the reader does without SIMD. */
const LOAD_TARGETS = [
  { other: "typed-arrays", label: "load", of: ({ load }) => load, target: 1 },
  { other: "duckdb-wasm", label: "start and load", of: ({ start, load }) => start + load, target: 15 },
];

const DOWNLOAD_TARGET = { other: "duckdb-wasm", target: 20 };

export const report = ({ machine, rounds, downloads, sizes }) =>
  [
    "# Benchmark",
    "",
    `${machine.cores} cores, ${machine.memoryGiB} GiB of memory, Chromium ${machine.chromium}, ${machine.date}. Milliseconds are of`,
    "this machine; ratios carry over better. Every answer was compared with a naive one before anything was timed.",
    "",
    ...sizes.flatMap((size) => [`## ${size.rows.toLocaleString("en")} rows`, "", ...calls(size, rounds), "", ...loads(size), ""]),
    "## Download",
    "",
    ...weights(downloads),
    "",
  ].join("\n");

/** Ours in milliseconds, every other engine as a multiple of it. */
const calls = ({ calls }, rounds) => {
  const others = Object.keys(calls).filter((engine) => engine !== OURS);
  const rows = QUESTIONS.map(({ name, label }) => {
    const ours = median(calls[OURS][name]);
    const ratios = others.map((engine) => median(calls[engine][name]) / ours);
    const least = Math.min(...ratios);
    return [label, milliseconds(ours), ...ratios.map(times), others[ratios.indexOf(least)], ...verdict(least, CALL_TARGETS[name])];
  });
  return [
    `A call, warm: ${OURS} in milliseconds (median of ${rounds} rounds), and how many times as long the others take.`,
    "",
    ...table(["", OURS, ...others, "quickest other", "ratio", "target", ""], rows),
  ];
};

/** Starting, loading, and the first call of every question, which makes what an engine puts off. */
const loads = ({ loads, bytes }) => {
  const of = (engine, part) => median(loads[engine].map(part));
  const parts = [({ start }) => start, ({ load }) => load, ({ firstCalls }) => Object.values(firstCalls).reduce((a, b) => a + b)];
  const rows = Object.keys(loads).map((engine) => [engine, ...parts.map((part) => milliseconds(of(engine, part)))]);
  const verdicts = LOAD_TARGETS.map(({ other, label, of: part, target }) => {
    const ratio = of(other, part) / of(OURS, part);
    return [`${label}, against ${other}`, ...verdict(ratio, target)];
  });
  return [
    `From ${(bytes / 1e6).toFixed(1)} MB of JSON in memory, in fresh pages, milliseconds (median of ${loads[OURS].length}).`,
    "",
    ...table(["", "start", "load", "first calls of all questions"], rows),
    "",
    ...table(["", "ratio", "target", ""], verdicts),
  ];
};

const weights = (downloads) => {
  const total = (engine) => downloads[engine].reduce((sum, { gzip }) => sum + gzip, 0);
  const rows = Object.keys(downloads).map((engine) => [
    engine,
    kilobytes(total(engine)),
    downloads[engine].map(({ name, gzip }) => `${name} ${kilobytes(gzip)}`).join(", "),
  ]);
  const { other, target } = DOWNLOAD_TARGET;
  return [
    "Adapter and library, worker and WebAssembly, kB after gzip -9.",
    "",
    ...table(["", "kB", "files"], rows),
    "",
    ...table(["", "ratio", "target", ""], [[`against ${other}`, ...verdict(total(other) / total(OURS), target)]]),
  ];
};

const verdict = (ratio, target) => [times(ratio), `≥ ${target}`, ratio >= target ? "met" : "**missed**"];

export const table = (head, rows) => [head, head.map((_, i) => (i === 0 ? "---" : "--:")), ...rows].map((cells) => `| ${cells.join(" | ")} |`);

export const median = (list) => {
  const sorted = [...list].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
};

const milliseconds = (number) => String(Number(number.toPrecision(3)));
export const times = (ratio) => `${Number(ratio.toPrecision(ratio < 1000 ? 3 : 4))}×`;
export const kilobytes = (bytes) => (bytes / 1000).toFixed(1);
