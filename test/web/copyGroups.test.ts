import { expect, test } from 'vitest';
import { copyGroups, searchedGroups } from '../../web/components/card/copyGroups.ts';

const entry = (benefit: string, name: string, project: string, projectName: string) => ({
  benefit,
  name,
  project,
  projectName,
  municipalityName: 'Odense',
  method: 'hours' as const,
  type: 'productivity' as const,
});
const GROUPS = copyGroups([
  entry('B1', 'Mindre kørsel', 'P1', 'Skærmbesøg'),
  entry('B2', 'Færre fejl', 'P2', 'Breve'),
  entry('B3', 'Kortere svartid', 'P1', 'Skærmbesøg'),
]);
const found = (search: string) => searchedGroups(GROUPS, search).map((g) => g.items.map((i) => i.value));

test('benefits to copy from stand under their projects, and are found by name, project and municipality', () => {
  expect(GROUPS.map((g) => [g.group, g.items.length])).toEqual([
    ['Skærmbesøg, Odense', 2],
    ['Breve, Odense', 1],
  ]);
  expect(found('')).toEqual([['B1', 'B3'], ['B2']]);
  expect(found('SKÆRM kørsel')).toEqual([['B1']]);
  expect(found('odense')).toEqual([['B1', 'B3'], ['B2']]);
  expect(found('Aarhus')).toEqual([]);
});
