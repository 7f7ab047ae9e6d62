// Starts the WebAssembly module, or says in plain words why it cannot.

import { fetchModule } from "./module.js";

const script = document.querySelector("script[data-module]");
const address = (name) => new URL(script.dataset[name], document.baseURI).href;

// In the reader's language, which first.js found.
const inChinese = document.documentElement.lang !== "en";

/** A sentence about the start of the page in both languages, and whether trying again may help. */
const say = (english, chinese, again) => {
  const boot = document.getElementById("boot");
  const text = document.getElementById("boot-text");
  if (!boot || !text) return;
  text.textContent = inChinese ? chinese : english;
  if (again) {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = inChinese ? "重试" : "Try again";
    button.addEventListener("click", () => location.reload());
    text.append(" ", button);
  }
  boot.setAttribute("role", "alert");
  boot.hidden = false;
  // The static page is better than none, also for who reads another language.
  if (location.search.length <= 1) document.documentElement.classList.remove("other-view");
};

const sayWhy = (why) =>
  say(
    `The page could not be started (${why}). Reload it, or try another browser.`,
    `页面无法启动（${why}）。请刷新页面，或换用其他浏览器。`,
    true,
  );

// Set while a reload is under way, so that a file that is really missing does not reload for ever.
const RELOADED = "tonnage-reloaded";
// How long a reader waits without a word, milliseconds.
const PATIENCE = 8000;

// What could run, or fetch something, in HTML.
const ACTIVE = /<\s*(script|iframe|object|embed|link|meta|base|style|img)|\son\w+\s*=|javascript:|srcdoc/i;

// A publisher's policy may want trusted types. The page's own elements come with its module, some of them as
// HTML, never anything of a dataset; whatever could run is still refused.
const trustTemplates = () => {
  try {
    globalThis.trustedTypes?.createPolicy("default", { createHTML: (html) => (ACTIVE.test(html) ? null : html) });
  } catch {
    // That policy allows none of ours: the static page stays.
  }
};

// What the page asks for first, by address, asked while its module is on the way. It takes the answers from here
// (src/browser/fetch.rs).
const early = (globalThis.tonnageEarly = new Map());
const ask = (address, options) => {
  const answer = fetch(address, options);
  // Who takes it hears of its failure.
  answer.catch(() => {});
  early.set(address, answer);
  return answer;
};

// The list of datasets; published figures with what they leave together; of records their sums, where the link says no
// more than which months of which dataset.
const askEarly = async () => {
  const address = "data/index.json";
  const list = await ask(address, { cache: "no-cache" });
  const { datasets, default: first } = await list.clone().json();
  const link = new URLSearchParams(location.search);
  const { file, sha256, sums, settlement } = datasets.find(({ id }) => id === (link.get("d") ?? first)) ?? {};
  const isPlain = [...link.keys()].every((name) => ["d", "period", "span", "lang"].includes(name));
  // A page that has the list already asks itself.
  if (!early.has(address)) return;
  const wanted = settlement ? [{ file, sha256 }, settlement] : sums && isPlain ? [sums] : [];
  for (const { file, sha256 } of wanted) ask(`data/${file}?v=${sha256.slice(0, 12)}`, { priority: "low" });
};

const start = async () => {
  trustTemplates();
  // What is wrong with them the page finds out itself.
  askEarly().catch(() => {});
  const [{ default: init }, module] = await Promise.all([import(address("script")), fetchModule(address("module"))]);
  await init({ module_or_path: module });
};

// After a new release an old index.html can stay in the cache for some minutes and ask for files
// that are gone. Fetching it past the cache and loading again mends that.
const startAgain = async (error) => {
  let before = true;
  try {
    before = sessionStorage.getItem(RELOADED) !== null;
    sessionStorage.setItem(RELOADED, "1");
  } catch {
    // No storage: do not risk a loop.
  }
  if (before) {
    sayWhy(error.message);
    return;
  }
  await fetch(location.href, { cache: "reload" }).catch(() => {});
  location.reload();
};

const forget = () => {
  try {
    sessionStorage.removeItem(RELOADED);
  } catch {
    // No storage: nothing to forget.
  }
};

// The first that anybody says to this page is how high the preview of an embedded section is (src/parts/embed.rs):
// it is fitted as on other pages.
if (parent === window) addEventListener("message", () => import("./embed.js").catch(() => {}), { once: true });

// What fails after the start and before the page is drawn leaves the static page alone, which then says why.
addEventListener("error", ({ message }) => {
  if (document.documentElement.hasAttribute("data-live")) return;
  sayWhy(message);
});

if (typeof WebAssembly !== "object" || typeof TransformStream !== "function") {
  say(
    "This browser has no WebAssembly, which this page computes with, or cannot unpack it. Any browser since 2022 can; " +
      "in some it is switched off by a high security setting.",
    "此浏览器不支持WebAssembly，本页面无法计算。近年的浏览器均已支持，部分浏览器的高安全设置会将其关闭。",
  );
} else {
  const slow = setTimeout(() =>
    say("Still waiting for the program of this page: nothing has come for 8 seconds.", "仍在等待页面程序：已有8秒没有收到数据。", true), PATIENCE);
  start().then(
    () => {
      clearTimeout(slow);
      forget();
    },
    (error) => {
      clearTimeout(slow);
      startAgain(error);
    },
  );
}
