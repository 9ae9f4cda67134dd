import { describe, expect, it } from 'vitest';
import { readAddress, writeAddress } from './address';

describe('addresses', () => {
  it('come back as they were written', () => {
    const state = {
      listener: '42',
      like: ['Björk', 'A & B'],
      surprise: 0.4,
      known: true,
      q: 'bpm:120-126',
    };
    expect(readAddress(writeAddress(state))).toEqual(state);
  });
  it('leave out what is not said', () => {
    expect(writeAddress({ listener: undefined, q: '' })).toBe('');
  });
});
