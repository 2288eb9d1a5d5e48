import type { NewRate } from '../../../server/contract/card.ts';
import {
  type Baseline,
  type Card,
  type CardInput,
  type CardTarget,
  improvedRole,
} from '../../../server/domain/card.ts';
import { type CardFault, type CardIssue, cardIssues } from '../../../server/domain/cardRules.ts';
import type { Role } from '../../../server/domain/codes.ts';
import { danishNumber } from '../edit/numbers.ts';
import { type Draft, type InputDraft, percentField, rolesOf, type TargetDraft } from './draft.ts';

export type DraftFault = CardFault | 'not-a-number';

/** A draft as a card, and what is wrong with it by field. `card` is null until a method is chosen. */
export interface Reading {
  card: Card | null;
  newRate: NewRate;
  faults: ReadonlyMap<string, DraftFault>;
}

/**
 * Reads what is typed by a day. A field that is wrong has the first thing that is wrong with it.
 * @param stored the card as it stands, where it is changed and not made
 */
export function readDraft(draft: Draft, today: string, stored: Card | null = null): Reading {
  const reader = new Reader();
  const { method } = draft;
  if (method === '') {
    if (draft.name.trim() === '') reader.wrong('name', 'required');
    reader.wrong('method', 'required');
    return { card: null, newRate: null, faults: reader.faults };
  }
  const since = draft.inputs[improvedRole(method)].from;
  const inputs = rolesOf(draft).map((role) => {
    const typed = draft.inputs[role];
    // What is only counted is of the same time as what is improved, unless it says otherwise.
    return reader.input(
      role,
      typed.from === '' && typed.value.trim() !== '' ? { ...typed, from: since } : typed,
    );
  });
  const kept = draft.targets.flatMap((target, at) => (isBlank(target) ? [] : [{ target, at }]));
  const percent = reader.number('attribution', draft.attribution);
  // The field shows fewer digits than a file can hold.
  const isUntouched = stored && draft.attribution === percentField(stored.attribution);
  const card: Card = {
    name: draft.name.trim(),
    change: said(draft.change),
    type: draft.type,
    cashable: draft.cashable === '' ? null : draft.cashable === 'yes',
    method,
    inputs,
    targets: kept.map(({ target, at }) => reader.target(`targets.${at}`, target)),
    rate: said(draft.rate),
    from: said(draft.from),
    to: said(draft.to),
    attribution: isUntouched ? stored.attribution : (percent ?? 100) / 100,
    owner: said(draft.owner),
    ownerEmail: said(draft.ownerEmail),
    measuredBy: said(draft.measuredBy),
    department: said(draft.department),
    frequency: draft.frequency === '' ? null : draft.frequency,
    confidence: said(draft.confidence),
    phaseIn: said(draft.phaseIn),
    assumptions: said(draft.assumptions),
    dependencies: said(draft.dependencies),
    risks: said(draft.risks),
    evidence: draft.evidence
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== ''),
    deviation: said(draft.deviation),
  };
  const newRate = method === 'amount' || method === 'indicator' ? null : reader.rate(draft);
  for (const { field, fault } of cardIssues(card, today, stored)) reader.wrong(asTyped(field, kept), fault);
  return { card, newRate, faults: reader.faults };
}

function said(text: string): string | null {
  return text.trim() === '' ? null : text.trim();
}

function isBlank({ due, pessimistic, likely, optimistic }: TargetDraft): boolean {
  return [due, pessimistic, likely, optimistic].every((text) => text.trim() === '');
}

/** The rules count the targets that are said; the form also has empty ones. */
function asTyped(field: CardIssue['field'], kept: readonly { at: number }[]): string {
  return field.replace(/^targets\.(\d+)/, (_, i: string) => `targets.${kept[Number(i)]?.at ?? i}`);
}

class Reader {
  readonly faults = new Map<string, DraftFault>();

  wrong(field: string, fault: DraftFault): void {
    if (!this.faults.has(field)) this.faults.set(field, fault);
  }

  number(field: string, text: string): number | null {
    const value = danishNumber(text);
    if (value === undefined) this.wrong(field, 'not-a-number');
    return value ?? null;
  }

  input(role: Role, typed: InputDraft): CardInput {
    const place = `inputs.${role}`;
    const counts = typed.measure.startsWith('robot:');
    return {
      role,
      measure: said(typed.measure),
      name: typed.name.trim(),
      unit: typed.unit.trim(),
      better: typed.better,
      how: said(typed.how),
      source: said(typed.source),
      baseline: counts ? null : this.baseline(`${place}.baseline`, typed),
      ...(typed.revision !== '' && { revision: typed.revision }),
    };
  }

  target(place: string, typed: TargetDraft): CardTarget {
    const number = (field: keyof TargetDraft) => this.number(`${place}.${field}`, typed[field]);
    const likely = number('likely');
    if (likely === null) this.wrong(`${place}.likely`, 'required');
    if (typed.due === '') this.wrong(`${place}.due`, 'required');
    const ends = { pessimistic: number('pessimistic'), optimistic: number('optimistic') };
    return { due: typed.due, likely: likely ?? Number.NaN, ...ends };
  }

  /** The rate that a warehouse without one gets, if both of its numbers are given. */
  rate({ hourlyKr, hoursPerFte }: Draft): NewRate {
    const hourly = this.number('hourlyKr', hourlyKr);
    const hours = this.number('hoursPerFte', hoursPerFte);
    if (hourly !== null && hourly < 0) this.wrong('hourlyKr', 'negative');
    if (hours !== null && (hours <= 0 || hours > 2_000)) this.wrong('hoursPerFte', 'not-above-zero');
    if (hourly !== null && hours === null) this.wrong('hoursPerFte', 'required');
    if (hours !== null && hourly === null) this.wrong('hourlyKr', 'required');
    return hourly === null || hours === null ? null : { hourlyKr: hourly, hoursPerFte: hours };
  }

  private baseline(place: string, typed: InputDraft): Baseline | null {
    const value = this.number(`${place}.value`, typed.value);
    const n = this.number(`${place}.n`, typed.n);
    if (value === null) {
      if (typed.value.trim() === '' && typed.from !== '') this.wrong(`${place}.value`, 'required');
      return null;
    }
    if (typed.from === '') this.wrong(`${place}.from`, 'required');
    return {
      value,
      from: typed.from,
      to: said(typed.to),
      per: typed.per === '' ? null : typed.per,
      n,
      note: said(typed.note),
      basis: typed.basis,
    };
  }
}
