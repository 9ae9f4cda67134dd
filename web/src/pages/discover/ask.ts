import type { Ask } from '../../api/recommend';

export const ACTIVITIES = ['workout', 'focus', 'party', 'sleep', 'commute'] as const;
export type Activity = (typeof ACTIVITIES)[number];

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
  now?: boolean;
  activity?: Activity;
  seed?: number;
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
    now: raw.now === true || undefined,
    activity,
    seed: typeof raw.seed === 'number' ? Math.trunc(raw.seed) : undefined,
  });
}

/// Whether something is said from which a list can be made; a newcomer has said nothing.
export function saysSomething(search: DiscoverSearch, listener: string | null): boolean {
  return listener !== null || Boolean(search.like ?? search.genre ?? search.mood);
}

export function toAsk(search: DiscoverSearch, listener: string | null, n: number, now: Date): Ask {
  const { sound, surprise, diversity } = search;
  const moment = search.now || search.activity;
  return {
    whom: { listener, like: search.like ?? [], notLike: search.notLike ?? [] },
    kind: search.kind,
    n,
    known: search.known ?? false,
    filter: search.genre ? { genres: search.genre } : undefined,
    moods: search.mood ?? [],
    knobs: dropEmpty({ sound, surprise, diversity, familiar: search.known ? 0.5 : undefined }),
    moment: moment
      ? { at: search.now ? localTime(now) : null, activity: search.activity ?? null }
      : undefined,
    seed: search.seed,
  };
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

function dropEmpty<T extends object>(of: T): T {
  return Object.fromEntries(Object.entries(of).filter(([, value]) => value !== undefined)) as T;
}
