import { Link } from '@tanstack/react-router';
import type { ComponentProps, ReactNode } from 'react';
import type { Schemas } from '../../api/client';
import { PlaySleeve } from '../player/PlaySleeve';
import classes from './ItemRow.module.css';
import { type Item, soundOf } from './play';
import { Traits } from './Traits';
import { why } from './why';

type Props = {
  item: Item & { traits: Schemas['Traits']; reasons?: Schemas['Because'][] };
  onPlay: () => void;
  children?: ReactNode;
  /// In front of the picture: a handle.
  before?: ReactNode;
  className?: string;
  /// What says where the row stands, for lists that place their rows themselves.
  place?: ComponentProps<'li'> & { [data: `data-${string}`]: unknown };
};

/// One artist or track of a list: picture, name, why, and what can be done with it.
export function ItemRow({ item, onPlay, children, before, className, place }: Props) {
  const reasons = why(item.reasons ?? []).slice(0, 2);
  return (
    <li {...place} className={`${classes.row} ${className ?? ''}`}>
      {before}
      <PlaySleeve
        name={item.name}
        artist={item.artist}
        trackId={soundOf(item)}
        onPlay={onPlay}
        round={item.kind === 'artist'}
        className={classes.sleeve}
      />
      <div className={classes.text}>
        <div className={classes.names}>
          <ItemLink item={item} className={classes.name} />
          {item.artist && <span className="soft">{item.artist}</span>}
        </div>
        {reasons.length > 0 && <p className={classes.why}>{reasons.join(' · ')}</p>}
        <Traits of={item.traits} />
      </div>
      {children && <div className={classes.actions}>{children}</div>}
    </li>
  );
}

export function ItemLink({ item, className }: { item: Item; className?: string }) {
  return item.kind === 'artist' ? (
    <Link to="/artists/$id" params={{ id: item.id }} className={className} data-stop>
      {item.name}
    </Link>
  ) : (
    <Link to="/tracks/$id" params={{ id: item.id }} className={className} data-stop>
      {item.name}
    </Link>
  );
}
