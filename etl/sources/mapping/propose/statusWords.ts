import type { RunStatus } from '../../../../server/warehouse/status.ts';
import { Fault } from '../../../refusal.ts';
import { fold } from '../../canonical/fold.ts';
import { runs } from '../../canonical/tables/runs.ts';
import { GUESSED_STATUS_WORDS, STATUS_WORDS } from './hints.ts';

type Outcome = RunStatus | 'skip';

const KNOWN: ReadonlyMap<string, Outcome> = new Map(
  (Object.keys(STATUS_WORDS) as Outcome[]).flatMap((outcome) =>
    STATUS_WORDS[outcome].map((word) => [fold(word), outcome] as const),
  ),
);

/** What a word of a status column most likely means; null for a word that is not known. */
export function outcomeOf(word: string): Outcome | null {
  const own = runs.columns.status.parse(word, null);
  return own instanceof Fault ? (KNOWN.get(fold(word)) ?? null) : own;
}

const GUESSED = new Set(GUESSED_STATUS_WORDS.map(fold));

/** Whether what a word most likely means is no more than a guess. */
export function isGuessed(word: string): boolean {
  return GUESSED.has(fold(word));
}
