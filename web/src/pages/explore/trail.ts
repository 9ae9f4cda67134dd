import { useEffect, useSyncExternalStore } from 'react';

export type Step = { kind: 'artist' | 'track'; id: string; name: string };

const KEY = 'segue.trail';
const LONGEST = 12;
const listeners = new Set<() => void>();
let trail: Step[] = JSON.parse(sessionStorage.getItem(KEY) ?? '[]') as Step[];

/// The way someone clicked from artist to track to artist, so that they find back.
export function useTrail(here?: Step): Step[] {
  const { kind, id, name } = here ?? {};
  useEffect(() => {
    if (kind && id && name) set(walked(trail, { kind, id, name }));
  }, [kind, id, name]);
  return useSyncExternalStore(subscribe, () => trail);
}

/// Where one was before, the trail is cut back to that place.
export function walked(before: Step[], step: Step): Step[] {
  const seen = before.findIndex((one) => one.kind === step.kind && one.id === step.id);
  return seen >= 0 ? before.slice(0, seen + 1) : [...before, step].slice(-LONGEST);
}

function set(next: Step[]) {
  trail = next;
  sessionStorage.setItem(KEY, JSON.stringify(next));
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
