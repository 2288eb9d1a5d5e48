import { describe, expect, test } from 'vitest';
import { SOURCES } from '../../../etl/sources/index.ts';
import { States } from '../../../etl/sources/states.ts';

const states = new States({ InProgress: 'not-final', Failed: 'system_exception', Successful: 'success' });

describe('a state', () => {
  test.each([
    'InProgress',
    'IN_PROGRESS',
    'In Progress',
    'in progress',
    'in-progress',
    'I gang',
    'Igangværende',
  ])('%s is InProgress', (text) => {
    expect(states.outcome(text)).toBe('not-final');
  });

  test.each(['Gennemført', 'GENNEMFOERT', 'Færdig', 'lykkedes'])('%s is Successful', (text) => {
    expect(states.outcome(text)).toBe('success');
  });

  test.each(['Fejlet', 'Mislykkedes', 'FEJL'])('%s is Failed', (text) => {
    expect(states.outcome(text)).toBe('system_exception');
  });

  test.each(['', 'Paused', '2', 'constructor'])('%j is none of them, again and again', (text) => {
    expect(states.outcome(text)).toBeUndefined();
    expect(states.outcome(text)).toBeUndefined();
  });

  test('of a platform is told when another is met', () => {
    expect(states.expected).toBe('one of InProgress, Failed, Successful');
  });
});

test.each(SOURCES.map((source) => ({ name: source.name, source })))(
  '$name: every state is what its table says',
  ({ source }) => {
    const found = new States(source.states);
    for (const [state, outcome] of Object.entries(source.states)) {
      for (const text of [
        state,
        state.toUpperCase(),
        ` ${state.toLowerCase()}`,
        state.replaceAll(' ', '_'),
      ]) {
        expect([text, found.outcome(text)]).toEqual([text, outcome]);
      }
    }
  },
);
