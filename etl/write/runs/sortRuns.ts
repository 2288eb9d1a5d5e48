import type { RunColumns } from './runBatch.ts';

type Keys = Pick<RunColumns, 'robot' | 'keyHi' | 'keyLo'>;

const DIGIT = 1 << 16;
const SIGN = 0x8000;

/**
 * The runs' places in the order of the table's key: robot, then hash as a signed 64-bit number; equal keys stay in
 * the file's order. Neighbours in the table are then written together, and writers never lock in opposite orders.
 * Radix sort, because the keys are numbers; by the hash's upper half, which all but never ties without being equal.
 */
export function sortRuns(columns: Keys, size: number): Uint32Array {
  const { robot, keyHi } = columns;
  let order: Uint32Array = new Uint32Array(size);
  for (let i = 0; i < size; i++) order[i] = i;
  let spare: Uint32Array = new Uint32Array(size);
  const counts = new Uint32Array(DIGIT + 1);
  const pass = (values: Int32Array, shift: 0 | 16, flip: number) => {
    counts.fill(0);
    for (let i = 0; i < size; i++) {
      const next = digit(values[i] ?? 0, shift, flip) + 1;
      counts[next] = (counts[next] ?? 0) + 1;
    }
    for (let i = 1; i <= DIGIT; i++) counts[i] = (counts[i] ?? 0) + (counts[i - 1] ?? 0);
    for (let i = 0; i < size; i++) {
      const place = order[i] ?? 0;
      const slot = digit(values[place] ?? 0, shift, flip);
      const to = counts[slot] ?? 0;
      spare[to] = place;
      counts[slot] = to + 1;
    }
    [order, spare] = [spare, order];
  };
  pass(keyHi, 0, 0);
  pass(keyHi, 16, SIGN);
  pass(robot, 0, 0);
  if (robot.subarray(0, size).some((id) => id >= DIGIT)) pass(robot, 16, 0);
  settleTies(columns, order);
  return order;
}

function digit(value: number, shift: 0 | 16, flip: number): number {
  return ((value >>> shift) & 0xffff) ^ flip;
}

/** Orders neighbours of the same robot and upper half by the lower half. */
function settleTies({ robot, keyHi, keyLo }: Keys, order: Uint32Array): void {
  for (let i = 1; i < order.length; i++) {
    const place = order[i] ?? 0;
    let to = i;
    for (; to > 0; to--) {
      const before = order[to - 1] ?? 0;
      if (keyHi[before] !== keyHi[place] || robot[before] !== robot[place]) break;
      if ((keyLo[before] ?? 0) >>> 0 <= (keyLo[place] ?? 0) >>> 0) break;
      order[to] = before;
    }
    if (to !== i) order[to] = place;
  }
}
