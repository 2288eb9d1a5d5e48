import { fold } from '../canonical/fold.ts';

/** ` Did you mean NAME?` for the name that is written most alike; '' when none is near. */
export function didYouMean(written: string, names: readonly string[]): string {
  const near = nearest(written, names);
  return near === null ? '' : ` Did you mean ${near}?`;
}

function nearest(written: string, names: readonly string[]): string | null {
  const wanted = fold(written);
  const most = Math.max(1, Math.floor(wanted.length / 3));
  let best: string | null = null;
  let least = most + 1;
  for (const name of names) {
    const distance = edits(wanted, fold(name));
    if (distance < least) {
      best = name;
      least = distance;
    }
  }
  return best;
}

/** How many letters must be added, taken away or changed to make one text the other. */
function edits(a: string, b: string): number {
  let above = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 0; i < a.length; i++) {
    const row = [i + 1];
    for (let j = 0; j < b.length; j++) {
      const change = (above[j] ?? 0) + (a[i] === b[j] ? 0 : 1);
      row.push(Math.min(change, (above[j + 1] ?? 0) + 1, (row[j] ?? 0) + 1));
    }
    above = row;
  }
  return above[b.length] ?? 0;
}
