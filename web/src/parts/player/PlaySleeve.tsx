import { IconPlayerPauseFilled, IconPlayerPlayFilled } from '@tabler/icons-react';
import { Sleeve } from '../art/Sleeve';
import classes from './PlaySleeve.module.css';
import { usePlaying } from './player';

type Props = {
  name: string;
  artist: string;
  /// The track that sounds; nothing to press without.
  trackId: string | undefined;
  onPlay: () => void;
  round?: boolean;
  cover?: string | null;
  className?: string;
};

/// A picture that plays when pressed.
export function PlaySleeve({ name, artist, trackId, onPlay, round, cover, className }: Props) {
  const { current, sounding } = usePlaying(trackId);
  const art = <Sleeve name={`${name}${artist}`} round={round} cover={cover} />;
  if (trackId === undefined)
    return <span className={`${classes.still} ${className ?? ''}`}>{art}</span>;
  const Icon = sounding ? IconPlayerPauseFilled : IconPlayerPlayFilled;
  return (
    <button
      type="button"
      className={`${classes.button} ${className ?? ''}`}
      data-current={current || undefined}
      data-round={round || undefined}
      onClick={onPlay}
      aria-label={`${sounding ? 'Pause' : 'Play'} ${name}${artist ? ` by ${artist}` : ''}`}
    >
      {art}
      <span className={classes.veil} aria-hidden>
        <Icon size="38%" />
      </span>
    </button>
  );
}
