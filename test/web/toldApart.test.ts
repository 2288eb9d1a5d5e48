import { expect, test } from 'vitest';
import { toldApart } from '../../web/components/card/toldApart.ts';

test('choices with the same label are told apart by their codes, others are as they are', () => {
  const choice = (code: string, label: string) => ({ value: `m:${code}`, label, code });
  const labels = toldApart([
    choice('A1', 'Tid pr. sag (minutter)'),
    choice('A2', 'Tid pr. sag (minutter)'),
    choice('B1', 'Tid pr. sag (timer)'),
  ]);
  expect(labels).toEqual([
    { value: 'm:A1', label: 'Tid pr. sag (minutter) · A1' },
    { value: 'm:A2', label: 'Tid pr. sag (minutter) · A2' },
    { value: 'm:B1', label: 'Tid pr. sag (timer)' },
  ]);
});
