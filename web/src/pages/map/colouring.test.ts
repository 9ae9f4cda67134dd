import { describe, expect, it } from 'vitest';
import type { Schemas } from '../../api/client';
import { colouring } from './colouring';

function map(
  value: (number | null)[],
  groups: string[],
  colour: 'genre' | 'tempo' = 'genre',
): Schemas['MusicMap'] {
  const zeros = value.map(() => 0);
  const ids = value.map((_, i) => `${i}`);
  return {
    kind: 'track',
    colour,
    method: '',
    id: ids,
    label: ids,
    x: zeros,
    y: zeros,
    value,
    groups,
  };
}

describe('colouring', () => {
  it('names the groups, the largest first', () => {
    const { legend } = colouring(map([0, 1, 1, 1, 0, 2], ['folk', 'house', 'jazz']), null);
    expect(legend.map((one) => one.name)).toEqual(['house', 'folk', 'jazz']);
  });
  it('gives a group one colour, and another group another one', () => {
    const { points } = colouring(map([0, 1, 0], ['folk', 'house']), null);
    expect(points.colour[0]).toBe(points.colour[2]);
    expect(points.colour[0]).not.toBe(points.colour[1]);
  });
  it('fades all groups but the chosen one', () => {
    const { points } = colouring(map([0, 1], ['folk', 'house']), 'house');
    expect((points.colour[0] as number) >>> 24).toBeLessThan((points.colour[1] as number) >>> 24);
  });
  it('runs from low to high where there are numbers, and pales what is not known', () => {
    const { range, points } = colouring(map([90, 140, null], [], 'tempo'), null);
    expect(range).toEqual({ low: 90, high: 140 });
    expect((points.colour[2] as number) >>> 24).toBeLessThan(255);
  });
  it('has neither groups nor numbers where no genre is known', () => {
    const { legend, range } = colouring(map([null, null], []), null);
    expect({ legend, range }).toEqual({ legend: [], range: null });
  });
});
