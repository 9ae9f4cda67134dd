import type { ReactNode } from 'react';
import type { RankedItem } from '../../api/recommend';
import { sleeveLook } from '../../parts/art/sleeve';
import { ItemLink } from '../../parts/items/ItemRow';
import { soundOf } from '../../parts/items/play';
import { Traits } from '../../parts/items/Traits';
import { why } from '../../parts/items/why';
import { PlaySleeve } from '../../parts/player/PlaySleeve';
import classes from './FirstUp.module.css';

type Props = { item: RankedItem; onPlay: () => void; children: ReactNode };

/// The best of the list, large, with all its reasons.
export function FirstUp({ item, onPlay, children }: Props) {
  const look = sleeveLook(`${item.name}${item.artist}`);
  return (
    <article className={classes.first} style={{ '--glow': look.from } as React.CSSProperties}>
      <PlaySleeve
        name={item.name}
        artist={item.artist}
        trackId={soundOf(item)}
        onPlay={onPlay}
        round={item.kind === 'artist'}
        className={classes.sleeve}
      />
      <div className={classes.text}>
        <p className={classes.eyebrow}>First up</p>
        <h2>
          <ItemLink item={item} />
        </h2>
        {item.artist && <p className={classes.artist}>{item.artist}</p>}
        <ul className={classes.why}>
          {why(item.reasons)
            .slice(0, 3)
            .map((reason) => (
              <li key={reason}>{reason}</li>
            ))}
        </ul>
        <Traits of={item.traits} />
        <div className={classes.actions}>{children}</div>
      </div>
    </article>
  );
}
