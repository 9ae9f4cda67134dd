import { describe, expect, it } from 'vitest';
import { bytes, sorted } from './files';

describe('files that were dropped', () => {
  it('are sound and tables; what else lies in a folder of music is left out', () => {
    const names = ['a.FLAC', 'b.mp3', 'cover.jpg', '.DS_Store', 'scrobbles.csv', '._b.mp3'];
    const { files, left } = sorted(names.map((name) => ({ name })));
    expect(files.map((file) => file.name)).toEqual(['a.FLAC', 'b.mp3', 'scrobbles.csv']);
    expect(left).toBe(3);
  });
  it('are told in units people read', () => {
    expect(bytes(0)).toBe('0 B');
    expect(bytes(3_249_000_000)).toBe('3.2 GB');
    expect(bytes(412_000)).toBe('412 kB');
  });
});
