// A built site as a publisher's server sends it: everything with gzip -9, made before anybody asks.

import { readFileSync, readdirSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join, relative, sep } from "node:path";
import { gzipSync } from "node:zlib";
import { TYPES } from "../server.mjs";

/** What is sent for each address below `folder`. */
export const answers = (folder) => {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const files = new Map(
    entries.map((entry) => {
      const file = join(entry.parentPath ?? entry.path, entry.name);
      const body = gzipSync(readFileSync(file), { level: 9 });
      const headers = {
        "content-type": TYPES[extname(file)] ?? "application/octet-stream",
        "content-encoding": "gzip",
        "content-length": body.length,
        // As GitHub Pages says.
        "cache-control": "max-age=600",
      };
      return [`/${relative(folder, file).split(sep).join("/")}`, { headers, body }];
    }),
  );
  if (!files.has("/index.html")) throw new Error(`${folder} has no index.html: build the site first.`);
  return files.set("/", files.get("/index.html"));
};

/** Serves `folder` on a free port. `sent` are the bytes by path so far, without HTTP's heads; it may be emptied
 *  at any time. Chromium's own count sometimes passes over a worker. */
export const serveSite = async (folder) => {
  const files = answers(folder);
  const sent = new Map();
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url, "http://site").pathname);
    const file = files.get(path);
    if (!file) {
      response.writeHead(404);
      return response.end();
    }
    response.on("finish", () => sent.set(path, (sent.get(path) ?? 0) + file.body.length));
    response.writeHead(200, file.headers);
    response.end(file.body);
  });
  await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
  return {
    address: `http://127.0.0.1:${server.address().port}/`,
    sent,
    close: () => {
      server.closeAllConnections();
      return new Promise((closed) => server.close(closed));
    },
  };
};

/** The first dataset of records in the site's manifest; undefined where it has none. */
export const firstRecords = (folder) =>
  JSON.parse(readFileSync(join(folder, "data/index.json"))).datasets.find(({ kind }) => kind === "records");
