import { expect, it } from 'vitest';
import type { ProjectRow } from '../../server/contract/projects.ts';
import { ranked } from '../../web/components/ranked.ts';

const row = (name: string, net: number | null) => ({ name, totals: { net } }) as ProjectRow;
const names = (rows: ProjectRow[]) => ranked(rows, 'net').map((r) => r.project.name);

it('the largest comes first, losses after gains, and what is unknown last', () => {
  expect(names([row('unknown', null), row('loss', -5), row('gain', 5), row('even', 0)])).toEqual([
    'gain',
    'even',
    'loss',
    'unknown',
  ]);
});

it('equals are in Danish order, Å last', () => {
  expect(names([row('Ål', 1), row('Zoo', 1), row('Bil', null), row('And', null)])).toEqual([
    'Zoo',
    'Ål',
    'And',
    'Bil',
  ]);
});
