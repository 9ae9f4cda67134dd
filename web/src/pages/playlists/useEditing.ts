import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { type Playlist, patchPlaylist, putPlaylist, refreshPlaylist } from '../../api/playlists';
import type { ItemRef } from '../../api/recommend';
import { tell } from '../../parts/undoable';
import { move, refsOf } from './order';

type Step = { words: string; before: Playlist };

export type Editing = {
  busy: boolean;
  /// What the last change was, and how to take it back; nothing was changed without.
  last: string | undefined;
  undo: (() => void) | undefined;
  /// Places count from 0.
  move: (from: number, to: number) => void;
  remove: (at: number) => void;
  add: (item: ItemRef & { name: string }) => Promise<void>;
  rename: (name: string) => void;
  /// Asks again for what made the list; with another wish when one is given.
  renew: (words: string, recipe?: string) => Promise<boolean>;
};

const MOST = 50;

/// Changes a playlist: seen at once, kept by the server, and taken back when it says no. Every
/// change can be undone, by Ctrl+Z too.
export function useEditing(playlist: Playlist | undefined): Editing {
  const client = useQueryClient();
  const steps = useRef<Step[]>([]);
  const queue = useRef<Promise<unknown>>(Promise.resolve());
  const [last, setLast] = useState<string>();
  const [pending, setPending] = useState(0);
  const id = playlist?.id ?? '';

  const remember = useCallback((next: Step[]) => {
    steps.current = next;
    setLast(next.at(-1)?.words);
  }, []);

  // biome-ignore lint/correctness/useExhaustiveDependencies: another list has its own changes
  useEffect(() => remember([]), [id, remember]);

  const show = useCallback(
    (to: Playlist) => {
      client.setQueryData(['playlist', id], to);
      client.invalidateQueries({ queryKey: ['playlists'] });
    },
    [client, id],
  );

  /// One after the other, however fast someone is: an undo is of what was done before it.
  const inTurn = useCallback((work: () => Promise<void>) => {
    setPending((n) => n + 1);
    const done = queue.current.then(work).then(
      () => true,
      (problem) => {
        tell(problem);
        return false;
      },
    );
    queue.current = done;
    return done.finally(() => setPending((n) => n - 1));
  }, []);

  const carry = (words: string, work: () => Promise<Playlist>, ahead?: Playlist) => {
    if (!playlist) return Promise.resolve(false);
    if (ahead) client.setQueryData(['playlist', id], ahead);
    return inTurn(async () => {
      try {
        show(await work());
        remember([...steps.current.slice(1 - MOST), { words, before: playlist }]);
      } catch (problem) {
        client.setQueryData(['playlist', id], playlist);
        throw problem;
      }
    });
  };

  const undo = useCallback(
    () =>
      inTurn(async () => {
        const step = steps.current.at(-1);
        if (!step) return;
        show(await putPlaylist(id, draftOf(step.before)));
        remember(steps.current.slice(0, -1));
      }),
    [id, inTurn, remember, show],
  );

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const typing = event.target instanceof HTMLInputElement;
      if (typing || event.key !== 'z' || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      undo();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [undo]);

  return {
    busy: pending > 0,
    last,
    undo: last ? undo : undefined,
    move: (from, to) => {
      const item = playlist?.items[from];
      if (!playlist || !item || from === to) return;
      carry(
        `${item.name} moved`,
        () => patchPlaylist(id, { move: { from: from + 1, to: to + 1 } }),
        { ...playlist, items: move(playlist.items, from, to) },
      );
    },
    remove: (at) => {
      const item = playlist?.items[at];
      if (!playlist || !item) return;
      carry(`${item.name} taken out`, () => patchPlaylist(id, { remove: [at + 1] }), {
        ...playlist,
        items: playlist.items.filter((_, i) => i !== at),
      });
    },
    add: async ({ name, ...item }) => {
      await carry(`${name} added`, () => patchPlaylist(id, { add: [item] }));
    },
    rename: (name) => {
      carry('renamed', () => patchPlaylist(id, { name }));
    },
    renew: (words, recipe) =>
      carry(words, async () => {
        if (playlist && recipe !== undefined && recipe !== playlist.recipe) {
          await putPlaylist(id, { ...draftOf(playlist), recipe });
        }
        return refreshPlaylist(id);
      }),
  };
}

function draftOf({ name, notes, recipe, items }: Playlist) {
  return { name, notes, recipe, items: refsOf(items) };
}
