import { describe, expect, test } from 'vitest';
import { bareCard, type Card } from '../../server/domain/card.ts';
import { ROLES } from '../../server/domain/codes.ts';
import { draftOf, inputOfChoice, judgedRoleOf } from '../../web/components/card/draft.ts';
import { readDraft } from '../../web/components/card/readDraft.ts';

const TODAY = '2026-11-21';
const NAMES = Object.fromEntries(ROLES.map((role) => [role, { name: role, unit: 'timer' }])) as Parameters<
  typeof draftOf
>[1];
const CARD: Card = {
  ...bareCard('Færre timer'),
  type: 'productivity',
  cashable: false,
  method: 'hours',
  inputs: [
    {
      role: 'hours',
      measure: 'tid',
      name: 'Timer til løn',
      unit: 'timer',
      better: 'lower',
      how: null,
      source: null,
      baseline: {
        value: 437.25,
        from: '2024-01-01',
        to: null,
        per: 'year',
        n: 7,
        note: null,
        basis: 'actual',
      },
    },
  ],
  targets: [{ due: '2026-12-31', pessimistic: null, likely: 300, optimistic: null }],
  attribution: 1 / 3,
};

describe('a card’s form', () => {
  test('that is saved as it was opened says what the card did, to the last digit of a share of a third', () => {
    expect(readDraft(draftOf(CARD, NAMES), TODAY, CARD).card).toEqual(CARD);
  });

  test('in which the share is changed says the new one', () => {
    const draft = { ...draftOf(CARD, NAMES), attribution: '33,3' };
    expect(readDraft(draft, TODAY, CARD).card?.attribution).toBeCloseTo(0.333, 10);
  });

  test('says what was seen of a measure that is chosen in it, and not of one that the card has', () => {
    const draft = draftOf(CARD, NAMES);
    expect(readDraft(draft, TODAY, CARD).card?.inputs[0]?.revision).toBeUndefined();
    const [input] = CARD.inputs;
    if (!input) throw new Error('no input');
    const chosen = {
      ...input,
      measure: 'post',
      kind: 'flow' as const,
      targets: [],
      revision: 'r1',
      usedBy: [],
    };
    const inputs = { ...draft.inputs, hours: inputOfChoice(chosen, 'hours') };
    expect(readDraft({ ...draft, inputs }, TODAY, CARD).card?.inputs[0]).toMatchObject({
      measure: 'post',
      revision: 'r1',
    });
  });

  test('has the targets of its indicator where there is one, else of what its method improves', () => {
    expect(judgedRoleOf({ method: 'per_item', keepsIndicator: false })).toBe('minutes');
    expect(judgedRoleOf({ method: 'per_item', keepsIndicator: true })).toBe('indicator');
    expect(judgedRoleOf({ method: '', keepsIndicator: false })).toBe(null);
  });
});
