import type { RunStatus } from '../../server/warehouse/status.ts';
import { ownCopy } from '../readers/rows.ts';
import { fold } from './canonical/fold.ts';
import type { PassReason } from './source.ts';

/** What a platform's state becomes: a run's outcome, or why its row is passed over. */
export type Outcome = RunStatus | PassReason;

/** Danish screens and hand-made exports use these words for the platforms' own. */
const DANISH: Readonly<Record<string, readonly string[]>> = {
  ny: ['new'],
  nyt: ['new'],
  igang: ['inprogress', 'running'],
  igangværende: ['inprogress', 'running'],
  kører: ['running', 'inprogress'],
  venter: ['waiting', 'pending'],
  afventer: ['pending', 'waiting', 'pendinguseraction'],
  afventerbruger: ['pendinguseraction'],
  vellykket: ['successful', 'succeeded', 'success', 'completed', 'done'],
  lykkedes: ['successful', 'succeeded', 'success', 'completed', 'done'],
  gennemført: ['completed', 'successful', 'succeeded', 'success', 'done'],
  fuldført: ['completed', 'successful', 'succeeded', 'success', 'done'],
  færdig: ['done', 'completed', 'successful', 'succeeded', 'success'],
  mislykket: ['failed', 'faulted', 'error'],
  mislykkedes: ['failed', 'faulted', 'error'],
  fejlet: ['failed', 'faulted', 'error'],
  fejl: ['error', 'failed', 'faulted'],
  opgivet: ['abandoned'],
  annulleret: ['cancelled', 'canceled'],
  afbrudt: ['aborted', 'cancelled', 'canceled', 'stopped'],
  stoppet: ['stopped'],
  forsøgtigen: ['retried'],
  slettet: ['deleted'],
};
const ENGLISH = new Map(Object.entries(DANISH).map(([danish, english]) => [fold(danish), english]));

const MOST_REMEMBERED = 100;

/** Whether a state is the platform's number for it. */
export function isNumber(state: string): boolean {
  return /^\d+$/.test(state);
}

/** A platform's states, however they are written: `IN_PROGRESS`, `In Progress`, `InProgress`, `I gang`. */
export class States {
  readonly #outcomes: ReadonlyMap<string, Outcome>;
  readonly #seen = new Map<string, Outcome | undefined>();
  /** For the user who meets a state that is none of them. */
  readonly expected: string;

  constructor(states: Readonly<Record<string, Outcome>>) {
    this.#outcomes = new Map(Object.entries(states).map(([state, outcome]) => [fold(state), outcome]));
    const names = Object.keys(states).filter((state) => !isNumber(state));
    this.expected = `one of ${names.join(', ')}`;
  }

  /** What a state becomes; undefined when the platform has no such state. */
  outcome(text: string): Outcome | undefined {
    if (this.#seen.has(text)) return this.#seen.get(text);
    const folded = fold(text);
    const names = [folded, ...(ENGLISH.get(folded) ?? [])];
    const found = names.map((name) => this.#outcomes.get(name)).find((outcome) => outcome !== undefined);
    if (this.#seen.size < MOST_REMEMBERED) this.#seen.set(ownCopy(text), found);
    return found;
  }
}
