// Fetches a WebAssembly module that may be packed.
//
// A built site has its modules packed with LZMA (crates/cli/src/pack.rs): a sixth less to fetch than what a server
// packs with gzip. Browsers cannot unpack that themselves. The names and numbers are those of the LZMA specification
// in its author's software development kit (Igor Pavlov, public domain), and of its file format `.lzma`.

/** Bytes of a packed file before its content: one of parameters, the size of the dictionary, the size unpacked. */
const HEAD = 13;
/** Bytes that begin the content. */
const CODE_BYTES = 5;
/** No symbol takes more bytes of the content. */
const LONGEST_SYMBOL = 20;
/** How much is unpacked before the page may answer its reader, bytes: some milliseconds of a slow telephone. */
const AT_ONCE = 1 << 15;
/** No module of ours is larger unpacked, bytes. */
const LARGEST = 1 << 26;

// Where the probabilities of each kind of bit begin. Kinds that depend on where in four bytes a symbol stands have
// sixteen of them for each state.
const STATES = 12;
const IS_MATCH = 0;
const IS_REP = IS_MATCH + (STATES << 4);
const IS_REP_0 = IS_REP + STATES;
const IS_REP_1 = IS_REP_0 + STATES;
const IS_REP_2 = IS_REP_1 + STATES;
const IS_REP_0_LONG = IS_REP_2 + STATES;
const SLOT = IS_REP_0_LONG + (STATES << 4);
const SPECIAL = SLOT + (4 << 6);
const ALIGN = SPECIAL + 128;
const LENGTH = ALIGN + 16;
// Lengths: two choices, then eight short ones and eight middle ones for each place, and 256 long ones.
const SHORT = 2;
const MIDDLE = SHORT + (16 << 3);
const LONG = MIDDLE + (16 << 3);
const REP_LENGTH = LENGTH + LONG + 256;
const LITERAL = REP_LENGTH + LONG + 256;
const EVEN = 1 << 10;

const broken = () => new Error("the packed file is broken");

/** Unpacks: first `begin` with a file's head, then `unpack` with all that has come, which tells how much it took. */
const unpacker = (head) => {
  const view = new DataView(head.buffer, head.byteOffset, HEAD + CODE_BYTES);
  const parameters = view.getUint8(0);
  const size = view.getUint32(5, true);
  if (parameters >= 225 || view.getUint32(9, true) !== 0 || size > LARGEST) throw broken();
  const literalContext = parameters % 9;
  const literalPlaces = (1 << (((parameters / 9) | 0) % 5)) - 1;
  const places = (1 << ((parameters / 45) | 0)) - 1;
  const probabilities = new Uint16Array(LITERAL + (0x300 << (literalContext + (((parameters / 9) | 0) % 5)))).fill(EVEN);
  const output = new Uint8Array(size);
  // The range and the code within it are unsigned; as 32 bits of an array they are compared with their signs turned.
  const coder = new Int32Array([-1, view.getInt32(HEAD + 1)]);
  let input;
  let next = 0;
  let written = 0;
  let state = 0;
  let [rep0, rep1, rep2, rep3] = [0, 0, 0, 0];

  const widen = () => {
    if ((coder[0] & 0xff000000) === 0) {
      coder[0] <<= 8;
      coder[1] = (coder[1] << 8) | input[next++];
    }
  };
  const bit = (at) => {
    const probability = probabilities[at];
    const bound = Math.imul(coder[0] >>> 11, probability);
    if ((coder[1] ^ 0x80000000) < (bound ^ 0x80000000)) {
      coder[0] = bound;
      probabilities[at] = probability + ((2048 - probability) >> 5);
      widen();
      return 0;
    }
    coder[0] -= bound;
    coder[1] -= bound;
    probabilities[at] = probability - (probability >> 5);
    widen();
    return 1;
  };
  const evenBits = (count) => {
    let value = 0;
    for (; count > 0; count -= 1) {
      coder[0] >>>= 1;
      const isOne = (coder[1] ^ 0x80000000) >= (coder[0] ^ 0x80000000);
      if (isOne) coder[1] -= coder[0];
      value = (value << 1) | isOne;
      widen();
    }
    return value;
  };
  /** A number of `count` bits, each as likely as those before it say. */
  const number = (at, count) => {
    let value = 1;
    for (let i = 0; i < count; i += 1) value = (value << 1) | bit(at + value);
    return value - (1 << count);
  };
  /** The same, its lowest bit first. */
  const reversed = (at, count) => {
    let [value, node] = [0, 1];
    for (let i = 0; i < count; i += 1) {
      const one = bit(at + node);
      node = (node << 1) | one;
      value |= one << i;
    }
    return value;
  };
  const length = (at, place) => {
    if (bit(at) === 0) return 2 + number(at + SHORT + (place << 3), 3);
    if (bit(at + 1) === 0) return 10 + number(at + MIDDLE + (place << 3), 3);
    return 18 + number(at + LONG, 8);
  };
  const literal = () => {
    const before = written > 0 ? output[written - 1] : 0;
    const context = ((written & literalPlaces) << literalContext) + (before >> (8 - literalContext));
    const at = LITERAL + 0x300 * context;
    let value = 1;
    if (state >= 7) {
      // After a match: the byte that would have followed it is probably not this one, but alike.
      let other = output[written - rep0 - 1];
      while (value < 0x100) {
        const expected = (other >> 7) & 1;
        other <<= 1;
        const one = bit(at + ((1 + expected) << 8) + value);
        value = (value << 1) | one;
        if (one !== expected) break;
      }
    }
    while (value < 0x100) value = (value << 1) | bit(at + value);
    output[written++] = value;
    state = state < 4 ? 0 : state < 10 ? state - 3 : state - 6;
  };
  const distance = (long) => {
    const slot = number(SLOT + (Math.min(long - 2, 3) << 6), 6);
    if (slot < 4) return slot;
    const direct = (slot >> 1) - 1;
    const start = (2 | (slot & 1)) << direct;
    if (slot < 14) return start + reversed(SPECIAL + start - slot, direct);
    return start + (evenBits(direct - 4) << 4) + reversed(ALIGN, 4);
  };
  const symbol = () => {
    const place = written & places;
    if (bit(IS_MATCH + (state << 4) + place) === 0) return literal();
    let long;
    if (bit(IS_REP + state) === 0) {
      [rep3, rep2, rep1] = [rep2, rep1, rep0];
      long = length(LENGTH, place);
      rep0 = distance(long);
      state = state < 7 ? 7 : 10;
    } else {
      long = 0;
      if (bit(IS_REP_0 + state) === 0) {
        if (bit(IS_REP_0_LONG + (state << 4) + place) === 0) long = 1;
      } else {
        let chosen = rep1;
        if (bit(IS_REP_1 + state) === 1) {
          chosen = rep2;
          if (bit(IS_REP_2 + state) === 1) {
            chosen = rep3;
            rep3 = rep2;
          }
          rep2 = rep1;
        }
        rep1 = rep0;
        rep0 = chosen;
      }
      if (long === 1) state = state < 7 ? 9 : 11;
      else {
        long = length(REP_LENGTH, place);
        state = state < 7 ? 8 : 11;
      }
    }
    // Also what says that the content ends, which a file that says its size need not.
    if (rep0 < 0 || rep0 >= written || long > size - written) throw broken();
    for (let from = written - rep0 - 1; long > 0; long -= 1) output[written++] = output[from++];
  };

  return {
    isDone: () => written === size,
    /** Unpacks some of `bytes`: what that gave, and what of them is left. `isAll`: no more will come. */
    unpack(bytes, isAll) {
      const from = written;
      const end = Math.min(size, written + AT_ONCE);
      const safe = isAll ? bytes.length : bytes.length - LONGEST_SYMBOL;
      input = bytes;
      next = 0;
      while (written < end && next <= safe) symbol();
      if (next > bytes.length) throw broken();
      return { unpacked: output.subarray(from, written), left: bytes.subarray(next) };
    },
  };
};

/** A moment for what else the page has to do. Timers of a page in the background would wait for a second. */
const pause = () =>
  new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });

const joined = (left, bytes) => {
  const both = new Uint8Array(left.length + bytes.length);
  both.set(left);
  both.set(bytes, left.length);
  return both;
};

/** What unpacks a module as it comes; one that is not packed, as WebAssembly's first byte tells, goes through. */
const unpacking = () => {
  let left = new Uint8Array();
  let plain;
  let module;
  const go = async (controller, isAll) => {
    for (;;) {
      const { unpacked, left: rest } = module.unpack(left, isAll);
      left = rest;
      if (unpacked.length === 0) return;
      controller.enqueue(unpacked);
      await pause();
    }
  };
  return new TransformStream({
    async transform(bytes, controller) {
      plain ??= bytes[0] === 0;
      if (plain) return controller.enqueue(bytes);
      left = joined(left, bytes);
      if (!module) {
        if (left.length < HEAD + CODE_BYTES) return;
        module = unpacker(left);
        left = left.subarray(HEAD + CODE_BYTES);
      }
      await go(controller, false);
    },
    async flush(controller) {
      if (plain) return;
      if (module) await go(controller, true);
      if (!module?.isDone()) throw broken();
    },
  });
};

/** The module at an address, to be compiled while it comes. */
export const fetchModule = async (address) => {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${new URL(address).pathname}: ${response.status} ${response.statusText}`);
  return new Response(response.body.pipeThrough(unpacking()), { headers: { "content-type": "application/wasm" } });
};
