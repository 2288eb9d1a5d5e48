import { describe, expect, it } from 'vitest';
import { BENEFIT_TYPES, METHODS, PERS, PHASES, REASONS, STAGES } from '../../server/domain/codes.ts';
import { areas as danishAreas } from '../../web/text/da/areas.ts';
import { da } from '../../web/text/da.ts';
import { areas as englishAreas } from '../../web/text/en/areas.ts';
import { en } from '../../web/text/en.ts';

/** `{ a: { b: 'x' } }` → `{ 'a.b': 'x' }` */
function flat(texts: object, path = ''): Record<string, string> {
  return Object.assign(
    {},
    ...Object.entries(texts).map(([key, value]) =>
      typeof value === 'string' ? { [path + key]: value } : flat(value as object, `${path}${key}.`),
    ),
  );
}

const danish = flat({ ...da, ...danishAreas });
const english = flat({ ...en, ...englishAreas });
const places = (text: string) => (text.match(/\{\{\w+\}\}/g) ?? []).sort();

describe('the texts', () => {
  it('are the same ones in both languages', () => {
    expect(Object.keys(english).sort()).toEqual(Object.keys(danish).sort());
  });

  it.each(Object.entries(danish))('%s has words, and the same figures put in', (key, text) => {
    expect(text.trim()).not.toBe('');
    expect(english[key]?.trim()).not.toBe('');
    expect(places(english[key] ?? '')).toEqual(places(text));
  });
});

describe('every code of the contract has its words', () => {
  it.each(
    Object.entries({
      reason: REASONS,
      stage: STAGES,
      formula: METHODS,
      type: BENEFIT_TYPES,
      per: PERS,
      phase: PHASES,
      basis: ['actual', 'expected', 'incomplete'],
    }),
  )('%s', (group, codes) => {
    for (const code of codes) expect(danish).toHaveProperty([`${group}.${code}`]);
  });
});
