// Starts the worker that holds records. Its address carries the page's version, so that page and
// worker are of one release also while an old file is still in a cache.

const { search } = new URL(import.meta.url);

// What the page asks before the module is there.
const early = [];
self.onmessage = (event) => early.push(event);

// A function that returns a vector: `i32.const 0`, `i8x16.splat`. Without vectors the module is refused.
const VECTORS = [0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 96, 0, 1, 123, 3, 2, 1, 0, 10, 8, 1, 6, 0, 65, 0, 253, 15, 11];

try {
  if (!WebAssembly.validate(new Uint8Array(VECTORS))) {
    throw new Error("It needs Chrome 91, Firefox 114, Safari 16.4 or a later one");
  }
  const { default: init } = await import(`./tonnage-engine.js${search}`);
  await init({ module_or_path: new URL(`./tonnage-engine_bg.wasm${search}`, import.meta.url) });
  for (const event of early) self.onmessage(event);
} catch (error) {
  const why = `The part of the page that reads records could not be started: ${error.message}. Reload the page.`;
  const refuse = ({ data: [id] }) => self.postMessage([id, "failed", JSON.stringify(why), new ArrayBuffer(0)]);
  self.onmessage = refuse;
  early.forEach(refuse);
}
