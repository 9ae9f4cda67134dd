import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import classes from './undoable.module.css';

/// Says what was done, with a way back.
export function undoable(words: string, undo: () => Promise<void>) {
  const id = crypto.randomUUID();
  const onUndo = () => {
    notifications.hide(id);
    undo().catch(tell);
  };
  notifications.show({
    id,
    message: (
      <span className={classes.said}>
        {words}
        <Button size="compact-sm" variant="white" className={classes.undo} onClick={onUndo}>
          Undo
        </Button>
      </span>
    ),
  });
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
