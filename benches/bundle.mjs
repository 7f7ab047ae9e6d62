// Every engine as a browser would get it: its adapter and its library in one minified script, beside
// its worker and its WebAssembly.

import { execFileSync } from "node:child_process";
import { copyFileSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const HERE = dirname(fileURLToPath(import.meta.url));

/** In the order of the report. The first is the project's own. */
export const ENGINES = ["tonnage", "typed-arrays", "typed-arrays-by-period", "crossfilter2", "arquero", "duckdb-wasm"];

/** What the project's own engine is: these files of the site, as they are published. */
const SHIPPED = ["worker.js", "module.js", "tonnage-records.js", "tonnage-records_bg.wasm.lzma"];

const OPTIONS = {
  bundle: true,
  minify: true,
  format: "esm",
  platform: "browser",
  target: "esnext",
  logLevel: "error",
};

/** `import address from "file?url"`: the file is copied as it is. */
const asFile = {
  name: "as-file",
  setup(bundler) {
    bundler.onResolve({ filter: /\?url$/ }, async ({ path, resolveDir }) => {
      const found = await bundler.resolve(path.replace(/\?url$/, ""), { kind: "require-resolve", resolveDir });
      return { path: found.path, namespace: "as-file" };
    });
    bundler.onLoad({ filter: /.*/, namespace: "as-file" }, ({ path }) => ({
      contents: readFileSync(path),
      loader: "file",
    }));
  },
};

/** Writes `page.html`, its script and a folder for each engine into `folder`, which a server shows as
 *  `address`. The project's own engine is taken from the built site in the folder `built`. Returns what
 *  each engine weighs, file by file. */
export const bundle = async (folder, address, built) => {
  rmSync(folder, { recursive: true, force: true });
  await build({ ...OPTIONS, entryPoints: [join(HERE, "page.js")], outfile: join(folder, "page.js") });
  writeFileSync(join(folder, "page.html"), PAGE);
  const downloads = {};
  for (const name of ENGINES) {
    await build({
      ...OPTIONS,
      entryPoints: [join(HERE, `engines/${name}.js`)],
      outfile: join(folder, name, "engine.js"),
      publicPath: `${address}${name}/`,
      assetNames: "[name]",
      loader: { ".wasm": "file" },
      plugins: [asFile],
    });
    if (name === "tonnage") for (const file of SHIPPED) copyFileSync(join(built, file), join(folder, name, file));
    downloads[name] = weights(join(folder, name));
  }
  return downloads;
};

const PAGE = `<!doctype html>
<title>Benchmark</title>
<link rel="icon" href="data:," />
<script type="module" src="page.js"></script>
`;

const weights = (folder) =>
  readdirSync(folder).map((name) => {
    const path = join(folder, name);
    // The program, as tools/sizes.mjs: Node's zlib packs some per cent less tightly.
    const packed = execFileSync("gzip", ["-9", "-c", path], { maxBuffer: 1 << 26 });
    return { name, bytes: readFileSync(path).length, gzip: packed.length };
  });
