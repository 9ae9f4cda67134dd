import { describe, expect, it } from 'vitest';
import { clock, duration, featureName, listenerName, many } from './words';

describe('words', () => {
  it('tells times as players do', () => {
    expect([0, 7, 187, 3753].map(clock)).toEqual(['0:00', '0:07', '3:07', '1:02:33']);
  });
  it('tells durations in the unit that matters', () => {
    expect([12, 180, 4800].map(duration)).toEqual(['12 s', '3 min', '1 h 20 min']);
  });
  it('calls features what people call them', () => {
    expect(['duration_ms', 'time_signature', 'valence'].map(featureName)).toEqual([
      'Length',
      'Time signature',
      'Valence',
    ]);
  });
  it('counts in the singular and the plural', () => {
    expect([many(1, 'track'), many(2000, 'track')]).toEqual(['1 track', '2,000 tracks']);
    expect(many(3, 'category', 'categories')).toBe('3 categories');
  });

  it('call a listener by a name, also where there is only a number', () => {
    expect(listenerName('klindlex')).toBe('klindlex');
    expect(listenerName('42')).toBe('Listener 42');
  });
});
