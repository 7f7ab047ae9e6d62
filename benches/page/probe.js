// The clock in the page, there before anything of the page. It is sent as text: it may use nothing
// from outside itself.

export const probe = (selectors) => {
  const CALM_MS = 1000;
  const PAUSE_MS = 100;
  const PATIENCE_MS = 20_000;
  const one = (list) => [list].flat().map((selector) => document.querySelector(selector)).find(Boolean);
  const frame = () => new Promise(requestAnimationFrame);
  /** The next task: behind all microtasks, and in a frame behind its painting. */
  const task = () =>
    new Promise((done) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => done(port1.close());
      port2.postMessage(0);
    });

  // A page that goes back to waiting did not answer yet.
  let interactive;
  const look = () => {
    interactive = document.querySelector(selectors.live) ? (interactive ?? performance.now()) : undefined;
  };
  const changes = new MutationObserver(look);
  changes.observe(document, { subtree: true, childList: true, attributes: true });

  const isOnScreen = (element) => {
    const { top, bottom } = element.getBoundingClientRect();
    return top < innerHeight && bottom > 0 && element.checkVisibility({ opacityProperty: true, visibilityProperty: true });
  };
  const figure = () => {
    const lists = selectors.figures.map((selector) => [...document.querySelectorAll(selector)]);
    return lists.map((list) => list.find(isOnScreen)).find(Boolean)?.textContent;
  };
  /** What the first figure was, from when. */
  const figures = [];
  let calm = false;
  const watch = () => {
    if (calm) return;
    const text = figure();
    if (text !== figures.at(-1)?.text) {
      const change = { text };
      figures.push(change);
      task().then(() => (change.at = performance.now()));
    }
    requestAnimationFrame(watch);
  };
  requestAnimationFrame(watch);

  let [largest, shift] = [undefined, 0];
  const observe = (type, each) =>
    new PerformanceObserver((list) => list.getEntries().forEach((entry) => !calm && each(entry))).observe({ type, buffered: true });
  observe("largest-contentful-paint", ({ startTime }) => (largest = startTime));
  observe("layout-shift", ({ hadRecentInput, value }) => (shift += hadRecentInput ? 0 : value));

  /** That the page answers, and has for a second. */
  const isSettled = () => interactive !== undefined && performance.now() - interactive >= CALM_MS;

  const loaded = () => {
    calm = true;
    changes.disconnect();
    // A figure that was there before, but of another dataset, is not the one that was asked for.
    const last = figures.at(-1)?.text;
    const first = last === undefined ? undefined : figures.find(({ text }) => text === last).at;
    return { origin: performance.timeOrigin, interactive, figure: first, largest, shift };
  };

  /** From `action` to the end of its scripts, to the end of layout, and to the frame behind the one that
   *  shows the change of what `selector` finds. */
  const time = async (action, selector, isDone = () => true) => {
    await new Promise((done) => setTimeout(done, PAUSE_MS));
    await frame();
    await task();
    const before = one(selector).textContent;
    const start = performance.now();
    action();
    await task();
    const script = performance.now() - start;
    document.body.getBoundingClientRect();
    const layout = performance.now() - start;
    do {
      await frame();
      if (performance.now() - start > PATIENCE_MS) throw new Error(`Nothing changed in ${selector}.`);
    } while ((one(selector)?.textContent ?? before) === before || !isDone());
    await frame();
    return { script, layout, painted: performance.now() - start };
  };

  const choose = (month) => {
    const select = one(selectors.months);
    select.value = month;
    select.dispatchEvent(new Event("change", { bubbles: true }));
  };

  /** So many other months, one after the other, and then the first again. */
  const months = async (count) => {
    const { value: first, options } = one(selectors.months);
    const others = [...options].map(({ value }) => value).filter((value) => value !== first);
    const chosen = Array.from({ length: Math.min(count, others.length) }, (_, i) => others[Math.floor((i * others.length) / count)]);
    const times = [];
    for (const month of chosen) times.push(await time(() => choose(month), selectors.headline));
    await time(() => choose(first), selectors.headline);
    return times;
  };

  const section = async () => {
    const link = one(selectors.section);
    if (!link) return undefined;
    return { there: await time(() => link.click(), selectors.content), back: await time(() => history.back(), selectors.content) };
  };

  const choice = async () => {
    const link = one(selectors.member);
    return link && time(() => link.click(), selectors.headline, () => one(selectors.chosen));
  };

  globalThis.tonnageProbe = { isSettled, loaded, months, section, choice };
};
