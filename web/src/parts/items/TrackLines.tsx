import { Link } from '@tanstack/react-router';
import type { Schemas } from '../../api/client';
import { PlaySleeve } from '../player/PlaySleeve';
import { player } from '../player/player';
import { clock } from '../words';
import classes from './TrackLines.module.css';

/// Tracks in short lines, to play and to open.
export function TrackLines({
  tracks,
  artists,
}: {
  tracks: Schemas['TrackRow'][];
  artists?: boolean;
}) {
  const playable = tracks.filter((track) => track.playable);
  const queue = playable.map((t) => ({ id: t.id, name: t.title, artist: t.artist }));
  return (
    <ol className={classes.lines}>
      {tracks.map((track) => (
        <li key={track.id}>
          <PlaySleeve
            name={track.title}
            artist={track.artist}
            trackId={track.playable ? track.id : undefined}
            onPlay={() => player.play(queue, playable.indexOf(track))}
            className={classes.sleeve}
          />
          <Link to="/tracks/$id" params={{ id: track.id }} className={classes.title} data-stop>
            {track.title}
            {artists && <span className="soft small one-line"> {track.artist}</span>}
          </Link>
          <span className="soft small figures">
            {track.durationSeconds ? clock(track.durationSeconds) : ''}
          </span>
        </li>
      ))}
    </ol>
  );
}
