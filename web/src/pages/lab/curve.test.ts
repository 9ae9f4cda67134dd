import { describe, expect, it } from 'vitest';
import { grown } from './curve';

const at = (stage: string, done: number, detail: string) => ({ stage, done, total: 15, detail });

describe('a live curve', () => {
  it('grows by what the training says of itself', () => {
    const one = grown(null, at('als', 1, 'loss 0.25'));
    expect(grown(one, at('als', 2, 'loss 0.19'))).toEqual({
      stage: 'als',
      name: 'loss',
      total: 15,
      points: [
        [1, 0.25],
        [2, 0.19],
      ],
    });
  });
  it('takes the newer figure of a round, and begins anew with a stage', () => {
    const one = grown(null, at('als', 1, 'loss 0.25'));
    expect(grown(one, at('als', 1, 'loss 0.24'))?.points).toEqual([[1, 0.24]]);
    expect(grown(one, at('nmf', 1, 'violation 1.00000'))?.points).toEqual([[1, 1]]);
    expect(grown(one, at('import', 5, ''))).toBeNull();
  });
});
