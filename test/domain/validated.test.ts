import { expect, test } from 'vitest';
import * as z from 'zod/mini';
import { validated } from '../../server/routes/endpoint.ts';

test('a text that no database keeps is refused wherever it stands, and its field is named', () => {
  const schema = z.object({ card: z.object({ notes: z.array(z.string()) }) });
  for (const text of ['a\0b', 'half a character: \ud83d']) {
    expect(() => validated(schema, { card: { notes: ['ok', text] } })).toThrow(
      expect.objectContaining({
        code: 'bad-parameter',
        details: expect.objectContaining({ parameter: 'card.notes.1' }),
      }),
    );
  }
  const whole = { card: { notes: ['Æøå 😀\n\t'] } };
  expect(validated(schema, whole)).toEqual(whole);
});

test('what is nested deeper than anything of the contract is refused, however deep', () => {
  const schema = z.object({ card: z.unknown() });
  const nested = (depth: number): unknown => JSON.parse(`${'['.repeat(depth)}${']'.repeat(depth)}`);
  expect(validated(schema, { card: nested(20) })).toEqual({ card: nested(20) });
  expect(() => validated(schema, { card: nested(50_000) })).toThrow(
    expect.objectContaining({
      code: 'bad-parameter',
      details: { parameter: 'body' },
    }),
  );
});

test('a parameter is one of the contract, not of every object', () => {
  for (const name of ['constructor', 'hasOwnProperty', '__proto__']) {
    const sent = JSON.parse(`{"${name}": "1"}`) as object;
    expect(() => validated(z.object({}), sent), name).toThrow(
      expect.objectContaining({ code: 'bad-parameter', details: { parameter: name } }),
    );
  }
});
