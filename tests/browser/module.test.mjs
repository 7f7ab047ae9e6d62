// The modules of the built site, unpacked by the page's own script: whole, however they come, or refused.

import assert from "node:assert/strict";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { fetchModule } from "../../public/module.js";
import { DIST } from "./site.mjs";

const modules = readdirSync(DIST).filter((file) => file.endsWith("_bg.wasm.lzma"));
const packed = (file) => new Uint8Array(readFileSync(join(DIST, file)));

/** What the page makes of these bytes, of which `atOnce` come together. */
const unpacked = async (t, bytes, atOnce) => {
  let at = 0;
  const body = new ReadableStream({
    pull(controller) {
      if (at >= bytes.length) return controller.close();
      controller.enqueue(bytes.slice(at, (at += atOnce)));
    },
  });
  t.mock.method(globalThis, "fetch", async () => new Response(body));
  const answer = await fetchModule("http://127.0.0.1/module");
  assert.equal(answer.headers.get("content-type"), "application/wasm");
  return new Uint8Array(await answer.arrayBuffer());
};

const SMALLEST = modules.reduce((least, file) => (packed(file).length < packed(least).length ? file : least));

test("every module is packed, and whole when it is unpacked", async (t) => {
  assert.ok(modules.length >= 6, modules.join(", "));
  for (const file of modules) {
    assert.ok(!existsSync(join(DIST, file.replace(/\.lzma$/, ""))), file);
    const bytes = packed(file);
    const module = await unpacked(t, bytes, 1 << 14);
    assert.equal(BigInt(module.length), new DataView(bytes.buffer).getBigUint64(5, true));
    assert.ok(WebAssembly.validate(module), file);
  }
});

test("a module is the same in whatever pieces it comes", async (t) => {
  const bytes = packed(SMALLEST);
  const whole = await unpacked(t, bytes, bytes.length);
  for (const atOnce of [1, 3, 17, 19, 1000]) {
    assert.ok(Buffer.from(await unpacked(t, bytes, atOnce)).equals(Buffer.from(whole)), `${atOnce} at once`);
  }
});

test("a module that was never packed goes through", async (t) => {
  const module = await unpacked(t, packed(SMALLEST), 1 << 14);
  assert.ok(Buffer.from(await unpacked(t, module, 1000)).equals(Buffer.from(module)));
});

test("what is cut, broken or something else is refused", async (t) => {
  const bytes = packed(SMALLEST);
  const refused = (bytes, what) => assert.rejects(unpacked(t, bytes, 1 << 14), /the packed file is broken/, what);
  for (const length of [0, 1, 13, 17, 18, 19, 1000, bytes.length >> 1, bytes.length - 100]) {
    await refused(bytes.slice(0, length), `the first ${length} bytes`);
  }
  await refused(new TextEncoder().encode("<!doctype html><title>Not found</title>"), "a page");
  await refused(new Uint8Array(100).fill(255), "nothing but ones");
  const long = bytes.slice();
  long.fill(255, 5, 13);
  await refused(long, "a size that no module has");
});

test("no byte that is wrong keeps the page busy for ever", async (t) => {
  const bytes = packed(SMALLEST);
  const module = Buffer.from(await unpacked(t, bytes, 1 << 14));
  for (let at = 20; at < bytes.length; at += 997) {
    const wrong = bytes.slice();
    wrong[at] ^= 1 << at % 8;
    const other = await unpacked(t, wrong, 1 << 14).catch((error) => error);
    const isWhole = other instanceof Uint8Array && module.equals(Buffer.from(other));
    assert.ok(!isWhole, `byte ${at} says nothing`);
  }
});
