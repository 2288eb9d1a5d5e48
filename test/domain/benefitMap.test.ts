import { describe, expect, test } from 'vitest';
import {
  carriers,
  linkIndex,
  type MapSource,
  type NodeKind,
  projectMap,
  whyNotLink,
} from '../../server/domain/benefitMap.ts';
import { changedOnMap } from '../../server/domain/mapChange.ts';

const CODES: MapSource['codes'] = new Map([
  ['A', { project: 'A', kind: 'solution' }],
  ['robotA', { project: 'A', kind: 'solution' }],
  ['a1', { project: 'A', kind: 'benefit' }],
  ['a2', { project: 'A', kind: 'benefit' }],
  ['a3', { project: null, kind: 'benefit' }],
  ['B', { project: 'B', kind: 'solution' }],
  ['b1', { project: 'B', kind: 'benefit' }],
]);

/** `A > skærm > a1` is two arrows. */
function source(arrows: string[], chosen: Record<string, NodeKind> = {}): MapSource {
  const links = arrows.flatMap((line) => {
    const nodes = line.split(' > ');
    return nodes.slice(1).map((to, i) => ({ from: nodes[i] ?? '', to }));
  });
  return { links, codes: CODES, chosen: new Map([['A', new Map(Object.entries(chosen))]]) };
}

const mapOf = (project: string, arrows: string[], chosen?: Record<string, NodeKind>) => {
  const { nodes, links } = projectMap(linkIndex(source(arrows, chosen)), project);
  return {
    nodes: nodes.map((n) => `${n.kind} ${n.node}`),
    links: links.map((l) => `${l.from} > ${l.to}`),
  };
};

describe('a project’s map', () => {
  test('has its solution and all of its benefits, also those that no arrow reaches', () => {
    expect(mapOf('A', [])).toEqual({ nodes: ['solution A', 'benefit a1', 'benefit a2'], links: [] });
  });

  test('texts before a benefit are changes, texts after it are goals', () => {
    expect(mapOf('A', ['A > skærm > a1 > mere tid > det gode liv'])).toEqual({
      nodes: ['solution A', 'change skærm', 'benefit a1', 'benefit a2', 'goal det gode liv', 'goal mere tid'],
      links: ['A > skærm', 'a1 > mere tid', 'mere tid > det gode liv', 'skærm > a1'],
    });
  });

  test('a robot that arrows go from is a solution of its project', () => {
    expect(mapOf('A', ['robotA > hurtigere > a1']).nodes).toContain('solution robotA');
  });

  test('a goal that projects share has on each map only that project’s benefits', () => {
    const arrows = ['A > x > a1 > mål', 'B > y > b1 > mål'];
    expect(mapOf('A', arrows).links).toEqual(['A > x', 'a1 > mål', 'x > a1']);
    expect(mapOf('B', arrows).links).toEqual(['B > y', 'b1 > mål', 'y > b1']);
  });

  test('a change that projects share is on both maps, each with its own arrows only', () => {
    const arrows = ['A > fælles > a1', 'B > fælles > b1'];
    expect(mapOf('A', arrows).links).toEqual(['A > fælles', 'fælles > a1']);
    expect(mapOf('B', arrows).links).toEqual(['B > fælles', 'fælles > b1']);
  });

  test('what follows a shared change in the other project only is left out', () => {
    const arrows = ['A > fælles > a1', 'B > fælles > kun hos B > b1'];
    expect(mapOf('A', arrows).nodes).not.toContain('change kun hos B');
    expect(mapOf('B', arrows).links).toContain('fælles > kun hos B');
  });

  test('another project’s benefit that an arrow names is not followed', () => {
    expect(mapOf('A', ['a1 > b1 > mål hos B']).nodes).toEqual(['solution A', 'benefit a1', 'benefit a2']);
  });

  test('a benefit that is set aside is not there, and nothing is followed through it', () => {
    expect(mapOf('A', ['A > x > a3 > mål', 'x > a1']).nodes).toEqual([
      'solution A',
      'change x',
      'benefit a1',
      'benefit a2',
    ]);
  });

  test('arrows in a circle end', () => {
    expect(mapOf('A', ['A > x > a1 > x', 'a1 > mål > mål 2 > mål'])).toEqual({
      nodes: ['solution A', 'change x', 'benefit a1', 'benefit a2', 'goal mål', 'goal mål 2'],
      links: ['A > x', 'a1 > mål', 'a1 > x', 'mål > mål 2', 'mål 2 > mål', 'x > a1'],
    });
  });

  test('a text that was put in a column is there, with or without arrows; another’s code never is', () => {
    expect(mapOf('A', ['A > vision'], { vision: 'goal', uden: 'change', b1: 'goal' }).nodes).toEqual([
      'solution A',
      'change uden',
      'benefit a1',
      'benefit a2',
      'goal vision',
    ]);
  });
});

test('a goal is carried by the benefits that lead to it, directly, through another benefit or another goal', () => {
  const map = projectMap(linkIndex(source(['A > x > a1 > a2 > mål > øverste mål', 'a1 > andet'])), 'A');
  expect([...carriers(map)]).toEqual([
    ['andet', ['a1']],
    ['mål', ['a1', 'a2']],
    ['øverste mål', ['a1', 'a2']],
  ]);
});

test('an arrow goes from left to right or within its column, to another box, and closes no circle', () => {
  const map = projectMap(linkIndex(source(['A > x > a1 > a2 > mål'])), 'A');
  expect(whyNotLink(map, { from: 'x', to: 'x' })).toBe('same');
  expect(whyNotLink(map, { from: 'mål', to: 'a1' })).toBe('backwards');
  expect(whyNotLink(map, { from: 'a2', to: 'a1' })).toBe('circle');
  expect(whyNotLink(map, { from: 'A', to: 'mål' })).toBeNull();
  expect(whyNotLink(map, { from: 'a1', to: 'a2' })).toBeNull();
});

describe('what a change of a map did', () => {
  const names = (node: string) => (node === 'a1' ? 'Gevinst 1' : node);
  const before = {
    nodes: [{ node: 'mål', kind: 'goal' as const }],
    links: [{ from: 'a1', to: 'mål' }],
  };

  test('a box that was only given other words is said without its arrows', () => {
    const after = { nodes: [{ node: 'nyt', kind: 'goal' as const }], links: [{ from: 'a1', to: 'nyt' }] };
    expect(changedOnMap(before, after, names)).toEqual([{ field: 'mapBox', from: 'mål', to: 'nyt' }]);
  });

  test('boxes and arrows that came or went are said by name', () => {
    expect(changedOnMap(before, { nodes: [], links: [] }, names)).toEqual([
      { field: 'mapBox', from: 'mål', to: null },
      { field: 'mapArrow', from: 'Gevinst 1 → mål', to: null },
    ]);
    expect(changedOnMap({ nodes: before.nodes, links: [] }, before, names)).toEqual([
      { field: 'mapArrow', from: null, to: 'Gevinst 1 → mål' },
    ]);
  });
});
