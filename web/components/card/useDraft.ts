import {
  createContext,
  type FocusEvent,
  type RefObject,
  useContext,
  useEffect,
  useRef,
  useState,
} from 'react';
import { useTranslation } from 'react-i18next';
import type { CardChoices } from '../../../server/contract/card.ts';
import type { Card } from '../../../server/domain/card.ts';
import type { Role } from '../../../server/domain/codes.ts';
import type { Draft, InputDraft, TargetDraft } from './draft.ts';
import { type Reading, readDraft } from './readDraft.ts';

/** A card as it is being typed, what it reads as, and what of that is wrong and may be said by now. */
export interface DraftState extends Reading {
  draft: Draft;
  choices: CardChoices;
  /** The benefit whose card is changed; undefined for a new one. */
  benefit: string | undefined;
  form: RefObject<HTMLFormElement | null>;
  dirty: boolean;
  set: (change: Partial<Draft>) => void;
  setInput: (role: Role, change: Partial<InputDraft>) => void;
  setTarget: (at: number, change: Partial<TargetDraft>) => void;
  /** What is wrong with a field, in words; nothing until it has been left, or a save was tried. */
  error: (field: string) => string | undefined;
  leaveField: (event: FocusEvent) => void;
  /** Shows all that is wrong and goes to the first of it. Whether nothing is. */
  check: () => boolean;
  wrong: number;
}

const SAID_AFTER_MS = 250;

export function useDraft(first: Draft, choices: CardChoices, stored?: Card, benefit?: string): DraftState {
  const { t } = useTranslation();
  const [draft, setDraft] = useState(first);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [tries, setTries] = useState(0);
  const form = useRef<HTMLFormElement>(null);
  const reading = readDraft(draft, choices.today, stored);
  useEffect(() => {
    if (tries > 0) focusFirstWrong(form.current);
  }, [tries]);
  const set = (change: Partial<Draft>) => setDraft((now) => ({ ...now, ...change }));
  return {
    ...reading,
    draft,
    choices,
    benefit,
    form,
    dirty: draft !== first,
    set,
    setInput: (role, change) =>
      setDraft((now) => ({
        ...now,
        inputs: { ...now.inputs, [role]: { ...now.inputs[role], ...change } },
      })),
    setTarget: (at, change) =>
      setDraft((now) => ({
        ...now,
        targets: now.targets.map((target, i) => (i === at ? { ...target, ...change } : target)),
      })),
    error: (field) => {
      const fault = reading.faults.get(field);
      if (fault === undefined || (tries === 0 && (fault === 'required' || !left.has(field))))
        return undefined;
      return t(`card.fault.${fault}`);
    },
    leaveField: ({ target }) => {
      const field = target.closest<HTMLElement>('[data-field]')?.dataset.field;
      // Not at once: what is said pushes the rest of the form down, and the button that was pressed from under the mouse.
      setTimeout(
        () => setLeft((now) => (field === undefined || now.has(field) ? now : new Set([...now, field]))),
        SAID_AFTER_MS,
      );
    },
    check: () => {
      setTries(tries + 1);
      return reading.faults.size === 0 && reading.card !== null;
    },
    wrong: tries > 0 ? reading.faults.size : 0,
  };
}

/** What is folded away is opened for it. */
function focusFirstWrong(form: HTMLFormElement | null): void {
  const wrong = form?.querySelector<HTMLElement>('[aria-invalid="true"]');
  const folded = wrong?.closest('details');
  if (folded) folded.open = true;
  wrong?.focus();
}

export const DraftContext = createContext<DraftState | null>(null);

/** The card that is being typed on this page. */
export function useCardDraft(): DraftState {
  const state = useContext(DraftContext);
  if (!state) throw new Error('A field of a card stands outside its form');
  return state;
}
