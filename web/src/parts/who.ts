import { useSyncExternalStore } from 'react';

const KEY = 'segue.listener';
const listeners = new Set<() => void>();

/// Who uses this browser: an id of a listener, or nobody in particular. It is whom likes are noted for.
export const who = {
  get: () => localStorage.getItem(KEY),
  set(id: string | null) {
    if (id === null) localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, id);
    for (const listener of listeners) listener();
  },
};

export function useWho(): string | null {
  return useSyncExternalStore((listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }, who.get);
}
