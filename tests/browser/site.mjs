// A plain static server for the built site, under a sub-path as GitHub Pages has it, that can also
// misbehave: answer with a fault, another body, half a body, a slow one or not at all.

import { createReadStream, existsSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join } from "node:path";
import { createGzip } from "node:zlib";

export const DIST = process.env.DIST ?? "dist";
// The worked answers are about this dataset; what the site publishes may have grown since.
export const FIXTURES = "tests/fixtures";
export const DATASET = "data/cn-aluminium-wire-cable.json";
// Complete records, of which tests/sinks_answers.rs has figures that another program summed.
export const RECORDS = "data/cn-stainless-steel-sinks.json";
// Their sums, which the page shows first.
export const SUMS = "data/cn-stainless-steel-sinks.sums.json";
export const MANIFEST = "data/index.json";

const TYPES = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".css": "text/css",
  ".wasm": "application/wasm",
  ".lzma": "application/octet-stream",
  ".json": "application/json",
  ".svg": "image/svg+xml",
};

// What a strict publisher would send: nothing inline, nothing from elsewhere.
export const STRICT_POLICY =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self'; connect-src 'self'; frame-src 'self'";

const pieces = async (response, body, count, pause) => {
  const size = Math.ceil(body.length / count);
  for (let at = 0; at < body.length; at += size) {
    response.write(body.subarray(at, at + size));
    await new Promise((done) => setTimeout(done, pause));
  }
  response.end();
};

const misbehave = (response, fault) => {
  // Until the site closes.
  if (fault.hang) return;
  const { status = 200, type = "application/json", body = "" } = fault;
  const bytes = Buffer.from(body);
  if (fault.breakOff) {
    // Promises more than it sends.
    response.writeHead(200, { "content-type": type, "content-length": bytes.length * 2 + 1 });
    response.write(bytes);
    setTimeout(() => response.destroy(), 50);
  } else if (fault.pieces) {
    response.writeHead(200, { "content-type": type });
    pieces(response, bytes, fault.pieces, fault.pause);
  } else {
    response.writeHead(status, { "content-type": type });
    response.end(bytes);
  }
};

/** Serves DIST below `path`, with the datasets in `data`. `faults` maps a file to a fault and may change at any
 *  time. GitHub Pages lets pages of every origin read its files; a sandboxed frame, which has none, needs that. */
export const serve = async ({ path = "/", policy, data = FIXTURES, readableByAll = false } = {}) => {
  const faults = new Map();
  const asked = [];
  const server = createServer((request, response) => {
    const url = new URL(request.url, "http://site");
    const inside = decodeURIComponent(url.pathname);
    const file = inside.startsWith(path) ? inside.slice(path.length) || "index.html" : undefined;
    asked.push(file ?? inside);
    if (policy) response.setHeader("content-security-policy", policy);
    if (readableByAll) response.setHeader("access-control-allow-origin", "*");
    if (file !== undefined && faults.has(file)) return misbehave(response, faults.get(file));
    const root = file?.startsWith("data/") ? data : DIST;
    const found = file === undefined || file.includes("..") ? "" : join(root, file);
    if (!found || !existsSync(found) || !statSync(found).isFile()) {
      response.writeHead(404, { "content-type": "text/html" });
      return response.end("<!doctype html><title>404</title>");
    }
    response.writeHead(200, { "content-type": TYPES[extname(found)] ?? "text/plain", "content-encoding": "gzip" });
    createReadStream(found).pipe(createGzip()).pipe(response);
  });
  await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
  return {
    origin: `http://127.0.0.1:${server.address().port}`,
    address: `http://127.0.0.1:${server.address().port}${path}`,
    faults,
    asked,
    close: () => {
      server.closeAllConnections();
      return new Promise((closed) => server.close(closed));
    },
  };
};
