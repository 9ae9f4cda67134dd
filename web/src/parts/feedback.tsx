import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { type FeedbackKind, giveFeedback, type ItemRef, undoFeedback } from '../api/recommend';
import classes from './feedback.module.css';
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
      after?.(false);
      try {
        const event = await giveFeedback(listener, kind, item);
        if (who.get() === null) who.set(listener);
        client.invalidateQueries({ queryKey: ['recommend'] });
        const id = `feedback-${event.key}`;
        const undo = async () => {
          notifications.hide(id);
          try {
            await undoFeedback(event.key);
            after?.(true);
            client.invalidateQueries({ queryKey: ['recommend'] });
          } catch (problem) {
            tell(problem);
          }
        };
        notifications.show({
          id,
          message: (
            <span className={classes.said}>
              {SAID[kind](name)}
              <Button size="compact-sm" variant="white" onClick={undo}>
                Undo
              </Button>
            </span>
          ),
        });
      } catch (problem) {
        after?.(true);
        tell(problem);
      }
    },
    [client, of],
  );
}

/// Says in words that something went wrong, without leaving what one does.
export function tell(problem: unknown) {
  const words = problem instanceof Error ? problem.message : String(problem);
  notifications.show({
    title: 'That did not work',
    message: words,
    autoClose: 12_000,
    role: 'alert',
  });
}
