import { describe, expect, it } from 'vitest';
import { why } from './why';

const because = (kind: string, name: string, text = `you play ${name}`) => ({
  kind,
  name,
  text,
  weight: 0.5,
});

describe('reasons', () => {
  it('of one kind stand together, what is liked first', () => {
    expect(
      why([
        because('played', 'A'),
        because('sound', 'C', 'sounds like C: 124 BPM'),
        because('played', 'B'),
        because('liked', 'D'),
        because('played', 'A'),
      ]),
    ).toEqual(['You like D', 'You play A and B', 'Sounds like C: 124 BPM']);
  });
});
