// The few sections of a WebAssembly module that tools/pack.mjs reads and writes. The format:
// https://webassembly.github.io/spec/core/binary/modules.html

const IMPORT = 2;
const EXPORT = 7;
const CODE = 10;
const CUSTOM = 0;
/** Of the section `name`: the names of functions. */
const FUNCTION_NAMES = 1;
const HEADER_BYTES = 8;

/** Reads from a place onwards. */
class Reader {
  constructor(bytes, at = 0) {
    this.bytes = bytes;
    this.at = at;
  }

  byte() {
    return this.bytes[this.at++];
  }

  /** An unsigned LEB128 integer of at most 32 bits. */
  integer() {
    let [value, shift, byte] = [0, 0, 0];
    do {
      byte = this.byte();
      value |= (byte & 127) << shift;
      shift += 7;
    } while (byte & 128);
    return value >>> 0;
  }

  slice(length) {
    this.at += length;
    return this.bytes.subarray(this.at - length, this.at);
  }

  text() {
    return this.slice(this.integer()).toString('utf8');
  }

  /** As many of something as an integer says. */
  list(read) {
    return Array.from({ length: this.integer() }, read);
  }

  limits() {
    const flags = this.byte();
    this.integer();
    if (flags & 1) this.integer();
  }

  /** What an import is, as bytes. */
  description() {
    const from = this.at;
    const kind = this.byte();
    if (kind === 0) this.integer();
    else if (kind === 1) (this.byte(), this.limits());
    else if (kind === 2) this.limits();
    else if (kind === 3) (this.byte(), this.byte());
    else throw new Error(`an import of a kind that is not known: ${kind}`);
    return this.bytes.subarray(from, this.at);
  }
}

function integer(value) {
  const bytes = [];
  do {
    const rest = value >>> 7;
    bytes.push((value & 127) | (rest ? 128 : 0));
    value = rest;
  } while (value);
  return Buffer.from(bytes);
}

const sized = (bytes) => Buffer.concat([integer(bytes.length), bytes]);
const text = (string) => sized(Buffer.from(string));
const list = (parts) => Buffer.concat([integer(parts.length), ...parts]);
const section = (id, content) => Buffer.concat([Buffer.from([id]), sized(content)]);

/** A module's imports, exports and functions' bodies. */
class Module {
  constructor(bytes) {
    this.bytes = bytes;
    this.sections = [];
    for (const reader = new Reader(bytes, HEADER_BYTES); reader.at < bytes.length; ) {
      const id = reader.byte();
      this.sections.push({ id, content: reader.slice(reader.integer()) });
    }
    const imports = this.reader(IMPORT);
    this.imports = imports.list(() => ({ from: imports.text(), name: imports.text(), is: imports.description() }));
    this.importedFunctions = this.imports.filter(({ is }) => is[0] === 0).length;
    const exports = this.reader(EXPORT);
    this.exports = exports.list(() => ({ name: exports.text(), kind: exports.byte(), index: exports.integer() }));
    const code = this.reader(CODE);
    this.functions = code.list(() => code.slice(code.integer()));
  }

  reader(id) {
    return new Reader(this.sections.find((each) => each.id === id)?.content ?? Buffer.from([0]));
  }

  /** The module with another section in the place of the one of its kind. */
  with(id, content) {
    const parts = this.sections.map((each) => section(each.id, each.id === id ? content : each.content));
    return new Module(Buffer.concat([this.bytes.subarray(0, HEADER_BYTES), ...parts]));
  }

  withImports(imports) {
    return this.with(IMPORT, list(imports.map(({ from, name, is }) => Buffer.concat([text(from), text(name), is]))));
  }

  withExports(exports) {
    const part = ({ name, kind, index }) => Buffer.concat([text(name), Buffer.from([kind]), integer(index)]);
    return this.with(EXPORT, list(exports.map(part)));
  }
}

export function readModule(bytes) {
  return new Module(bytes);
}

/** The custom section that names a module's own functions, which come after the imported ones. */
export function namesSection(names, importedFunctions) {
  const each = names.map((name, place) => Buffer.concat([integer(importedFunctions + place), text(name)]));
  const functions = Buffer.concat([Buffer.from([FUNCTION_NAMES]), sized(list(each))]);
  return section(CUSTOM, Buffer.concat([text('name'), functions]));
}
