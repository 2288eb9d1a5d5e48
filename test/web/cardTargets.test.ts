import { describe, expect, test } from 'vitest';
import type { Role } from '../../server/domain/codes.ts';
import { emptyDraft, withTargetsFor } from '../../web/components/card/draft.ts';

const NAMES = Object.fromEntries(
  (['volume', 'minutes', 'hours', 'ratio', 'fte', 'amount', 'indicator'] as const).map((role) => [
    role,
    { name: role, unit: { hours: 'timer', minutes: 'minutter', amount: 'kr.' }[role as string] ?? role },
  ]),
) as Record<Role, { name: string; unit: string }>;
const target = { due: '2027-01-01', pessimistic: '90', likely: '80', optimistic: '70' };
const draft = { ...emptyDraft(NAMES), method: 'hours' as const, targets: [target] };

describe('the targets of a card whose method is changed', () => {
  test('in another unit their values are taken out, and their days stay', () => {
    expect(withTargetsFor(draft, { method: 'amount' })).toEqual({
      method: 'amount',
      targets: [{ due: '2027-01-01', pessimistic: '', likely: '', optimistic: '' }],
      targetsWereIn: 'timer',
    });
  });

  test('in the same unit, or with nothing said yet, they stay as they are', () => {
    const same = {
      ...draft,
      inputs: { ...draft.inputs, minutes: { ...draft.inputs.minutes, unit: 'timer' } },
    };
    expect(withTargetsFor(same, { method: 'per_item' })).toEqual({ method: 'per_item' });
    const empty = { ...draft, targets: [{ due: '', pessimistic: '', likely: ' ', optimistic: '' }] };
    expect(withTargetsFor(empty, { method: 'amount' })).toEqual({ method: 'amount' });
    expect(withTargetsFor({ ...draft, method: '' }, { method: 'amount' })).toEqual({ method: 'amount' });
  });
});
