import { describe, expect, it } from 'vitest';
import { places, strongest } from './layout';

const nodes = Array.from({ length: 30 }, (_, i) => ({
  id: `a${i}`,
  name: `Artist number ${i}`,
  plays: 1,
  group: '',
  distance: i === 0 ? 0 : 1,
}));
const links = nodes.flatMap((from, i) =>
  nodes.slice(i + 1).map((to, j) => ({ source: from.id, target: to.id, weight: 1 / (1 + j) })),
);

describe('a network', () => {
  it('keeps all links of the one in the middle and few of the others', () => {
    const kept = strongest({ nodes, links });
    expect(kept.filter((link) => link.source === 'a0')).toHaveLength(29);
    expect(kept.length).toBeLessThan(29 + 30 * 3);
  });
  it('has room for every name, and the same places each time', () => {
    const placed = places({ nodes, links }, 1100, 600);
    expect(places({ nodes, links }, 1100, 600)).toEqual(placed);
    expect(Math.max(...placed.map((node) => node.x))).toBeCloseTo(1100);
    for (const a of placed) {
      for (const b of placed) {
        if (a !== b) expect(Math.hypot(a.x - b.x, a.y - b.y)).toBeGreaterThan(70);
      }
    }
  });
  it('of one artist is one place', () => {
    expect(places({ nodes: nodes.slice(0, 1), links: [] }, 300, 300)).toMatchObject([
      { x: 0, y: 0 },
    ]);
  });
});
