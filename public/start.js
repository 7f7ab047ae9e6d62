// Starts the WebAssembly module, or says in plain words why it cannot.

const script = document.querySelector("script[data-module]");
const address = (name) => new URL(script.dataset[name], document.baseURI).href;

/** A sentence about the start of the page, and whether trying again may help. */
const say = (sentence, again) => {
  const boot = document.getElementById("boot");
  const text = document.getElementById("boot-text");
  if (!boot || !text) return;
  text.textContent = sentence;
  if (again) {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = "Try again";
    button.addEventListener("click", () => location.reload());
    text.append(" ", button);
  }
  boot.setAttribute("role", "alert");
  boot.hidden = false;
};

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

const start = async () => {
  trustTemplates();
  const { default: init } = await import(address("script"));
  await init({ module_or_path: address("module") });
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
    say(`The page could not be started (${error.message}). Reload it, or try another browser.`, true);
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

if (typeof WebAssembly !== "object") {
  say(
    "This browser has no WebAssembly, which this page computes with. Any browser of the last years has it; " +
      "in some it is switched off by a high security setting.",
  );
} else {
  const slow = setTimeout(() => say("Still waiting for the program of this page: nothing has come for 8 seconds.", true), PATIENCE);
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
