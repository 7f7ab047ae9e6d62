// Starts one of the workers beside the page: `?module=` names its module, `&v=` the page's version, so that
// page and worker are of one release also while an old file is still in a cache.

import { fetchModule } from "./module.js";

const query = new URL(import.meta.url).searchParams;
const MODULES = ["tonnage-records", "tonnage-files", "tonnage-factcheck", "tonnage-notes", "tonnage-downloads"];
const name = query.get("module");
const version = `?v=${query.get("v") ?? ""}`;

// What the page asks before the module is there.
const early = [];
self.onmessage = (event) => early.push(event);

try {
  if (!MODULES.includes(name)) throw new Error("it is none of the page's workers");
  // Both at once: each is a wait for the server.
  const [{ default: init }, module] = await Promise.all([
    import(`./${name}.js${version}`),
    fetchModule(new URL(`./${name}_bg.wasm${version}`, import.meta.url)),
  ]);
  await init({ module_or_path: module });
  for (const event of early) self.onmessage(event);
} catch (error) {
  // 0: nobody asked.
  self.postMessage([0, "failed", error.message, []]);
}
