import { describe, expect, test } from 'vitest';
import type { MapNode } from '../../server/contract/map.ts';
import { singleSpaced } from '../../server/domain/goalName.ts';
import {
  renamed,
  withLink,
  withNode,
  withoutLink,
  withoutNode,
} from '../../web/components/map/operations.ts';
import { type Item, outline } from '../../web/components/map/outline.ts';

const KINDS = { s: 'solution', c: 'change', b: 'benefit', g: 'goal' } as const;
const node = (name: string): MapNode => ({
  node: name,
  kind: KINDS[name.charAt(0) as 's'],
  name,
  text: false,
  shared: 0,
  costs: null,
  benefit: null,
  goal: null,
});
const lines = (items: readonly Item[], indent = ''): string[] =>
  items.flatMap((i) => [
    `${indent}${i.node.node}${i.again ? ' (again)' : ''}`,
    ...lines(i.items, `${indent} `),
  ]);
const outlined = (names: string, arrows: string) => {
  const links = arrows.split(' ').flatMap((text) => {
    const [from, to] = text.split('>');
    return from && to ? [{ from, to, shared: 0 }] : [];
  });
  const { linked, unlinked } = outline(names.split(' ').map(node), links);
  return { linked: lines(linked), unlinked: lines(unlinked) };
};

describe('the map as a list', () => {
  test('goes from the solution along the arrows, each step further in', () => {
    expect(outlined('s c1 b1 b2 g1', 's>c1 c1>b1 c1>b2 b1>g1 b2>g1')).toEqual({
      linked: ['s', ' c1', '  b1', '   g1', '  b2', '   g1'],
      unlinked: [],
    });
  });

  test('what follows a box is said once', () => {
    expect(outlined('s c1 c2 b1 g1', 's>c1 s>c2 c1>b1 c2>b1 b1>g1').linked).toEqual([
      's',
      ' c1',
      '  b1',
      '   g1',
      ' c2',
      '  b1 (again)',
    ]);
  });

  test('boxes that no solution leads to are there too, also those in a circle', () => {
    expect(outlined('s b1 b2 b3 g1', 'b1>g1 b2>b3 b3>b2')).toEqual({
      linked: ['s'],
      unlinked: ['b1', ' g1', 'b2', ' b3', '  b2 (again)'],
    });
  });
});

describe('an edit of a map', () => {
  const map = {
    nodes: [{ node: 'c1', kind: 'change' as const }],
    links: [
      { from: 's', to: 'c1' },
      { from: 'c1', to: 'b1' },
    ],
  };

  test('a box gets new words together with its arrows, and loses them when it is taken away', () => {
    expect(renamed(map, 'c1', 'Ny').links).toEqual([
      { from: 's', to: 'Ny' },
      { from: 'Ny', to: 'b1' },
    ]);
    expect(withoutNode(map, 'c1')).toEqual({ nodes: [], links: [] });
  });

  test('a new box comes with an arrow or without', () => {
    const goal = { node: 'g1', kind: 'goal' as const };
    expect(withNode(map, goal, 'b1').links.at(-1)).toEqual({ from: 'b1', to: 'g1' });
    expect(withNode(map, goal, null).links).toEqual(map.links);
  });

  test('adding an arrow and taking it away again leaves the map as it was', () => {
    const link = { from: 's', to: 'b1' };
    expect(withoutLink(withLink(map, link), link)).toEqual(map);
  });

  test('a text is kept without spaces around it, and with single ones inside', () => {
    expect(singleSpaced('  Mere   tid\n til borgerne ')).toBe('Mere tid til borgerne');
  });
});
