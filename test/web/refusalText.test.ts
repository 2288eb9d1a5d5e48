import { expect, test } from 'vitest';
import { refusalText } from '../../server/contract/refusalTexts.ts';

test('the words that were expected stand alone, without the English before them', () => {
  expect(refusalText({ code: 'unknown-code', expected: 'one of New, Failed' })).toEqual({
    key: 'unknown-code',
    expected: 'New, Failed',
  });
});

test('a queue that no robot has is told as a queue, any other name as a name', () => {
  const keyOf = (expected: string) => refusalText({ code: 'unknown-reference', expected }).key;
  expect(keyOf('a queue that a robot has (robots.queue), a robot’s code, or --create-robots')).toBe(
    'unknown-queue',
  );
  expect(keyOf('a known project')).toBe('unknown-reference');
});
