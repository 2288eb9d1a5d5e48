import { expect, test } from 'vitest';
import { badInputDocument, KINDS } from './document.ts';

test('docs/bad-input.md says what is tried, and nothing else (vitest -u writes it)', async () => {
  await expect(badInputDocument()).toMatchFileSnapshot('../../../docs/bad-input.md');
});

test('no kind is tried under two names', () => {
  const titles = KINDS.map(({ title }) => title);
  expect(new Set(titles).size).toBe(titles.length);
});
