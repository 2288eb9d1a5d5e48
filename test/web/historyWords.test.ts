import i18next from 'i18next';
import { expect, test } from 'vitest';
import type { Change } from '../../server/contract/changes.ts';
import { emptySide, saidElsewhere, thingText } from '../../web/components/changes/thing.ts';
import { areas } from '../../web/text/da/areas.ts';
import { da } from '../../web/text/da.ts';

const texts = i18next.createInstance();
await texts.init({ lng: 'da', resources: { da: { translation: { ...da, ...areas } } } });
const said = (change: Change) => thingText(change, texts.t, 'da')?.replaceAll('\u00a0', ' ');

const of = {
  name: 'Minutter pr. sag',
  unit: 'minutter',
  per: null,
  phase: 'after',
  day: '2026-06-02',
} as const;
const measurement = (verb: Change['verb'], fields: Change['fields']): Change => ({
  change: '1',
  at: '2026-06-03T10:00:00.000Z',
  by: 'Ida Holm',
  subject: 'measurement',
  key: '["m","after","2026-06-02"]',
  of,
  verb,
  fields,
  restorable: true,
});
const followup = (verb: Change['verb'], fields: Change['fields'], day: string | null): Change => ({
  ...measurement(verb, fields),
  subject: 'followup',
  of: { name: 'Kortere sager', unit: null, per: null, phase: null, day },
});

test('a measurement is said with its phase, first day and values', () => {
  const changed = measurement('changed', [{ field: 'value', from: 4, to: 4.5 }]);
  expect(said(changed)).toBe('Måling efter, fra 2. jun. 2026: 4 → 4,5 minutter');
  const removed = measurement('removed', [
    { field: 'from', from: '2026-06-02', to: null },
    { field: 'value', from: 4.5, to: null },
    { field: 'n', from: 12, to: null },
  ]);
  expect(said(removed)).toBe('Måling efter, fra 2. jun. 2026: 4,5 minutter');
  const left = removed.fields.filter((field) => !saidElsewhere(field, removed));
  expect(left.map(({ field }) => field)).toEqual(['n']);
  expect(said({ ...removed, verb: 'restored' })).toBe('Måling efter, fra 2. jun. 2026: 4,5 minutter → intet');
  expect(said(measurement('changed', [{ field: 'n', from: 4, to: 5 }]))).toBe(
    'Måling efter, fra 2. jun. 2026',
  );
});

test('a follow-up by the day on which it is due, what the card holds of it as the follow-up', () => {
  expect(said(followup('created', [{ field: 'due', from: null, to: '2027-01-15' }], '2027-01-15'))).toBe(
    'Opfølgning 15. jan. 2027',
  );
  expect(said(followup('changed', [{ field: 'closed', from: null, to: '2027-01-15' }], null))).toBe(
    'Opfølgningen',
  );
});

test('there was nothing before what was made, but before what was only filled in', () => {
  expect(emptySide(followup('created', [{ field: 'due', from: null, to: '2027-01-15' }], '2027-01-15'))).toBe(
    'before',
  );
  expect(emptySide(followup('removed', [{ field: 'due', from: '2027-01-15', to: null }], '2027-01-15'))).toBe(
    'after',
  );
  const done = [{ field: 'status', from: null, to: 'behind' }];
  expect(emptySide(followup('changed', done, '2027-01-15'))).toBeNull();
});
