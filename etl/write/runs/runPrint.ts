/**
 * A 64-bit fingerprint of what a run's row holds beside its key, as two integers: rows with different prints differ,
 * and rows with equal ones are taken to be equal (one in 2^64 is not). `hi` and `lo` hold the last print.
 */
export class RunPrint {
  hi = 0;
  lo = 0;

  /** @param started NaN when unknown */
  of(started: number, ended: number, status: number, items: number, reason: number): void {
    const from = Number.isNaN(started) ? 0x7fffffff : started;
    let a = 0x9e3779b9 ^ (ended | 0);
    let b = 0x85ebca6b ^ (from | 0);
    // Seconds beyond 32 bits, from 2106 or before 1970, count too.
    const beyond = Math.floor(ended / 0x1_0000_0000) * 31 + Math.floor(from / 0x1_0000_0000);
    a = mix(a + Math.imul(b, 5), 0xcc9e2d51);
    b = mix(b + Math.imul(a, 7) + status, 0x1b873593);
    a = mix(a ^ items ^ b, 0xc2b2ae35);
    b = mix(b ^ reason ^ Math.imul(a, 3), 0x27d4eb2f);
    a = mix(a + b + beyond, 0x165667b1);
    b = mix(b ^ a, 0x9e3779b1);
    this.hi = a;
    this.lo = b;
  }
}

function mix(value: number, factor: number): number {
  let mixed = Math.imul(value ^ (value >>> 16), factor);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0x85ebca6b);
  return mixed ^ (mixed >>> 16);
}
