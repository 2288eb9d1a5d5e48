import { expect, test } from 'vitest';
import { danishReason, inRecord, refusalText } from '../../server/contract/refusalTexts.ts';

test('the words that were expected stand alone, without the English before them', () => {
  expect(refusalText({ code: 'unknown-code', expected: 'one of New, Failed' })).toEqual({
    key: 'unknown-code',
    expected: 'New, Failed',
    record: null,
  });
});

test('the record of several on a line is told for itself, not among the words that were expected', () => {
  const expected = inRecord('one of New, Failed', 17);
  expect(expected).toBe('one of New, Failed (record 17)');
  expect(refusalText({ code: 'unknown-code', expected })).toMatchObject({
    expected: 'New, Failed',
    record: 17,
  });
  expect(inRecord('a number', undefined)).toBe('a number');
});

test('a queue that no robot has is told as a queue, any other name as a name', () => {
  const keyOf = (expected: string) => refusalText({ code: 'unknown-reference', expected }).key;
  expect(keyOf('a queue that a robot has (robots.queue), a robot’s code, or --create-robots')).toBe(
    'unknown-queue',
  );
  expect(keyOf('a known project')).toBe('unknown-project');
  expect(keyOf('the code of a known thing')).toBe('unknown-reference');
});

test.each([
  ['not-a-number', 'a number that can mean one thing only, such as 1234 or 1234,50', 'én måde'],
  ['not-a-number', 'a number with decimal point, such as 1234.5, because …', 'decimalpunktum'],
  ['personal-number', 'a number; this reads as a personal (CPR) number: write …', 'skriv et beløb'],
  ['unknown-reference', 'a known project', 'Et projekt'],
  ['unknown-reference', 'a known project; there is “P1”', 'ligner: P1.'],
  ['too-long', 'at most 100 characters', 'Højst 100 tegn.'],
  ['too-few-cells', '12 cells, as in the header (record 3)', 'Post 3: 12 felter'],
  ['conflicting-row', 'one row for each robot; line 3 says something else', 'linje 3,'],
])('%s, “%s”, is told in Danish as what was expected', (code, expected, part) => {
  expect(danishReason({ code, expected })).toContain(part);
  expect(danishReason({ code, expected })).not.toMatch(/expected|such as|known|cells/);
});
