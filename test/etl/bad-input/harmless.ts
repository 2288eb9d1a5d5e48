import { expect } from 'vitest';

/** CPR numbers of no one, which stand in the cases. */
export const CPR = '010190-1234';
export const CPR_BARE = '3112894321';

/** That a message to the user has no stack trace, no words for programmers and none of the personal numbers. */
export function expectHarmless(text: string): void {
  expect(text).not.toMatch(/(\n|\\n)\s+at |node_modules|\.[jt]s:\d|should not have|(Type|Range|Syntax)Error/);
  expect(text).not.toMatch(/010190[- ]?1234|311289[- ]?4321/);
}
