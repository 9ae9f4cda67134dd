import type { ReactNode } from 'react';
import { sleeveLook } from '../../parts/art/sleeve';
import classes from './Head.module.css';

type Props = { art: ReactNode; seed: string; kind: string; title: string; children: ReactNode };

/// The head of an artist or a track: its picture, its name, large.
export function Head({ art, seed, kind, title, children }: Props) {
  const look = sleeveLook(seed);
  return (
    <header className={classes.head} style={{ '--glow': look.from } as React.CSSProperties}>
      <div className={classes.art}>{art}</div>
      <div className={classes.text}>
        <p className="soft">{kind}</p>
        <h1>{title}</h1>
        {children}
      </div>
    </header>
  );
}
