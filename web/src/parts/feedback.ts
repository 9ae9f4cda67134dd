import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { flushSync } from 'react-dom';
import { type FeedbackKind, giveFeedback, type ItemRef, undoFeedback } from '../api/recommend';
import { tell, undoable } from './undoable';
import { who } from './who';

const SAID: Record<FeedbackKind, (name: string) => string> = {
  like: (name) => `You like ${name}. The list heeds it.`,
  skip: (name) => `Less like ${name}.`,
  ban: (name) => `${name} is hidden from now on.`,
  play: (name) => `You played ${name}.`,
};

/// Notes what someone thinks of an item and offers to undo it; a newcomer becomes the listener "me".
export function useFeedback(of: string | null = null) {
  const client = useQueryClient();
  return useCallback(
    async (kind: FeedbackKind, item: ItemRef, name: string, after?: (undone: boolean) => void) => {
      const listener = of ?? who.get() ?? 'me';
      const anew = () => client.invalidateQueries({ queryKey: ['recommend'] });
      after?.(false);
      try {
        const event = await giveFeedback(listener, kind, item);
        if (who.get() === null) flushSync(() => who.set(listener));
        // Said when it is so: a list that still moves is no place to act on.
        await anew();
        undoable(SAID[kind](name), async () => {
          await undoFeedback(event.key);
          after?.(true);
          anew();
        });
      } catch (problem) {
        after?.(true);
        tell(problem);
      }
    },
    [client, of],
  );
}
