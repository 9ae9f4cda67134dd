import type { Ask } from '../../api/recommend';

export const ACTIVITIES = ['workout', 'focus', 'party', 'sleep', 'commute'] as const;
export type Activity = (typeof ACTIVITIES)[number];

/// What a list is like while nobody says otherwise.
export const USUAL = { diversity: 0.3, perArtist: 2 };

/// What the address of Discover says: whom the list is for, and how it should be.
export type DiscoverSearch = {
  listener?: string;
  like?: string[];
  notLike?: string[];
  genre?: string[];
  mood?: string[];
  kind?: 'artist' | 'track';
  sound?: number;
  surprise?: number;
  diversity?: number;
  known?: boolean;
  /// Days for which something heard stays away.
  rest?: number;
  explore?: number;
  /// The shares of all music, by how much it is played, between which a list stays: `0.2-0.8`.
  popularity?: string;
  bpm?: string;
  energy?: string;
  years?: string;
  /// At most so many of one artist; 0: any number.
  perArtist?: number;
  now?: boolean;
  activity?: Activity;
  seed?: number;
  /// How many are listed.
  n?: number;
  /// Whether someone is still picking what they like.
  pick?: boolean;
};

export function readSearch(raw: Record<string, unknown>): DiscoverSearch {
  const kind = raw.kind === 'artist' || raw.kind === 'track' ? raw.kind : undefined;
  const activity = ACTIVITIES.find((a) => a === raw.activity);
  return dropEmpty({
    listener: text(raw.listener),
    like: texts(raw.like),
    notLike: texts(raw.notLike),
    genre: texts(raw.genre),
    mood: texts(raw.mood),
    kind,
    sound: share(raw.sound),
    surprise: share(raw.surprise),
    diversity: share(raw.diversity),
    known: raw.known === true || undefined,
    rest: typeof raw.rest === 'number' && raw.rest > 0 ? Math.trunc(raw.rest) : undefined,
    explore: share(raw.explore),
    popularity: span(raw.popularity),
    bpm: span(raw.bpm),
    energy: span(raw.energy),
    years: span(raw.years),
    perArtist:
      typeof raw.perArtist === 'number' && raw.perArtist >= 0
        ? Math.trunc(raw.perArtist)
        : undefined,
    now: raw.now === true || undefined,
    activity,
    n: typeof raw.n === 'number' && raw.n >= 1 && raw.n <= 500 ? Math.trunc(raw.n) : undefined,
    pick: raw.pick === true || undefined,
    seed: typeof raw.seed === 'number' ? Math.trunc(raw.seed) : undefined,
  });
}

/// Whether something is said from which a list can be made; a newcomer has said nothing.
export function saysSomething(search: DiscoverSearch, listener: string | null): boolean {
  if (search.pick) return false;
  return listener !== null || Boolean(search.like ?? search.genre ?? search.mood);
}

export function toAsk(search: DiscoverSearch, listener: string | null, n: number, now: Date): Ask {
  const { sound, surprise, explore } = search;
  const [bpm, energy, years, popularity] = [
    readSpan(search.bpm),
    readSpan(search.energy),
    readSpan(search.years),
    readSpan(search.popularity),
  ];
  const filter = dropEmpty({
    genres: search.genre,
    bpm: bpm && `${bpm.low}..${bpm.high}`,
    energy,
    years,
    popularity,
    perArtist: search.perArtist ?? USUAL.perArtist,
  });
  const moment = search.now || search.activity;
  return {
    whom: { listener, like: search.like ?? [], notLike: search.notLike ?? [] },
    kind: search.kind,
    n,
    known: search.known ?? false,
    filter,
    moods: search.mood ?? [],
    knobs: dropEmpty({
      sound,
      surprise,
      diversity: search.diversity ?? USUAL.diversity,
      explore,
      familiar: search.known ? 0.5 : undefined,
      // What is not shown at all need not rest.
      restDays: search.known ? search.rest : undefined,
    }),
    moment: moment
      ? { at: search.now ? localTime(now) : null, activity: search.activity ?? null }
      : undefined,
    seed: search.seed,
  };
}

/// `120-128`, as it stands in an address.
export function readSpan(of: string | undefined): { low: number; high: number } | undefined {
  const [low, high] = (of ?? '').split('-').map(Number);
  return low !== undefined && high !== undefined && low <= high ? { low, high } : undefined;
}

/// The hour suffices: a list does not change by the minute.
export function localTime(now: Date): string {
  const two = (n: number) => String(n).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}T${two(now.getHours())}:00`;
}

export function toggled(list: string[] | undefined, name: string): string[] | undefined {
  const next = list?.includes(name) ? list.filter((one) => one !== name) : [...(list ?? []), name];
  return next.length > 0 ? next : undefined;
}

function text(raw: unknown): string | undefined {
  return typeof raw === 'string' && raw !== ''
    ? raw
    : typeof raw === 'number'
      ? `${raw}`
      : undefined;
}

function texts(raw: unknown): string[] | undefined {
  const list = Array.isArray(raw) ? raw.map(text).filter((one) => one !== undefined) : [];
  return list.length > 0 ? list : undefined;
}

function share(raw: unknown): number | undefined {
  return typeof raw === 'number' && raw >= 0 && raw <= 1 ? raw : undefined;
}

function span(raw: unknown): string | undefined {
  return typeof raw === 'string' && /^[\d.]+-[\d.]+$/.test(raw) && readSpan(raw) ? raw : undefined;
}

function dropEmpty<T extends object>(of: T): T {
  return Object.fromEntries(Object.entries(of).filter(([, value]) => value !== undefined)) as T;
}
