// An order of functions in which each follows those that it resembles.

/** Bytes that are compared as one. */
const RUN = 6;
/** How far back an order looks, bytes: a little less than gzip's 32 kB. */
const WINDOW = 28_000;
/** A run that more functions have than this says nothing of any of them. */
const COMMON = 1_000;
/** Added to every function's number of runs, so that the tiniest do not come first. */
const SMALLEST = 4;

/** The distinct runs of bytes in a function, as hashes. */
function runsOf(body) {
  const runs = new Set();
  for (let from = 0; from + RUN <= body.length; from++) {
    let hash = 0;
    for (let at = from; at < from + RUN; at++) hash = Math.imul(hash ^ body[at], 0x01000193);
    runs.add(hash >>> 0);
  }
  return [...runs];
}

/**
 * The places of `bodies` in an order that compresses well. Greedy: next comes the function of which the largest
 * part stands in the window already; where none has anything in common with it, the largest that is left.
 */
export function similarOrder(bodies) {
  const runs = bodies.map(runsOf);
  const holders = new Map();
  runs.forEach((all, place) => {
    for (const run of all) holders.get(run)?.push(place) ?? holders.set(run, [place]);
  });
  const placed = new Uint8Array(bodies.length);
  const shared = new Int32Array(bodies.length);
  const candidates = new Set();
  const inWindow = new Map();
  const window = [];
  let bytes = 0;

  const change = (run, by) => {
    const those = holders.get(run);
    if (those.length > COMMON) return;
    for (const place of those) {
      if (placed[place]) continue;
      shared[place] += by;
      if (by > 0) candidates.add(place);
    }
  };
  const enter = (place) => {
    for (const run of runs[place]) {
      const count = inWindow.get(run) ?? 0;
      inWindow.set(run, count + 1);
      if (count === 0) change(run, 1);
    }
    window.push(place);
    bytes += bodies[place].length;
  };
  const leave = (place) => {
    bytes -= bodies[place].length;
    for (const run of runs[place]) {
      const count = inWindow.get(run) - 1;
      if (count > 0) {
        inWindow.set(run, count);
        continue;
      }
      inWindow.delete(run);
      change(run, -1);
    }
  };
  const closest = () => {
    let [best, most] = [undefined, 0];
    for (const place of candidates) {
      const part = shared[place] / (runs[place].length + SMALLEST);
      if (part > most) [best, most] = [place, part];
    }
    return best;
  };

  const bySize = [...bodies.keys()].sort((a, b) => bodies[b].length - bodies[a].length);
  let largest = 0;
  const order = [];
  while (order.length < bodies.length) {
    while (placed[bySize[largest]]) largest++;
    const next = closest() ?? bySize[largest];
    placed[next] = 1;
    candidates.delete(next);
    order.push(next);
    enter(next);
    while (bytes > WINDOW && window.length > 1) leave(window.shift());
  }
  return order;
}
