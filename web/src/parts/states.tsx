import { Button, Skeleton } from '@mantine/core';
import { IconCloudOff } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Problem } from '../api/client';
import classes from './states.module.css';

/// The head of a page: what it is, one sentence, and what can be done.
export function PageHead(props: { title: string; lead?: ReactNode; children?: ReactNode }) {
  return (
    <header className={classes.head}>
      <div>
        <h1>{props.title}</h1>
        {props.lead && <p className={classes.lead}>{props.lead}</p>}
      </div>
      {props.children && <div className="row">{props.children}</div>}
    </header>
  );
}

/// Nothing is there yet: says why, and what to do.
export function Empty(props: { title: string; children: ReactNode; action?: ReactNode }) {
  return (
    <div className={classes.empty}>
      <svg width="112" height="72" viewBox="0 0 112 72" aria-hidden="true" focusable="false">
        <circle cx="40" cy="36" r="30" className={classes.discA} />
        <circle cx="72" cy="36" r="30" className={classes.discB} />
      </svg>
      <h2>{props.title}</h2>
      <p className="soft">{props.children}</p>
      {props.action && <div className="row">{props.action}</div>}
    </div>
  );
}

type TroubleProps = { error: Error; onRetry?: () => void; children?: ReactNode };

/// An error in words, with a way on.
export function Trouble({ error, onRetry, children }: TroubleProps) {
  const title = error instanceof Problem ? error.title : 'This page has a fault';
  return (
    <div className={classes.trouble} role="alert">
      <IconCloudOff size={22} aria-hidden />
      <div className={classes.words}>
        <strong>{title}</strong>
        <p className="soft">{error.message}</p>
      </div>
      {onRetry && (
        <Button size="xs" onClick={onRetry}>
          Try again
        </Button>
      )}
      {children}
    </div>
  );
}

/// Holds the place of a list that is on its way.
export function LoadingRows({ rows = 8, height = 64 }: { rows?: number; height?: number }) {
  return (
    <div className={classes.rows} role="status" aria-label="Loading">
      {Array.from({ length: rows }, (_, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: all are alike
        <Skeleton key={i} height={height} radius="md" />
      ))}
    </div>
  );
}
