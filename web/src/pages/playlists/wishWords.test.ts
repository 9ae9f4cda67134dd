import { describe, expect, it } from 'vitest';
import { wishOf, wordsOf } from './wishWords';

describe('a wish', () => {
  it('is told in words', () => {
    const recipe =
      '{"n":30,"kind":"track","whom":{"listener":"klindlex","like":["Nygruz"]},"filter":{"genres":["ambient"]},"moods":["calm"]}';
    const wish = wishOf(recipe);
    expect(wish && wordsOf(wish)).toBe('30 tracks for klindlex, like Nygruz, ambient, calm');
  });
  it('that cannot be read is none', () => {
    expect(wishOf('{"n":')).toBeUndefined();
    expect(wishOf('')).toBeUndefined();
  });
});
