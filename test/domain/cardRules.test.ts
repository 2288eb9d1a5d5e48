import { describe, expect, test } from 'vitest';
import { bareCard, type Card, type CardInput } from '../../server/domain/card.ts';
import { cardIssues } from '../../server/domain/cardRules.ts';
import { changedFields } from '../../server/domain/changedFields.ts';
import { projectIssues } from '../../server/domain/projectRules.ts';

const TODAY = '2026-11-21';
const BASELINE = { value: 60, from: '2026-01-01', to: null, per: null, n: null, note: null };
const INPUT: CardInput = {
  role: 'indicator',
  measure: null,
  name: 'Tilfredshed',
  unit: '%',
  better: 'higher',
  how: null,
  source: null,
  baseline: BASELINE,
};
const CARD: Card = {
  ...bareCard('Mere tilfredse borgere'),
  inputs: [INPUT],
  targets: [{ due: '2026-12-31', pessimistic: 65, likely: 70, optimistic: 80 }],
};

const faults = (change: Partial<Card>) =>
  cardIssues({ ...CARD, ...change }, TODAY).map(({ field, fault }) => `${field}: ${fault}`);
const baseline = (change: object, input: Partial<CardInput> = {}) =>
  faults({ inputs: [{ ...INPUT, ...input, baseline: { ...BASELINE, ...change } }], targets: [] });
const target = (change: object, better: 'higher' | 'lower' = 'higher') =>
  faults({
    inputs: [{ ...INPUT, better }],
    targets: [{ due: '2026-12-31', pessimistic: null, likely: 70, optimistic: null, ...change }],
  });

describe('a target that a file brought and that is wrong', () => {
  const wrong = { due: '2024-12-31', pessimistic: null, likely: 10, optimistic: null };
  const stored = { ...CARD, targets: [wrong] };
  const left = (card: Card) =>
    cardIssues(card, TODAY, stored).map(({ field, fault }) => `${field}: ${fault}`);

  test('keeps nobody from changing the rest of the card, nor from adding a target that is right', () => {
    expect(cardIssues(stored, TODAY)).not.toEqual([]);
    expect(left({ ...stored, name: 'Et andet navn' })).toEqual([]);
    expect(left({ ...stored, targets: [...CARD.targets, wrong] })).toEqual([]);
  });

  test('is told once it is changed to something else that is wrong, and so is another', () => {
    expect(left({ ...stored, targets: [{ ...wrong, likely: 11 }] })).toContain(
      'targets.0.likely: wrong-direction',
    );
    expect(left({ ...stored, targets: [wrong, { ...wrong, due: '2027-12-31' }] })).toEqual([
      'targets.1.likely: wrong-direction',
    ]);
  });
});

describe('a card', () => {
  test('that is right has no issues', () => {
    expect(faults({})).toEqual([]);
  });

  test('must have a name, and a short one', () => {
    expect(faults({ name: ' ' })).toEqual(['name: required']);
    expect(faults({ name: 'x'.repeat(201) })).toEqual(['name: too-long']);
  });

  test('of hours or money must say whether the gain is taken out of a budget; an indicator need not', () => {
    const fte = { ...INPUT, role: 'fte' as const, unit: 'årsværk', better: 'lower' as const };
    expect(faults({ method: 'fte', inputs: [fte], targets: [] })).toEqual(['cashable: required']);
  });

  test('has the inputs that its method needs, and no others', () => {
    const card = { method: 'per_item' as const, cashable: true, targets: [] };
    const hours = { ...INPUT, role: 'hours' as const, unit: 'timer', baseline: null };
    expect(faults({ ...card, inputs: [hours] })).toEqual([
      'inputs.volume.name: required',
      'inputs.minutes.name: required',
      'inputs.hours.name: unknown-input',
    ]);
    expect(faults({ inputs: [INPUT, INPUT] })).toEqual(['inputs.indicator.name: unknown-input']);
  });

  test('has a share from 0 to 100 %, an address that is an e-mail, and links of the web', () => {
    expect(faults({ attribution: 1.01 })).toEqual(['attribution: not-a-percentage']);
    expect(faults({ ownerEmail: 'anne holm' })).toEqual(['ownerEmail: not-an-email']);
    expect(faults({ ownerEmail: 'anne@vejle.dk' })).toEqual([]);
    for (const address of [
      'javascript:alert(1)',
      'vejle.dk',
      'file:///c/x',
      'https://',
      'https://a.dk/\njavascript:alert(1)',
    ]) {
      expect(faults({ evidence: [address] })).toEqual(['evidence: not-an-address']);
    }
  });

  test('begins and ends on days that there are, in that order', () => {
    expect(faults({ from: '2026-02-30' })).toEqual(['from: not-a-day']);
    expect(faults({ from: '1969-12-31' })).toEqual(['from: not-a-day']);
    expect(faults({ from: '2026-02-01', to: '2026-01-31' })).toEqual(['to: ends-before']);
  });
});

describe('a baseline', () => {
  const at = 'inputs.indicator.baseline';
  test('in per cent is 0–100', () => {
    expect(baseline({ value: 101 })).toEqual([`${at}.value: not-a-percentage`]);
    expect(baseline({ value: 101 }, { unit: 'point' })).toEqual([]);
  });

  test('of minutes is not negative, and a ratio, which is divided by, is above zero', () => {
    const common = { cashable: true, targets: [] };
    const volume = { ...INPUT, role: 'volume' as const, unit: 'sager', baseline: null };
    const minutes = { ...INPUT, role: 'minutes' as const, unit: 'minutter' };
    const below = { ...minutes, baseline: { ...BASELINE, value: -1 } };
    expect(faults({ ...common, method: 'per_item', inputs: [volume, below] })).toEqual([
      'inputs.minutes.baseline.value: negative',
    ]);
    const ratio = { ...INPUT, role: 'ratio' as const, baseline: { ...BASELINE, value: 0 } };
    const hours = { ...INPUT, role: 'hours' as const, unit: 'timer', baseline: null };
    expect(faults({ ...common, method: 'ratio', inputs: [hours, ratio] })).toEqual([
      'inputs.ratio.baseline.value: not-above-zero',
    ]);
  });

  test('in procent or pct. is a percentage too', () => {
    for (const unit of ['procent', 'Pct.', 'pct', '% af sagerne', 'procent af borgerne']) {
      expect(baseline({ value: 101 }, { unit }), unit).toEqual([`${at}.value: not-a-percentage`]);
    }
    expect(baseline({ value: 101 }, { unit: 'procentpoint' })).toEqual([]);
  });

  test('that is measured is not in the future; one that is expected may be', () => {
    expect(baseline({ from: '2026-11-22' })).toEqual([`${at}.from: future`]);
    expect(baseline({ from: '2026-11-21' })).toEqual([]);
    expect(baseline({ from: '2099-01-01', basis: 'expected' })).toEqual([]);
    expect(baseline({ to: '2099-01-01' })).toEqual([`${at}.to: future`]);
  });

  test('is in a unit that its method can reckon with', () => {
    const fte = (unit: string, baseline = null) =>
      faults({
        method: 'fte',
        cashable: true,
        inputs: [{ ...INPUT, role: 'fte', unit, baseline }],
        targets: [],
      });
    const hours = (unit: string) =>
      faults({
        method: 'hours',
        cashable: true,
        inputs: [{ ...INPUT, role: 'hours', unit, baseline: null }],
        targets: [],
      });
    expect(fte('kr.')).toEqual(['inputs.fte.unit: wrong-unit']);
    expect(hours('dage')).toEqual(['inputs.hours.unit: wrong-unit']);
    expect(hours('timer')).toEqual([]);
  });

  test('that a file brought and that is wrong keeps nobody from changing the rest, nor from taking it out', () => {
    const wrong = {
      ...INPUT,
      unit: 'procent',
      baseline: { ...BASELINE, value: 140, from: '2099-01-01', n: 0 },
    };
    const stored = { ...CARD, inputs: [wrong], targets: [] };
    const left = (baseline: CardInput['baseline'], input: Partial<CardInput> = {}) =>
      cardIssues({ ...stored, name: 'Andet', inputs: [{ ...wrong, ...input, baseline }] }, TODAY, stored).map(
        ({ field, fault }) => `${field}: ${fault}`,
      );
    expect(left(wrong.baseline)).toEqual([]);
    expect(left(null)).toEqual([]);
    expect(left({ ...wrong.baseline, value: 70 })).toEqual([]);
    expect(left({ ...wrong.baseline, value: 150 })).toEqual([`${at}.value: not-a-percentage`]);
  });

  test('says of how many in whole numbers from one, and a period has a last day', () => {
    expect(baseline({ n: 2.5 })).toEqual([`${at}.n: not-whole`]);
    expect(baseline({ n: 0 })).toEqual([`${at}.n: not-whole`]);
    expect(baseline({ per: 'period' })).toEqual([`${at}.to: period-without-end`]);
  });
});

describe('a target', () => {
  test('improves on the baseline, whichever way is better', () => {
    expect(target({ likely: 55 })).toEqual(['targets.0.likely: wrong-direction']);
    expect(target({ likely: 55 }, 'lower')).toEqual([]);
    expect(target({ likely: 70 }, 'lower')).toEqual(['targets.0.likely: wrong-direction']);
  });

  test('is worst when pessimistic and best when optimistic', () => {
    expect(target({ pessimistic: 75 })).toEqual(['targets.0.pessimistic: wrong-order']);
    expect(target({ optimistic: 65 })).toEqual(['targets.0.optimistic: wrong-order']);
    expect(target({ likely: 50, pessimistic: 58, optimistic: 40 }, 'lower')).toEqual([]);
  });

  test('is due after its baseline, once a day, and within what the unit can be', () => {
    expect(target({ due: '2025-12-31' })).toEqual(['targets.0.due: due-before-baseline']);
    expect(target({ optimistic: 101 })).toEqual(['targets.0.optimistic: not-a-percentage']);
    const step = { due: '2026-12-31', pessimistic: null, likely: 70, optimistic: null };
    expect(faults({ targets: [step, step] })).toEqual(['targets.1.due: due-twice']);
  });
});

test('a project needs a name and a municipality, and does not end before it is live', () => {
  const facts = { name: '', municipality: '', started: null, live: '2026-02-01', ended: '2026-01-31' };
  expect(projectIssues({ ...facts, ownerEmail: 'anne' }).map((i) => `${i.field}: ${i.fault}`)).toEqual([
    'name: required',
    'municipality: required',
    'ended: ends-before',
    'ownerEmail: not-an-email',
  ]);
});

test('what changed is told field by field; one of several by what it is, not by where it stands', () => {
  const step = (due: string, likely: number) => ({ due, likely });
  expect(
    changedFields(
      { owner: 'Anne', same: 1, targets: [step('2026-12-31', 4)] },
      { owner: null, same: 1, targets: [step('2026-06-30', 6), step('2026-12-31', 4)] },
    ),
  ).toEqual([
    { field: 'owner', from: 'Anne', to: null },
    { field: 'targets.2026-06-30.due', from: null, to: '2026-06-30' },
    { field: 'targets.2026-06-30.likely', from: null, to: 6 },
  ]);
});
