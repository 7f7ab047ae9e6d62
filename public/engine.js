// Starts the worker that holds records. Its address carries the page's version, so that page and
// worker are of one release also while an old file is still in a cache.

const { search } = new URL(import.meta.url);

// What the page asks before the module is there.
const early = [];
self.onmessage = (event) => early.push(event);

try {
  const { default: init } = await import(`./tonnage-engine.js${search}`);
  await init({ module_or_path: new URL(`./tonnage-engine_bg.wasm${search}`, import.meta.url) });
  for (const event of early) self.onmessage(event);
} catch (error) {
  const why = `The part of the page that reads records could not be started (${error.message}). Reload the page.`;
  const refuse = ({ data: [id] }) => self.postMessage([id, "failed", JSON.stringify(why), new ArrayBuffer(0)]);
  self.onmessage = refuse;
  early.forEach(refuse);
}
