import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { SipHash } from '../../../etl/write/runs/sipHash.ts';

const hex = ({ hi, lo }: SipHash) =>
  [hi, lo].map((half) => (half >>> 0).toString(16).padStart(8, '0')).join('');

describe('the vectors of the SipHash paper: bytes 0, 1, 2… with the key 0…15', () => {
  const hash = new SipHash(Uint8Array.from({ length: 16 }, (_, i) => i));
  test.each([
    [0, '726fdb47dd0e0e31'],
    [1, '74f839c593dc67fd'],
    [2, '0d6c8009d9a94f5a'],
    [3, '85676696d7fb7e2d'],
    [7, 'ab0200f58b01d137'],
    [8, '93f5f5799a932462'],
    [15, 'a129ca6149be45e5'],
  ])('%i bytes → %s', (length, expected) => {
    hash.hash(String.fromCharCode(...Array.from({ length }, (_, i) => i)));
    expect(hex(hash)).toBe(expected);
  });
});

test('any text has the hash of its UTF-8 bytes, as the algorithm is written down in whole 64-bit words', () => {
  const key = randomBytes(16);
  const hash = new SipHash(key);
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
      hash.hash(text);
      expect(hex(hash)).toBe(wholeWords(key, Buffer.from(text)).toString(16).padStart(16, '0'));
    }),
  );
});

test('many texts at once have the hashes that each has alone, few after many and many after few', () => {
  const hash = new SipHash(randomBytes(16));
  fc.assert(
    fc.property(fc.array(fc.uint8Array({ maxLength: 90 }), { maxLength: 3_000 }), (texts) => {
      let end = 0;
      const ends = Int32Array.from(texts, (text) => {
        end += text.length;
        return end;
      });
      const [hi, lo] = [new Int32Array(texts.length), new Int32Array(texts.length)];
      hash.hashAll({ bytes: Buffer.concat(texts), ends }, texts.length, hi, lo);
      for (const [i, text] of texts.entries()) {
        hash.hashBytes(text, 0, text.length);
        expect([hi[i], lo[i]]).toEqual([hash.hi, hash.lo]);
      }
    }),
    { numRuns: 30 },
  );
});

function wholeWords(key: Buffer, bytes: Buffer): bigint {
  const word = (n: bigint) => BigInt.asUintN(64, n);
  const turned = (n: bigint, by: bigint) => word((n << by) | (n >> (64n - by)));
  const [k0, k1] = [key.readBigUInt64LE(0), key.readBigUInt64LE(8)];
  let v0 = k0 ^ 0x736f6d6570736575n;
  let v1 = k1 ^ 0x646f72616e646f6dn;
  let v2 = k0 ^ 0x6c7967656e657261n;
  let v3 = k1 ^ 0x7465646279746573n;
  const round = () => {
    v0 = word(v0 + v1);
    v1 = turned(v1, 13n) ^ v0;
    v0 = turned(v0, 32n);
    v2 = word(v2 + v3);
    v3 = turned(v3, 16n) ^ v2;
    v0 = word(v0 + v3);
    v3 = turned(v3, 21n) ^ v0;
    v2 = word(v2 + v1);
    v1 = turned(v1, 17n) ^ v2;
    v2 = turned(v2, 32n);
  };
  const padded = Buffer.alloc((Math.floor(bytes.length / 8) + 1) * 8);
  bytes.copy(padded);
  padded[padded.length - 1] = bytes.length;
  for (let at = 0; at < padded.length; at += 8) {
    const m = padded.readBigUInt64LE(at);
    v3 ^= m;
    round();
    round();
    v0 ^= m;
  }
  v2 ^= 0xffn;
  for (let i = 0; i < 4; i++) round();
  return v0 ^ v1 ^ v2 ^ v3;
}
