import type { Schemas } from '../../api/client';
import type { ItemRef } from '../../api/recommend';

type PlaylistItem = Schemas['PlaylistItem'];

/// The list with one of it elsewhere, and its positions counted anew.
export function move(items: PlaylistItem[], from: number, to: number): PlaylistItem[] {
  const next = [...items];
  const [item] = next.splice(from, 1);
  if (item) next.splice(to, 0, item);
  return next.map((one, i) => ({ ...one, position: i + 1 }));
}

/// A key for each, also where one stands in the list twice; it moves along with it.
export function keysOf(items: { kind: string; id: string }[]): string[] {
  const seen = new Map<string, number>();
  return items.map(({ kind, id }) => {
    const key = `${kind} ${id}`;
    const times = (seen.get(key) ?? 0) + 1;
    seen.set(key, times);
    return times === 1 ? key : `${key} ${times}`;
  });
}

export const refsOf = (items: PlaylistItem[]): ItemRef[] =>
  items.map(({ kind, id }) => ({ kind, id }));
