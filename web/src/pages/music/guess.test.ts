import { describe, expect, it } from 'vitest';
import { guess } from './guess';

describe('guess', () => {
  it('takes files of sound for music, also with a picture among them', () => {
    expect(guess([{ name: 'a.FLAC' }, { name: 'b.mp3' }, { name: 'cover.jpg' }])).toBe('music');
  });
  it('takes a table for plays', () => {
    expect(guess([{ name: 'scrobbles.csv' }])).toBe('plays');
  });
});
