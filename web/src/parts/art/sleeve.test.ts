import { describe, expect, it } from 'vitest';
import { sleeveLook } from './sleeve';

describe('sleeveLook', () => {
  it('gives a name the same look each time', () => {
    expect(sleeveLook('Portishead')).toEqual(sleeveLook('Portishead'));
  });
  it('tells names apart that differ in a letter', () => {
    expect(sleeveLook('Nygruz')).not.toEqual(sleeveLook('Nygrux'));
  });
  it('uses every kind of sleeve', () => {
    const kinds = new Set(Array.from({ length: 200 }, (_, i) => sleeveLook(`Artist ${i}`).kind));
    expect(kinds.size).toBe(4);
  });
});
