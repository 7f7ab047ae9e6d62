// What a reader downloads to see the default view, against a budget.
// Usage: node tools/sizes.mjs [folder of the built site]
//
// Counted are index.html, all scripts, wasm, styles, icons and fonts, the data manifest
// and the dataset that it names as the default. Other datasets are fetched only when asked for.
// Judged by gzip, because that is what GitHub Pages sends.

import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

/** All of the default view, gzip -9, in bytes. */
const BUDGET = 250_000;
/** Fetched only when a reader opens records, so not a part of the default view. */
const LATER = /^(engine\.js|records\.css|tonnage-engine|tonnage-page-records)/;
const COUNTED = /\.(js|mjs|wasm|css|svg|png|ico|webp|woff2|webmanifest)$/;

function stop(sentence) {
  console.error(sentence);
  process.exit(1);
}

/** Every file under `folder`, as paths relative to it; `data/` is left to `dataFiles`. */
function pageFiles(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name).slice(join(folder, '/').length))
    .filter((path) => !path.startsWith('data/') && (path === 'index.html' || COUNTED.test(path)))
    .sort();
}

/** The manifest and the default dataset. */
function dataFiles(folder) {
  const manifest = 'data/index.json';
  if (!existsSync(join(folder, manifest))) stop(`${folder}/${manifest} is missing: the site has no data.`);
  const { datasets, default: id } = JSON.parse(readFileSync(join(folder, manifest), 'utf8'));
  const dataset = datasets.find((each) => each.id === id);
  if (!dataset) stop(`${folder}/${manifest} names no dataset "${id}", its default.`);
  const file = `data/${dataset.file}`;
  if (!existsSync(join(folder, file))) stop(`${folder}/${file} is missing, though the manifest names it.`);
  return [manifest, file];
}

function row(raw, gzip, name) {
  return `${raw.toLocaleString('en').padStart(11)} ${gzip.toLocaleString('en').padStart(11)}  ${name}`;
}

const folder = process.argv[2] ?? 'dist';
if (!existsSync(join(folder, 'index.html'))) stop(`${folder}/index.html is missing: build the site first.`);

function measure(name) {
  const bytes = readFileSync(join(folder, name));
  return { name, raw: bytes.length, gzip: gzipSync(bytes, { level: 9 }).length };
}

/** Prints each file and the sum, and returns the sum after gzip. */
function report(names, ending) {
  const sizes = names.map(measure);
  const sum = (key) => sizes.reduce((total, size) => total + size[key], 0);
  for (const size of sizes) console.log(row(size.raw, size.gzip, size.name));
  console.log(row(sum('raw'), sum('gzip'), ending));
  return sum('gzip');
}

const files = pageFiles(folder);
console.log(`${'bytes'.padStart(11)} ${'gzip'.padStart(11)}  file`);
const budget = BUDGET.toLocaleString('en');
const first = files.filter((name) => !LATER.test(name));
const gzip = report([...first, ...dataFiles(folder)], `the default view; its budget is ${budget} gzip`);
report(files.filter((name) => LATER.test(name)), 'fetched when a reader opens records');
if (gzip > BUDGET) stop(`The default view is ${(gzip - BUDGET).toLocaleString('en')} bytes over its budget.`);
