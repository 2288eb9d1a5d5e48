import type { TFunction } from 'i18next';
import i18next from 'i18next';
import { beforeAll, expect, test } from 'vitest';
import { methodWords } from '../../web/components/methodWords.ts';
import { explanation } from '../../web/text/da/explanation.ts';
import { da } from '../../web/text/da.ts';

let t: TFunction;
beforeAll(async () => {
  const own = i18next.createInstance();
  t = await own.init({ lng: 'da', resources: { da: { translation: { ...da, explanation } } } });
});

const row = (
  role: 'minutes' | 'hours' | 'fte' | 'amount' | 'volume',
  unit: string,
  phase: 'before' | 'after' | 'saved',
) => ({
  role,
  unit,
  phase,
});

test('seconds are divided by 3.600, minutes by 60, hours by nothing', () => {
  const words = (unit: string) =>
    methodWords(t, 'per_item', [row('minutes', unit, 'before'), row('volume', 'sager', 'after')]);
  expect(words('sekunder')).toBe(
    'Timer = antal × (sekunder før − sekunder efter) ÷ 3.600. Kroner = timer × timepris.',
  );
  expect(words('minutter')).toBe(
    'Timer = antal × (minutter før − minutter efter) ÷ 60. Kroner = timer × timepris.',
  );
  expect(words('timer')).toBe('Timer = antal × (timer før − timer efter). Kroner = timer × timepris.');
});

test('what was measured directly is what was saved; beside before and after it is the one or the other', () => {
  const saved = row('hours', 'timer', 'saved');
  expect(methodWords(t, 'hours', [saved])).toBe('Timer = sparede timer. Kroner = timer × timepris.');
  expect(methodWords(t, 'hours', [row('hours', 'timer', 'after'), saved])).toBe(
    'Timer = (timer før − timer efter, eller sparede timer). Kroner = timer × timepris.',
  );
  expect(methodWords(t, 'hours', [row('hours', 'timer', 'after')])).toBe(
    'Timer = timer før − timer efter. Kroner = timer × timepris.',
  );
  expect(methodWords(t, 'fte', [row('fte', 'årsværk', 'saved')])).toContain(
    'sparede årsværk × timer pr. årsværk',
  );
});

test('an amount in t.kr. is multiplied by a thousand', () => {
  expect(methodWords(t, 'amount', [row('amount', 't.kr.', 'after')])).toBe(
    'Kroner = (beløb før − beløb efter) × 1.000.',
  );
  expect(methodWords(t, 'amount', [row('amount', 'kr.', 'saved')])).toBe('Kroner = det sparede beløb.');
});
