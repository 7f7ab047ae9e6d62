// A built site as a publisher's server sends it: compressed, and cached for some minutes. All is
// compressed before the first request, so that the server's own work is in no time.

import { readFileSync, readdirSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join, relative, sep } from "node:path";
import { gzipSync } from "node:zlib";

const TYPES = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".css": "text/css",
  ".wasm": "application/wasm",
  ".json": "application/json",
  ".svg": "image/svg+xml",
};

const answer = (bytes, type) => {
  const small = gzipSync(bytes, { level: 9 });
  const coded = small.length < bytes.length;
  const body = coded ? small : bytes;
  const headers = { "content-type": type, "content-length": body.length, "cache-control": "max-age=600" };
  return { body, headers: coded ? { ...headers, "content-encoding": "gzip", vary: "accept-encoding" } : headers };
};

/** The answers to all addresses below `folder`. */
export const answers = (folder) => {
  const all = new Map();
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const file = join(entry.parentPath ?? entry.path, entry.name);
    const path = `/${relative(folder, file).split(sep).join("/")}`;
    all.set(path, answer(readFileSync(file), TYPES[extname(file)] ?? "application/octet-stream"));
  }
  if (!all.has("/index.html")) throw new Error(`${folder} has no index.html: build the site first.`);
  all.set("/", all.get("/index.html"));
  return all;
};

/** Serves `folder` on a free port. */
export const serve = async (folder) => {
  const all = answers(folder);
  const server = createServer((request, response) => {
    const found = all.get(decodeURIComponent(new URL(request.url, "http://site").pathname));
    response.writeHead(found ? 200 : 404, found?.headers ?? { "content-type": TYPES[".html"] });
    response.end(found?.body ?? "<!doctype html><title>404</title>");
  });
  await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
  return {
    origin: `http://127.0.0.1:${server.address().port}`,
    close: () => {
      server.closeAllConnections();
      return new Promise((closed) => server.close(closed));
    },
  };
};
