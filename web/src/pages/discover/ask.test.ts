import { describe, expect, it } from 'vitest';
import { readSearch, saysSomething, toAsk, toggled } from './ask';

const NOON = new Date(2026, 10, 21, 12, 34);

describe('the address of Discover', () => {
  it('keeps what makes sense and drops the rest', () => {
    const raw = {
      like: ['Nygruz', 7],
      genre: [],
      sound: 3,
      surprise: 0.4,
      kind: 'album',
      seed: 2.5,
      rest: -3,
      popularity: '0.2-0.8',
      bpm: '128-120',
      years: 'nineties',
    };
    expect(readSearch(raw)).toEqual({
      like: ['Nygruz', '7'],
      surprise: 0.4,
      seed: 2,
      popularity: '0.2-0.8',
    });
  });
  it('is a newcomer as long as nothing is said', () => {
    expect(saysSomething({ surprise: 1 }, null)).toBe(false);
    expect(saysSomething({ mood: ['calm'] }, null)).toBe(true);
    expect(saysSomething({}, 'klindlex')).toBe(true);
  });
});

describe('what is asked of the server', () => {
  it('has the taste, the filters and only the knobs that were turned', () => {
    const ask = toAsk({ like: ['Nygruz'], genre: ['ambient'], sound: 0.7 }, null, 30, NOON);
    expect(ask.whom).toEqual({ listener: null, like: ['Nygruz'], notLike: [] });
    expect(ask.filter).toEqual({ genres: ['ambient'], perArtist: 2 });
    expect(ask.knobs).toEqual({ sound: 0.7, diversity: 0.3 });
    expect(ask.moment).toBeUndefined();
  });
  it('lets rest only what could be shown', () => {
    const rested = { rest: 30, popularity: '0-0.5', bpm: '120-128' };
    expect(toAsk(rested, 'klindlex', 30, NOON).knobs?.restDays).toBeUndefined();
    const ask = toAsk({ ...rested, known: true }, 'klindlex', 30, NOON);
    expect(ask.knobs).toMatchObject({ restDays: 30, familiar: 0.5 });
    expect(ask.filter).toMatchObject({ popularity: { low: 0, high: 0.5 }, bpm: '120..128' });
  });
  it('has the hour by the clock on the wall', () => {
    const ask = toAsk({ now: true, activity: 'focus' }, 'klindlex', 30, NOON);
    expect(ask.moment).toEqual({ at: '2026-11-21T12:00', activity: 'focus' });
  });
});

describe('toggled', () => {
  it('adds what is not there, takes away what is, and leaves no empty list', () => {
    expect(toggled(undefined, 'a')).toEqual(['a']);
    expect(toggled(['a', 'b'], 'a')).toEqual(['b']);
    expect(toggled(['a'], 'a')).toBeUndefined();
  });
});
