import { describe, expect, test } from 'vitest';
import { queueOfFileName } from '../../../etl/sources/queueName.ts';

describe('the queue’s name in a file’s name', () => {
  test.each([
    ['Sygedagpenge-2026-03.csv', 'Sygedagpenge'],
    ['Sygedagpenge_2026-03-31.csv.gz', 'Sygedagpenge'],
    ['Sygedagpenge-20260331.csv', 'Sygedagpenge'],
    ['Sygedagpenge 2026-03-01_2026-03-31.csv', 'Sygedagpenge'],
    ['Sygedagpenge-2026-03-31T081500Z.csv', 'Sygedagpenge'],
    ['Sygedagpenge-2026.csv', 'Sygedagpenge'],
    ['Sygedagpenge-2026-03 (2).csv', 'Sygedagpenge'],
    ['Queue_Items_Sygedagpenge.csv', 'Sygedagpenge'],
    ['QueueItems-Børn og unge-2026-03.csv', 'Børn og unge'],
    ['Transactions_BYG_01_2026-03.csv', 'BYG_01'],
    ['P-13_A-2026-03.csv', 'P-13_A'],
  ])('%s is %s', (file, queue) => {
    expect(queueOfFileName(file)).toBe(queue);
  });

  test.each([
    'export.csv',
    'Sygedagpenge.csv',
    '2026-03.csv',
    'Queue_Items_2026-03.csv',
    'export-2026-03.csv',
    'Transactions-2026-03.csv',
    '',
  ])('%j has none', (file) => {
    expect(queueOfFileName(file)).toBeNull();
  });
});
