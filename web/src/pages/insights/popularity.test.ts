import { describe, expect, it } from 'vitest';
import type { Schemas } from '../../api/client';
import { correlation, withPopularity } from './popularity';

describe('correlation', () => {
  it('is 1 along a line, -1 against it, and nothing without change', () => {
    expect(correlation([1, 2, 3, null], [2, 4, 6, 9])).toBeCloseTo(1);
    expect(correlation([1, 2, 3], [3, 2, 1])).toBeCloseTo(-1);
    expect(correlation([1, 1, 1], [1, 2, 3])).toBeNull();
  });
});

describe('what popular tracks have', () => {
  const figures = (told: number | null) =>
    ({
      features: [{ feature: 'energy', withPopularity: told }],
      scatter: { plays: [0, 1, 3], values: [[0.1, 0.2, 0.3]] },
    }) as unknown as Schemas['FeatureFigures'];
  it('goes by imported popularity where it is known, else by plays', () => {
    expect(withPopularity(figures(0.4))).toEqual({
      by: 'popularity',
      ties: [{ feature: 'energy', r: 0.4 }],
    });
    const { by, ties } = withPopularity(figures(null));
    expect(by).toBe('plays');
    expect(ties[0]?.r).toBeCloseTo(1);
  });
});
