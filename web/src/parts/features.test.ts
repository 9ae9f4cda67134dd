import { describe, expect, it } from 'vitest';
import { featureValue, featureWords, muchOf } from './features';

describe('features in words', () => {
  it('say what little and much of them mean', () => {
    expect(featureWords('valence')).toBe('Valence: from sad to cheerful');
    expect(featureWords('time_signature')).toBe('Time signature');
    expect(muchOf('acousticness')).toBe('acoustic');
  });
  it('have values as people say them', () => {
    expect(featureValue('duration_ms', 187_400)).toBe('3:07');
    expect(featureValue('key', 5)).toBe('F');
    expect(featureValue('mode', 0)).toBe('minor');
    expect(featureValue('tempo', 123.7)).toBe('124 BPM');
    expect(featureValue('energy', 0.5)).toBe('0.50');
  });
});
