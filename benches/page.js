// The half of the benchmark that runs in the browser. A page holds one engine, which its address names;
// measure.mjs calls `bench`.
//
// An adapter in engines/ has `load(bytes)`, which returns how many rows there are, and a method for each
// question of workload.mjs. It may have `start()`, and `prepare(question, parameters)`, which puts in
// place what stands on a page before a question is asked, with the choice before it. All but the last may
// return a promise.

import { QUESTIONS, canonical } from "./workload.mjs";

const { default: engine } = await import(new URLSearchParams(location.search).get("engine"));

/** A sample lasts at least this long, so that the clock's 5 µs do not matter. */
const SAMPLE_MS = 4;
const WARM_MS = 300;

const variantsOf = (question) => QUESTIONS.find(({ name }) => name === question).variants;

const prepare = (question) => engine.prepare?.(question, variantsOf(question).at(-1));

/** What a call returned, for somebody might read it: so it cannot be left out. */
let answer;

const ask = async (question, parameters) => {
  answer = await engine[question](parameters);
  return answer;
};

/** Milliseconds that `work` takes. */
const timed = async (work) => {
  const start = performance.now();
  await work();
  return performance.now() - start;
};

/** The mean time of a call, over whole cycles through all variants. */
const sample = async (question) => {
  const variants = variantsOf(question);
  prepare(question);
  let calls = 0;
  let cycles = 1;
  const start = performance.now();
  do {
    for (let cycle = 0; cycle < cycles; cycle++) {
      for (const parameters of variants) {
        answer = engine[question](parameters);
        // To await what is no promise would cost more than some of the calls.
        if (answer instanceof Promise) await answer;
      }
    }
    calls += cycles * variants.length;
    cycles *= 2;
  } while (performance.now() - start < SAMPLE_MS);
  return (performance.now() - start) / calls;
};

globalThis.bench = {
  /** Starts the engine and loads a dataset: how long both took, and how many rows it found. */
  async open(address) {
    const start = await timed(() => engine.start?.());
    const bytes = new Uint8Array(await (await fetch(address)).arrayBuffer());
    let rows;
    const load = await timed(async () => (rows = await engine.load(bytes)));
    return { start, load, rows };
  },

  /** How long the first call of each question takes, with what it stands on. */
  async firstCalls() {
    const times = {};
    for (const { name, variants } of QUESTIONS) {
      times[name] = await timed(async () => {
        prepare(name);
        await ask(name, variants[0]);
      });
    }
    return times;
  },

  /** The canonical answers to all variants of a question. */
  async answers(question) {
    prepare(question);
    const answers = [];
    for (const parameters of variantsOf(question)) answers.push(canonical(await ask(question, parameters)));
    return answers;
  },

  /** Asks until the browser has compiled what it asks often. */
  async warm(question) {
    const start = performance.now();
    do await sample(question);
    while (performance.now() - start < WARM_MS);
  },

  sample,
  isIsolated: () => globalThis.crossOriginIsolated,
};
