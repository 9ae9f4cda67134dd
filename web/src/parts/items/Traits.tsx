import type { Schemas } from '../../api/client';
import { clock } from '../words';
import classes from './Traits.module.css';

/// Tempo, key, energy, genre in a line, as far as they are known.
export function Traits({ of }: { of: Schemas['Traits'] }) {
  const words = [
    of.genres.slice(0, 2).join(', '),
    of.bpm && `${Math.round(of.bpm)} BPM`,
    of.camelot,
    of.energy && `energy ${Math.round(of.energy)}`,
    of.year,
    of.durationSeconds && clock(of.durationSeconds),
  ].filter(Boolean);
  if (words.length === 0) return null;
  return (
    <ul className={`${classes.traits} figures`} aria-label="What it is like">
      {words.map((word) => (
        <li key={word}>{word}</li>
      ))}
    </ul>
  );
}
