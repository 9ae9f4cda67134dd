import { memo, useState } from 'react';
import classes from './Sleeve.module.css';
import { type SleeveLook, sleeveLook } from './sleeve';

type Props = { name: string; cover?: string | null; round?: boolean; className?: string };

/// The picture of an artist or track: its cover where the file has one, else an invented sleeve.
export const Sleeve = memo(function Sleeve({ name, cover, round, className }: Props) {
  const [broken, setBroken] = useState(false);
  const look = sleeveLook(name);
  return (
    <span
      className={`${classes.sleeve} ${round ? classes.round : ''} ${className ?? ''}`}
      aria-hidden
    >
      {cover && !broken ? (
        <img src={cover} alt="" loading="lazy" onError={() => setBroken(true)} />
      ) : (
        <svg viewBox="0 0 100 100" preserveAspectRatio="xMidYMid slice" focusable="false">
          <title>{name}</title>
          <rect width="100" height="100" fill={look.ground} />
          <g transform={`rotate(${look.turn} 50 50)`}>
            <Shapes {...look} />
          </g>
        </svg>
      )}
    </span>
  );
});

function Shapes({ kind, from, to, size, offset }: SleeveLook) {
  switch (kind) {
    case 'discs':
      return (
        <>
          <circle cx={50 - offset} cy="50" r={size + 8} fill={from} />
          <circle cx={50 + offset} cy="50" r={size + 8} fill={to} fillOpacity=".78" />
        </>
      );
    case 'arcs':
      return (
        <g fill="none" strokeWidth="7">
          {[0, 1, 2, 3].map((i) => (
            <circle
              key={i}
              cx={50 - offset + i * 9}
              cy="62"
              r={size + 14 - i * 9}
              stroke={i % 2 ? to : from}
            />
          ))}
        </g>
      );
    case 'waves':
      return (
        <g fill="none" strokeWidth="6" strokeLinecap="round">
          {[0, 1, 2, 3, 4].map((i) => (
            <path
              key={i}
              d={`M-20 ${22 + i * 14} q ${size} ${-offset} 60 0 t 60 0 t 60 0`}
              stroke={i < 2 ? from : to}
              strokeOpacity={1 - i * 0.12}
            />
          ))}
        </g>
      );
    case 'bars':
      return (
        <>
          {[0, 1, 2, 3, 4, 5].map((i) => {
            const height = 20 + ((size * (i + 2) * 7 + offset * i) % 62);
            return (
              <rect
                key={i}
                x={11 + i * 13.5}
                y={50 - height / 2}
                width="9"
                height={height}
                rx="4.5"
                fill={i % 3 === 1 ? to : from}
              />
            );
          })}
        </>
      );
  }
}
