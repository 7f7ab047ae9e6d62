// Makes the modules of a built site as small to fetch as they can be, without a change to what they do.
// Usage: node tools/pack.mjs <folder of the site>
//
// Of each module, in turn: exports that nothing can call go, and with them what only they need; wasm-opt; then
// functions are put next to those that they resemble, which gzip, looking back 32 kB, makes the most of. The names
// by which a module and its script find each other become short. Scripts and styles lose their comments. The page's
// module and its script, which have a hash in their names, get that of their new content. docs/architecture.md has
// the numbers.

import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { similarOrder } from './similar-order.mjs';
import { namesSection, readModule } from './wasm-sections.mjs';

/** What Rust's WebAssembly uses. */
const FEATURES = [
  'bulk-memory',
  'nontrapping-float-to-int',
  'sign-ext',
  'mutable-globals',
  'reference-types',
  'multivalue',
].map((feature) => `--enable-${feature}`);
/**
 * The worker for records is for speed, as it is compiled; the others are for size. Nothing lies in the first
 * kilobyte of memory: the stack is there, which ends before.
 */
const OPTIONS = {
  'tonnage-records': ['--one-caller-inline-max-function-size=50', '-O3'],
  others: ['--one-caller-inline-max-function-size=20', '--low-memory-unused', '--generate-global-effects', '-Oz', '-Oz'],
};

const folder = process.argv[2];
if (!folder || !existsSync(join(folder, 'index.html'))) {
  console.error('usage: node tools/pack.mjs <folder of the built site>');
  process.exit(2);
}
/** As `npm ci` installs it, also where Trunk was started without the project's tools in its path. */
const OWN = join(import.meta.dirname, '../node_modules/.bin/wasm-opt');
const WASM_OPT = existsSync(OWN) ? OWN : 'wasm-opt';
const scratch = mkdtempSync(join(tmpdir(), 'tonnage-pack-'));

function wasmOpt(bytes, options) {
  const [before, after] = ['before.wasm', 'after.wasm'].map((name) => join(scratch, name));
  writeFileSync(before, bytes);
  execFileSync(WASM_OPT, [...FEATURES, ...options, before, '-o', after], { stdio: 'inherit' });
  return readFileSync(after);
}

/**
 * The classes that nobody makes, in lower case: wasm-bindgen exports what it knows of, and a class whose `…_new` the
 * module does not import never comes to JavaScript.
 */
function unmadeClasses(module) {
  const classes = module.exports.map(({ name }) => name.match(/^__wbg_(\w+)_free$/)?.[1]).filter(Boolean);
  return classes.filter((of) => !module.imports.some(({ name }) => name.startsWith(`__wbg_${of}_new`)));
}

function withoutExportsOf(classes, module) {
  const isOf = (name) => classes.some((of) => name === `__wbg_${of}_free` || name.startsWith(`${of}_`));
  return module.withExports(module.exports.filter(({ name }) => !isOf(name)));
}

/** The script without those classes, and without what wasm-bindgen wrote for each of them besides. */
function withoutClasses(classes, script) {
  const names = [...script.matchAll(/^export class (\w+) \{/gm)].map(([, name]) => name);
  const parts = (name) => [
    `^export class ${name} \\{[\\s\\S]*?^\\}\\n`,
    `^if \\(Symbol\\.dispose\\) ${name}\\..*\\n`,
    `^const ${name}Finalization = [\\s\\S]*?;\\n`,
  ];
  const gone = names.filter((name) => classes.includes(name.toLowerCase())).flatMap(parts);
  return gone.reduce((left, part) => left.replace(new RegExp(part, 'm'), ''), script);
}

/** Functions in the order in which they compress best. */
function ordered(bytes) {
  const module = readModule(bytes);
  const order = similarOrder(module.functions);
  // wasm-opt can put functions in the order of their names.
  const names = [];
  order.forEach((place, at) => {
    names[place] = String(at).padStart(6, '0');
  });
  return wasmOpt(Buffer.concat([bytes, namesSection(names, module.importedFunctions)]), ['--reorder-functions-by-name']);
}

/** A script or style without comments and indentation, as far as they have lines of their own. */
function lean(text) {
  const block = /^\s*\/\*((?!\*\/)[\s\S])*\*\/\s*$/gm;
  return text.replace(block, '').replace(/^\s*\/\/.*$/gm, '').replace(/^\s+/gm, '');
}

/** A module and its script with short names for what the one has of the other: wasm-bindgen's are long. */
function withShortNames(script, module) {
  const own = /^(__wb|wasm_bindgen__)/;
  const names = [...module.imports, ...module.exports].map(({ name }) => name).filter((name) => own.test(name));
  const short = new Map([...new Set(names)].map((name, at) => [name, `_${at.toString(36)}`]));
  const renamed = (each) => ({ ...each, name: short.get(each.name) ?? each.name });
  return {
    script: script.replace(/\w+/g, (name) => short.get(name) ?? name),
    module: module.withImports(module.imports.map(renamed)).withExports(module.exports.map(renamed)),
  };
}

function pack(name) {
  const [scriptFile, moduleFile] = [`${name}.js`, `${name}_bg.wasm`].map((file) => join(folder, file));
  const built = readModule(readFileSync(moduleFile));
  const unmade = unmadeClasses(built);
  const lasting = withoutClasses(unmade, readFileSync(scriptFile, 'utf8'));
  const { script, module } = withShortNames(lasting, withoutExportsOf(unmade, built));
  writeFileSync(scriptFile, lean(script));
  writeFileSync(moduleFile, ordered(wasmOpt(module.bytes, OPTIONS[name] ?? OPTIONS.others)));
  return [scriptFile, moduleFile];
}

/** The page's files are kept in caches by their name: new content wants a new one. */
function rename(name, files) {
  const hash = name.match(/-([0-9a-f]{12,16})$/)?.[1];
  if (!hash) return;
  const sha = createHash('sha256');
  for (const file of files) sha.update(readFileSync(file));
  const fresh = sha.digest('hex').slice(0, 16);
  for (const file of files) renameSync(file, file.replace(hash, fresh));
  const index = join(folder, 'index.html');
  writeFileSync(index, readFileSync(index, 'utf8').replaceAll(hash, fresh));
}

const MODULE = /^(tonnage-[\w-]+)_bg\.wasm$/;
const files = readdirSync(folder);
const names = files.map((file) => file.match(MODULE)?.[1]).filter(Boolean);
for (const file of files.filter((file) => /\.(js|css)$/.test(file) && !names.includes(file.slice(0, -3)))) {
  writeFileSync(join(folder, file), lean(readFileSync(join(folder, file), 'utf8')));
}
for (const name of names) rename(name, pack(name));
rmSync(scratch, { recursive: true });
