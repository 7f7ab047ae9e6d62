// In the page before anything else: notes when a load comes to what, and times what a reader does then.
// Times are milliseconds, those of a load since its navigation began.

{
  const SELECTORS = {
    figure: ".tiles data, main data",
    boot: "#boot",
    picker: "select.picker",
    section: "#destinations .more",
    member: "#destinations a.member",
    choices: ".choices",
  };
  /** So long after the page answers, what moves and what is fetched is still the load's. */
  const SETTLING_MS = 1000;
  const REST_MS = 200;
  const LIMIT_MS = 30_000;
  /** More than a change queues one after the other. */
  const MICROTASKS = 100;

  const one = (name) => document.querySelector(SELECTORS[name]);
  const all = (name) => [...document.querySelectorAll(SELECTORS[name])];
  const pause = (ms) => new Promise((done) => setTimeout(done, ms));
  const frame = () => new Promise(requestAnimationFrame);

  const isOnScreen = (element) =>
    element.textContent.trim() !== "" && element.checkVisibility({ opacityProperty: true, visibilityProperty: true });

  const load = { shift: 0 };
  let servedPicker, firstText;

  /** A picker of the static page answers only once the live page says so. */
  const isLive = () => {
    if (document.readyState === "loading") return false;
    const picker = one("picker");
    const alive = document.documentElement.dataset.live !== undefined || picker !== servedPicker;
    return picker?.options.length > 1 && alive && !one("boot");
  };

  const look = () => {
    if (load.figure === undefined) {
      firstText = all("figure").find(isOnScreen)?.textContent;
      if (firstText !== undefined) load.figure = performance.now();
    }
    if (load.interactive === undefined && isLive()) load.interactive = performance.now();
  };

  const shifts = (entries) => entries.filter((e) => !e.hadRecentInput).forEach((e) => (load.shift += e.value));
  const paints = (entries) => entries.forEach((e) => (load.largestPaint = e.startTime));
  const observe = (type, note) => {
    const observer = new PerformanceObserver((list) => note(list.getEntries()));
    observer.observe({ type, buffered: true });
    return () => note(observer.takeRecords());
  };
  const flush = [observe("layout-shift", shifts), observe("largest-contentful-paint", paints)];

  document.addEventListener("readystatechange", () => {
    // Before deferred scripts and modules run.
    if (document.readyState === "interactive") servedPicker = one("picker") ?? undefined;
  });
  document.addEventListener("DOMContentLoaded", look);

  const watch = async () => {
    while (load.figure === undefined || load.interactive === undefined) {
      await frame();
      look();
    }
    await pause(SETTLING_MS);
    flush.forEach((call) => call());
    // What is in the document before anything is painted is not on screen yet.
    load.figure = Math.max(load.figure, performance.getEntriesByName("first-contentful-paint")[0].startTime);
    load.received = performance.getEntriesByType("resource").reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0);
    load.keptFigure = all("figure").some((element) => element.textContent === firstText);
    load.settled = performance.now();
  };

  /** How long `act` takes with the microtasks that it queues, with the layout that follows, and until the second frame
   *  from then on, or from when it is `done`. */
  const timed = async (act, done) => {
    await pause(REST_MS);
    const start = performance.now();
    act();
    const firstFrame = frame();
    for (let i = 0; i < MICROTASKS; i++) await undefined;
    const scripting = performance.now() - start;
    document.body.getBoundingClientRect();
    const layout = performance.now() - start;
    for (await firstFrame; !done(); await frame()) {
      if (performance.now() - start > LIMIT_MS) throw new Error(`Nothing came of it: ${act}`);
    }
    await frame();
    return { scripting, layout, painted: performance.now() - start };
  };

  const chooseMonth = (month) => {
    const { href } = location;
    const choose = () => {
      one("picker").value = month;
      one("picker").dispatchEvent(new Event("change", { bubbles: true }));
    };
    return timed(choose, () => location.href !== href);
  };

  /** `count` other months, spread over all, and back to the one that was chosen. */
  const changeMonths = async (count) => {
    const chosen = one("picker").value;
    const others = [...one("picker").options].map(({ value }) => value).filter((value) => value !== chosen);
    const spread = Array.from({ length: count }, (_, i) => others[Math.floor((i * others.length) / count)]);
    const times = [];
    for (const month of new Set(spread)) times.push(await chooseMonth(month));
    await chooseMonth(chosen);
    return times;
  };

  /** To a section alone, which has no link to itself, and back. Undefined without such a link. */
  const changeView = async () => {
    const links = all("section");
    const link = links.at(-1);
    if (!link) return undefined;
    const there = await timed(() => link.click(), () => all("section").length !== links.length);
    const back = await timed(() => history.back(), () => all("section").length === links.length);
    return { there: there.painted, back: back.painted };
  };

  /** Until the choice of the member at `place` is shown and the first figure is another. Undefined where nothing can be
   *  chosen. */
  const chooseMember = async (place) => {
    const link = all("member")[place];
    // Of published figures names lead to profiles, and there are no rows to choose from.
    const box = link?.closest("tr").querySelector("[data-compare]");
    if (!link || (box && !link.closest("table.recorded"))) return undefined;
    const before = one("figure").textContent;
    const isChosen = () => one("choices") && one("figure") && one("figure").textContent !== before;
    const choose = () => {
      if (!box) return link.click();
      // Names lead to profiles: rows are chosen by a link, as that of a comparison has it.
      const view = new URL(location.href);
      view.searchParams.set("destination", box.dataset.compare);
      history.pushState(null, "", view);
      dispatchEvent(new PopStateEvent("popstate"));
    };
    return (await timed(choose, isChosen)).painted;
  };

  /** The first choice, for which rows may have to be fetched, and another one after it was taken back. */
  const chooseMembers = async () => {
    const first = await chooseMember(0);
    if (first === undefined) return {};
    await timed(() => history.back(), () => !one("choices"));
    return { first, next: await chooseMember(1) };
  };

  globalThis.probe = { load, changeMonths, changeView, chooseMembers };
  watch();
}
