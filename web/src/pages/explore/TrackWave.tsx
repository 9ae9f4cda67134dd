import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import type { Schemas } from '../../api/client';
import { waveformQuery } from '../../api/library';
import { type Playable, player, usePlayer } from '../../parts/player/player';
import { clock } from '../../parts/words';
import classes from './TrackWave.module.css';

const Waveform = lazy(() =>
  import('../../parts/Waveform').then((part) => ({ default: part.Waveform })),
);

type Props = { item: Playable; sections: Schemas['Track']['sections'] };

/// The waveform of a track; pressing it plays from there.
export function TrackWave({ item, sections }: Props) {
  const wave = useQuery(waveformQuery(item.id));
  const here = usePlayer((s) => s.queue[s.at]?.id === item.id);
  // Before its length is known, the element may still have the sound of another track.
  const loaded = usePlayer((s) => s.length > 0);
  const seconds = usePlayer((s) => (s.queue[s.at]?.id === item.id ? s.seconds : 0));
  if (wave.isError) return null;
  const seek = (to: number) => {
    if (player.current()?.id !== item.id) player.play([item]);
    player.seek(to);
  };
  return (
    <div className={classes.wave}>
      <div className={classes.bars}>
        {wave.isPending && <Skeleton height="100%" />}
        {wave.data && (
          <Suspense fallback={<Skeleton height="100%" />}>
            <Waveform
              peaks={wave.data.peaks}
              length={wave.data.durationSeconds}
              seconds={seconds}
              media={here && loaded ? player.audio : undefined}
              marks={sections.slice(1).map((section) => section.startSeconds)}
              onSeek={seek}
              label={`Waveform of ${item.name}`}
            />
          </Suspense>
        )}
      </div>
      <div className={`${classes.times} figures`}>
        <span>{clock(seconds)}</span>
        <span>{sections.length > 1 ? `${sections.length} parts` : ''}</span>
        <span>{wave.data ? clock(wave.data.durationSeconds) : ''}</span>
      </div>
    </div>
  );
}
