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
