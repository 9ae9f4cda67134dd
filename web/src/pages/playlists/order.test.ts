import { describe, expect, it } from 'vitest';
import type { Schemas } from '../../api/client';
import { keysOf, move } from './order';

const item = (id: string, position: number) =>
  ({ id, position, kind: 'track' }) as Schemas['PlaylistItem'];

describe('a playlist in another order', () => {
  const items = ['a', 'b', 'c', 'd'].map((id, i) => item(id, i + 1));
  it('has one item elsewhere and positions in a row', () => {
    expect(move(items, 0, 2).map((one) => one.id)).toEqual(['b', 'c', 'a', 'd']);
    expect(move(items, 3, 0).map((one) => one.id)).toEqual(['d', 'a', 'b', 'c']);
    expect(move(items, 3, 0).map((one) => one.position)).toEqual([1, 2, 3, 4]);
  });
  it('has a key for each, also for what stands in it twice', () => {
    const twice = [item('a', 1), item('b', 2), item('a', 3)];
    expect(new Set(keysOf(twice)).size).toBe(3);
    expect(keysOf(twice)[0]).toBe(keysOf([item('a', 9)])[0]);
  });
});
