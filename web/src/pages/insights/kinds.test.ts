import { describe, expect, it } from 'vitest';
import { about, columnsOf, telling } from './kinds';

const category = (number: number, loadings: Record<string, number>) => ({
  number,
  name: `${number}`,
  tracks: 10,
  loadings,
});

describe('what a category is about', () => {
  const all = [
    category(1, { instrumentalness: 0.9, energy: 0.4, valence: 0.1 }),
    category(2, { instrumentalness: 0.9, energy: 0.1, valence: 0.4 }),
  ];
  it('is what it has more of than the others, not what all have', () => {
    const [first, second] = all;
    expect(first && about(first, all).map((one) => one.feature)).toEqual(['energy']);
    expect(second && about(second, all).map((one) => one.feature)).toEqual(['valence']);
    expect(first && telling(first, all).at(-1)?.feature).toBe('valence');
  });
});

describe('what music is sorted by', () => {
  it('is character that most tracks are known by', () => {
    const of = (feature: string, count: number) => ({ feature, summary: { count } });
    const features = [of('key', 100), of('energy', 100), of('liveness', 10), of('valence', 60)];
    expect(columnsOf(features)).toEqual(['energy', 'valence']);
  });
});
