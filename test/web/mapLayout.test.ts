import { describe, expect, test } from 'vitest';
import type { MapLink, MapNode, NodeKind } from '../../server/domain/benefitMap.ts';
import { columnX, linkPath, mapLayout, NODE_WIDTH } from '../../web/components/map/layout.ts';

const KINDS: Record<string, NodeKind> = { s: 'solution', c: 'change', b: 'benefit', g: 'goal' };
/** `c1` is the first change. */
const node = (name: string): MapNode => ({ node: name, kind: KINDS[name.charAt(0)] ?? 'change' });
const arrow = (text: string): MapLink => {
  const [from = '', to = ''] = text.split('>');
  return { from, to };
};
const lay = (nodes: string[], arrows: string[]) =>
  mapLayout(
    nodes.map((name) => ({ ...node(name), height: 60 })),
    arrows.map(arrow),
  );

describe('the layout of a map', () => {
  test('puts each box in its kind’s column, whatever arrows there are', () => {
    const names = ['s', 'c1', 'b1', 'b2', 'g1'];
    const { boxes } = lay(names, ['s>c1', 'c1>b1', 's>g1']);
    expect(names.map((name) => [name, boxes.get(name)?.x])).toEqual([
      ['s', columnX('solution')],
      ['c1', columnX('change')],
      ['b1', columnX('benefit')],
      ['b2', columnX('benefit')],
      ['g1', columnX('goal')],
    ]);
  });

  test('no box is over another, and the map is as high as its lowest box', () => {
    const names = ['s', 'c1', 'c2', 'b1', 'b2', 'b3', 'b4', 'g1'];
    const { boxes, height } = lay(names, ['s>c1', 's>c2', 'c1>b1', 'c2>b1', 'b1>b2', 'b4>g1']);
    const all = [...boxes.values()];
    for (const a of all) {
      const over = all.filter((b) => b !== a && b.x === a.x && Math.abs(b.y - a.y) < a.height);
      expect(over).toEqual([]);
    }
    expect(Math.min(...all.map((b) => b.y))).toBe(0);
    expect(height).toBe(Math.max(...all.map((b) => b.y + b.height)));
  });

  test('orders the boxes so that arrows need not cross', () => {
    const { boxes } = lay(['s', 'c1', 'c2', 'b1', 'b2'], ['s>c1', 's>c2', 'c1>b2', 'c2>b1']);
    const y = (name: string) => boxes.get(name)?.y ?? 0;
    expect(y('c1') < y('c2')).toBe(y('b2') < y('b1'));
  });

  test('a few boxes without arrows are below the others of their column, many are side by side below the map', () => {
    const few = lay(['s', 'b1', 'b2', 'b3'], ['s>b2']);
    expect(few.loose).toBeNull();
    expect(['b2', 'b1', 'b3'].map((name) => few.boxes.get(name)?.y)).toEqual([0, 82, 164]);
    const many = lay(['s', 'b1', 'b2', 'b3', 'b4', 'b5', 'b6'], ['s>b2']);
    expect(many.loose).toBe(60);
    expect(['b1', 'b3', 'b4', 'b5', 'b6'].map((name) => many.boxes.get(name)?.x)).toEqual([
      0, 340, 680, 1020, 0,
    ]);
  });

  test('a circle of arrows within a column is no trouble', () => {
    expect(lay(['b1', 'b2'], ['b1>b2', 'b2>b1']).boxes.size).toBe(2);
  });
});

test('an arrow runs from right edge to left edge, and within a column out and back to the right edge', () => {
  const box = (x: number, y: number) => ({ x, y, width: NODE_WIDTH, height: 60 });
  expect(linkPath(box(0, 0), box(340, 100))).toMatch(/^M252,30 .* 340,130$/);
  expect(linkPath(box(0, 0), box(0, 100))).toMatch(/^M252,30 .* 252,130$/);
});
