/**
 * SipHash-2-4 as a WebAssembly module, written instruction by instruction: it has the 64-bit words that the algorithm is
 * made of, and that JavaScript must put together from halves at four times the time. Exports `memory`, and
 * `hash(key, bytes, ends, hashes, count)`, all places in the memory: the key's 16 bytes; texts one after the other, the
 * first at `bytes`; where each ends, counted from there, 32 bits each; and where their hashes go, 64 bits each. Up to
 * eight bytes after the last text are read, and leave no trace.
 */
export function sipHashModule(): WebAssembly.Module {
  const I32 = 0x7f;
  const I64 = 0x7e;
  const signature = [0x60, ...list([[I32], [I32], [I32], [I32], [I32]]), ...list([])];
  const body = [
    ...list([
      [5, I64],
      [2, I32],
    ]),
    ...hashAll(),
    0x0b,
  ];
  const section = (id: number, content: number[]) => [id, ...sized(content)];
  return new WebAssembly.Module(
    Uint8Array.from([
      ...[0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
      ...section(1, list([signature])),
      ...section(3, list([[0]])),
      ...section(5, list([[0, 1]])),
      ...section(7, list([exported('memory', 2), exported('hash', 0)])),
      ...section(10, list([sized(body)])),
    ]),
  );
}

/** The parameters and variables of the function, in their order. */
const [KEY, BYTES, ENDS, HASHES, COUNT, V0, V1, V2, V3, WORD, AT, END] = [
  0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11,
];

const ADD = 0x7c;
const XOR = 0x85;
const I32_ADD = 0x6a;
const I32_SUB = 0x6b;

type Code = number[];

const get = (variable: number): Code => [0x20, variable];
const set = (variable: number, value: Code): Code => [...value, 0x21, variable];
const i32 = (value: number): Code => [0x41, ...signed(BigInt(value))];
const i64 = (value: bigint): Code => [0x42, ...signed(BigInt.asIntN(64, value))];
const both = (a: Code, b: Code, operation: number): Code => [...a, ...b, operation];
const change = (variable: number, operation: number, by: Code): Code =>
  set(variable, both(get(variable), by, operation));
const turn = (variable: number, bits: bigint): Code => change(variable, 0x89, i64(bits));
const load32 = (place: Code): Code => [...place, 0x28, 0, 0];
const load64 = (place: Code, offset = 0): Code => [...place, 0x29, 0, offset];
const wide = (value: Code): Code => [...value, 0xad];

/** Does the body once, and again for as long as it branches to its start: with `br 0`, or `br 1` from within a block. */
const loop = (body: Code): Code => [0x03, 0x40, ...body, 0x0b];
const when = (condition: Code, body: Code): Code => [...condition, 0x04, 0x40, ...body, 0x0b];
const again = (blocks: number): Code => [0x0c, blocks];

function hashAll(): Code {
  const left = both(get(END), get(AT), I32_SUB);
  const leftBits = both(wide(left), i64(3n), 0x86);
  const below = both(both(i64(1n), leftBits, 0x86), i64(1n), 0x7d);
  const length = both(wide(left), i64(56n), 0x86);
  return [
    ...set(AT, get(BYTES)),
    ...loop(
      when(get(COUNT), [
        ...set(END, both(get(BYTES), load32(get(ENDS)), I32_ADD)),
        ...begin(V0, 0x736f6d6570736575n, 0),
        ...begin(V1, 0x646f72616e646f6dn, 8),
        ...begin(V2, 0x6c7967656e657261n, 0),
        ...begin(V3, 0x7465646279746573n, 8),
        // The last word's upper byte is the length: it waits where the hash will go.
        ...[...get(HASHES), ...length, 0x37, 0, 0],
        ...loop(
          when(both(left, i32(8), 0x4f), [
            ...set(WORD, load64(get(AT))),
            ...compressed(),
            ...change(AT, I32_ADD, i32(8)),
            ...again(1),
          ]),
        ),
        ...set(WORD, both(both(load64(get(AT)), below, 0x83), load64(get(HASHES)), 0x84)),
        ...compressed(),
        ...change(V2, XOR, i64(0xffn)),
        ...[...round(), ...round(), ...round(), ...round()],
        ...[...get(HASHES), ...[V1, V2, V3].reduce((sum, v) => both(sum, get(v), XOR), get(V0)), 0x37, 0, 0],
        ...set(AT, get(END)),
        ...change(ENDS, I32_ADD, i32(4)),
        ...change(HASHES, I32_ADD, i32(8)),
        ...change(COUNT, I32_SUB, i32(1)),
        ...again(1),
      ]),
    ),
  ];
}

function begin(variable: number, constant: bigint, half: number): Code {
  return set(variable, both(load64(get(KEY), half), i64(constant), XOR));
}

function compressed(): Code {
  return [...change(V3, XOR, get(WORD)), ...round(), ...round(), ...change(V0, XOR, get(WORD))];
}

function round(): Code {
  const mix = (a: number, b: number, bits: bigint) => [
    ...change(a, ADD, get(b)),
    ...turn(b, bits),
    ...change(b, XOR, get(a)),
  ];
  return [
    ...[...mix(V0, V1, 13n), ...turn(V0, 32n), ...mix(V2, V3, 16n)],
    ...[...mix(V0, V3, 21n), ...mix(V2, V1, 17n), ...turn(V2, 32n)],
  ];
}

function exported(name: string, kind: number): Code {
  return [...sized([...Buffer.from(name)]), kind, 0];
}

function list(items: Code[]): Code {
  return [...unsigned(items.length), ...items.flat()];
}

function sized(content: Code): Code {
  return [...unsigned(content.length), ...content];
}

/** LEB128 */
function unsigned(value: number): Code {
  return value < 0x80 ? [value] : [(value & 0x7f) | 0x80, ...unsigned(value >>> 7)];
}

/** LEB128 of a number that may be negative. */
function signed(value: bigint): Code {
  const low = Number(BigInt.asUintN(7, value));
  const rest = value >> 7n;
  const isLast = rest === (low & 0x40 ? -1n : 0n);
  return isLast ? [low] : [low | 0x80, ...signed(rest)];
}
