import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { type ReactNode, useEffect, useRef } from 'react';
import type { Schemas } from '../../api/client';
import { PlaySleeve } from '../../parts/player/PlaySleeve';
import { player } from '../../parts/player/player';
import { clock, count } from '../../parts/words';
import classes from './TrackTable.module.css';

type Row = Schemas['TrackRow'];
type Column = { name: string; label: string; narrow?: boolean; show: (row: Row) => ReactNode };

const COLUMNS: Column[] = [
  { name: 'genre', label: 'Genre', show: (row) => row.genres.slice(0, 2).join(', ') },
  { name: 'year', label: 'Year', show: (row) => row.year },
  { name: 'bpm', label: 'BPM', narrow: true, show: (row) => row.bpm?.toFixed(1) },
  { name: 'key', label: 'Key', narrow: true, show: (row) => row.key },
  { name: 'energy', label: 'Energy', show: (row) => row.energy && Math.round(row.energy) },
  {
    name: 'duration',
    label: 'Time',
    show: (row) => row.durationSeconds && clock(row.durationSeconds),
  },
  { name: 'plays', label: 'Plays', show: (row) => row.plays > 0 && count(Math.round(row.plays)) },
];

const HEIGHT = 56;

type Props = { rows: Row[]; sort: string; onSort: (sort: string) => void; onEnd: () => void };

/// Only the rows in sight are made, however long the table is; so its parts have the roles of a
/// table without being one.
export function TrackTable({ rows, sort, onSort, onEnd }: Props) {
  const top = useRef<HTMLDivElement>(null);
  const virtual = useWindowVirtualizer({
    count: rows.length,
    estimateSize: () => HEIGHT,
    overscan: 12,
    scrollMargin: top.current?.offsetTop ?? 0,
  });
  const shown = virtual.getVirtualItems();
  const last = shown.at(-1)?.index ?? 0;
  useEffect(() => {
    if (last >= rows.length - 30) onEnd();
  }, [last, rows.length, onEnd]);

  const playable = rows.filter((row) => row.playable);
  const play = (row: Row) =>
    player.play(
      playable.map((r) => ({ id: r.id, name: r.title, artist: r.artist })),
      playable.indexOf(row),
    );

  return (
    <div role="table" aria-label="Tracks" aria-rowcount={rows.length} className={classes.table}>
      <div role="rowgroup" className={classes.headGroup}>
        <div role="row" className={`${classes.row} ${classes.head}`}>
          <Heading name="title" label="Track" sort={sort} onSort={onSort} wide />
          {COLUMNS.map((column) => (
            <Heading key={column.name} {...column} sort={sort} onSort={onSort} />
          ))}
        </div>
      </div>
      <div
        ref={top}
        role="rowgroup"
        style={{ height: virtual.getTotalSize() }}
        className={classes.body}
      >
        {shown.map(({ index, start }) => {
          const row = rows[index] as Row;
          return (
            <div
              key={row.id}
              role="row"
              aria-rowindex={index + 1}
              className={classes.row}
              style={{ transform: `translateY(${start - virtual.options.scrollMargin}px)` }}
            >
              <div role="cell" className={classes.track}>
                <PlaySleeve
                  name={row.title}
                  artist={row.artist}
                  trackId={row.playable ? row.id : undefined}
                  onPlay={() => play(row)}
                  className={classes.sleeve}
                />
                <span className={classes.names}>
                  <Link to="/tracks/$id" params={{ id: row.id }} className="one-line" data-stop>
                    {row.title}
                  </Link>
                  <span className="soft small one-line">{row.artist}</span>
                </span>
              </div>
              {COLUMNS.map((column) => (
                <div
                  key={column.name}
                  role="cell"
                  className={`${classes.cell} figures one-line`}
                  data-narrow={column.narrow}
                >
                  {column.show(row) || <span className={classes.unknown}>–</span>}
                </div>
              ))}
            </div>
          );
        })}
      </div>
    </div>
  );
}

type HeadingProps = {
  name: string;
  label: string;
  narrow?: boolean;
  wide?: boolean;
  sort: string;
  onSort: (sort: string) => void;
};

function Heading({ name, label, narrow, wide, sort, onSort }: HeadingProps) {
  const up = sort === name;
  const down = sort === `-${name}`;
  return (
    <div
      role="columnheader"
      aria-sort={up ? 'ascending' : down ? 'descending' : 'none'}
      className={wide ? undefined : classes.cell}
      data-narrow={narrow}
    >
      <button
        type="button"
        onClick={() => onSort(up ? `-${name}` : name)}
        aria-label={`Sort by ${label}`}
      >
        {label}
        {up && <IconArrowUp size={14} aria-hidden />}
        {down && <IconArrowDown size={14} aria-hidden />}
      </button>
    </div>
  );
}
