import { describe, expect, test } from 'vitest';
import {
  benefitState,
  type DatedFollowup,
  dueness,
  lastDone,
  nextOpen,
  type StateFacts,
  shareReached,
  stateFacts,
} from '../../server/domain/followupState.ts';
import { benefit, level, m, robot } from '../support/inputs.ts';

const TODAY = '2024-06-15';
const NOTHING: StateFacts = { baseline: null, observed: null, live: null, closed: null, followups: [] };
const done = (day: string, status: DatedFollowup['status'], due = day): DatedFollowup => ({
  due,
  done: day,
  status,
});

describe('the state of a benefit', () => {
  test.each<[string, Partial<StateFacts>, string, string, string | null]>([
    ['nothing measured: planned', {}, 'planned', 'no-baseline', null],
    ['a baseline: measured', { baseline: '2024-01-01' }, 'baseline_measured', 'baseline', '2024-01-01'],
    ['a baseline to come is none yet', { baseline: '2024-07-01' }, 'planned', 'no-baseline', null],
    [
      'go-live: in progress, with or without a baseline',
      { live: '2024-03-01' },
      'in_progress',
      'live',
      '2024-03-01',
    ],
    [
      'go-live in the future changes nothing',
      { baseline: '2024-01-01', live: '2024-06-16' },
      'baseline_measured',
      'baseline',
      '2024-01-01',
    ],
    ['go-live today counts', { live: TODAY }, 'in_progress', 'live', TODAY],
    [
      'an observation without a go-live: in progress',
      { baseline: '2024-01-01', observed: '2024-05-01' },
      'in_progress',
      'observed',
      '2024-05-01',
    ],
    [
      'on track is in progress',
      { live: '2024-01-01', followups: [done('2024-04-02', 'on_track')] },
      'in_progress',
      'followed-up',
      '2024-04-02',
    ],
    [
      'behind is in progress',
      { live: '2024-01-01', followups: [done('2024-04-02', 'behind')] },
      'in_progress',
      'followed-up',
      '2024-04-02',
    ],
    ['realised', { followups: [done('2024-04-02', 'realised')] }, 'realised', 'followed-up', '2024-04-02'],
    ['partly', { followups: [done('2024-04-02', 'partly')] }, 'partly', 'followed-up', '2024-04-02'],
    [
      'not realised',
      { followups: [done('2024-04-02', 'not_realised')] },
      'not_realised',
      'followed-up',
      '2024-04-02',
    ],
    [
      'the last that was done counts, whatever it was due',
      {
        followups: [done('2024-05-01', 'partly', '2024-01-01'), done('2024-04-01', 'realised', '2024-04-01')],
      },
      'partly',
      'followed-up',
      '2024-05-01',
    ],
    [
      'one that is not done says nothing',
      { live: '2024-01-01', followups: [{ due: '2024-04-01', done: null, status: null }] },
      'in_progress',
      'live',
      '2024-01-01',
    ],
    [
      'one that is done without a status says nothing',
      { live: '2024-01-01', followups: [done('2024-04-01', null)] },
      'in_progress',
      'live',
      '2024-01-01',
    ],
    [
      'closed whatever else',
      { live: '2024-01-01', closed: '2024-06-01', followups: [done('2024-05-01', 'realised')] },
      'closed',
      'closed',
      '2024-06-01',
    ],
  ])('%s', (_rule, facts, state, cause, since) => {
    expect(benefitState({ ...NOTHING, ...facts }, TODAY)).toMatchObject({ state, cause, since });
  });

  test('a closed benefit keeps what it came to', () => {
    const facts = { ...NOTHING, closed: '2024-06-01', followups: [done('2024-05-01', 'partly')] };
    expect(benefitState(facts, TODAY).outcome).toBe('partly');
    expect(benefitState({ ...facts, followups: [] }, TODAY).outcome).toBeNull();
  });
});

test('the facts are read from the inputs: expected values and failed runs are no observations', () => {
  const minutes = level(
    'min',
    m('before', '2023-10-01', 10),
    m('before', '2023-09-01', 11),
    m('after', '2024-02-01', 4),
    m('after', '2024-01-01', 3, { basis: 'expected' }),
  );
  const inputs = benefit('per_item', { minutes }, { live: '2024-01-15' });
  expect(stateFacts(inputs)).toEqual({ baseline: '2023-09-01', observed: '2024-02-01', live: '2024-01-15' });
  const runs = robot({ '2023-11': 0, '2023-12': 5 });
  expect(stateFacts({ ...inputs, runs }).observed).toBe('2023-12-01');
});

test('a follow-up is overdue the day after, and coming up from thirty days before', () => {
  expect(dueness('2024-06-14', TODAY)).toBe('overdue');
  expect(dueness(TODAY, TODAY)).toBe('due');
  expect(dueness('2024-07-15', TODAY)).toBe('due');
  expect(dueness('2024-07-16', TODAY)).toBe('later');
});

test('the next is the soonest that is not done; the last the latest that is', () => {
  const open = (due: string) => ({ due, done: null, status: null });
  const all = [
    open('2024-09-01'),
    done('2024-04-01', 'behind'),
    open('2024-08-01'),
    done('2024-05-01', 'realised'),
  ];
  expect(nextOpen(all)?.due).toBe('2024-08-01');
  expect(lastDone(all, TODAY)?.done).toBe('2024-05-01');
  expect(lastDone(all, '2024-04-30')?.done).toBe('2024-04-01');
  expect(nextOpen([])).toBeNull();
});

test('from 10 to 7 of a target of 4 is half the way; from 4 to 10 the wrong way is less than none', () => {
  expect(shareReached(10, 7, 4)).toBe(0.5);
  expect(shareReached(60, 70, 80)).toBe(0.5);
  expect(shareReached(10, 13, 4)).toBe(-0.5);
  expect(shareReached(10, 13, 10)).toBeNull();
});
