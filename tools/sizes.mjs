// What readers download, module by module, each against its budget.
// Usage: node tools/sizes.mjs [folder of the built site]
//
// The page is index.html, its scripts, WebAssembly, styles and icons, the list of datasets and the dataset that it
// names as the default. Workers and other datasets are fetched only when something needs them.
// Judged by gzip, because that is what GitHub Pages sends; modules are packed already (`.wasm.lzma`).

import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** The workers, by their files. */
const WORKERS = ['records', 'files', 'factcheck', 'notes', 'downloads'];
/** gzip -9, in bytes. docs/architecture.md says what was aimed at, and what is missing to it. */
const BUDGETS = { page: 445_000, records: 70_000, files: 300_000, factcheck: 320_000, notes: 134_000, downloads: 146_000 };
const COUNTED = /\.(js|mjs|wasm|lzma|css|svg|png|ico|webp|woff2|webmanifest)$/;

function stop(sentence) {
  console.error(sentence);
  process.exit(1);
}

/** Every file under `folder`, as paths relative to it; `data/` is left to `dataFiles`. */
function siteFiles(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name).slice(join(folder, '/').length))
    .filter((path) => !path.startsWith('data/') && (path === 'index.html' || COUNTED.test(path)))
    .sort();
}

/** The manifest, and what the page fetches of the default dataset. */
function dataFiles(folder) {
  const manifest = 'data/index.json';
  if (!existsSync(join(folder, manifest))) stop(`${folder}/${manifest} is missing: the site has no data.`);
  const { datasets, default: id } = JSON.parse(readFileSync(join(folder, manifest), 'utf8'));
  const dataset = datasets.find((each) => each.id === id);
  if (!dataset) stop(`${folder}/${manifest} names no dataset "${id}", its default.`);
  // Records are shown by their sums.
  const first = dataset.sums ? [dataset.sums] : [dataset, dataset.settlement].filter(Boolean);
  const files = first.map(({ file }) => `data/${file}`);
  for (const file of files) {
    if (!existsSync(join(folder, file))) stop(`${folder}/${file} is missing, though the manifest names it.`);
  }
  return [manifest, ...files];
}

function row(raw, gzip, name) {
  return `${raw.toLocaleString('en').padStart(11)} ${gzip.toLocaleString('en').padStart(11)}  ${name}`;
}

const folder = process.argv[2] ?? 'dist';
if (!existsSync(join(folder, 'index.html'))) stop(`${folder}/index.html is missing: build the site first.`);

function measure(name) {
  const path = join(folder, name);
  // The program, and not Node's zlib, which packs some per cent less tightly.
  const packed = execFileSync('gzip', ['-9', '-c', path], { maxBuffer: 1 << 26 });
  return { name, raw: readFileSync(path).length, gzip: packed.length };
}

const tooLarge = [];

/** Prints each file of a module and their sum. */
function report(module, names) {
  if (names.length === 0) stop(`${folder} has no files of ${module}: build the site anew.`);
  const sizes = names.map(measure);
  const sum = (key) => sizes.reduce((total, size) => total + size[key], 0);
  for (const size of sizes) console.log(row(size.raw, size.gzip, size.name));
  const budget = BUDGETS[module];
  console.log(row(sum('raw'), sum('gzip'), `${module}; its budget is ${budget.toLocaleString('en')} gzip`));
  const over = sum('gzip') - budget;
  if (over > 0) tooLarge.push(`${module} is ${over.toLocaleString('en')} bytes over its budget.`);
}

const files = siteFiles(folder);
const ofWorker = (name) => WORKERS.find((worker) => name.startsWith(`tonnage-${worker}`));
console.log(`${'bytes'.padStart(11)} ${'gzip'.padStart(11)}  file`);
report('page', [...files.filter((name) => !ofWorker(name)), ...dataFiles(folder)]);
for (const worker of WORKERS) report(worker, files.filter((name) => ofWorker(name) === worker));
if (tooLarge.length > 0) stop(tooLarge.join('\n'));
