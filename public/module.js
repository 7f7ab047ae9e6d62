// Fetches a WebAssembly module that may be packed.

/** The first byte of what gzip packs. */
const GZIP = 0x1f;

/**
 * The module at an address, to be compiled while it comes. A built site has its modules packed (`tonnage pack`),
 * tighter than servers do; some servers unpack them on the way, and those of a development build never were: the
 * first byte tells.
 */
export const fetchModule = async (address) => {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${new URL(address).pathname}: ${response.status} ${response.statusText}`);
  const [beginning, whole] = response.body.tee();
  const reader = beginning.getReader();
  const { value } = await reader.read();
  reader.cancel();
  const module = value?.[0] === GZIP ? whole.pipeThrough(new DecompressionStream("gzip")) : whole;
  return new Response(module, { headers: { "content-type": "application/wasm" } });
};
