import { useQuery } from '@tanstack/react-query';
import type { Schemas } from '../../api/client';
import { waveformQuery } from '../../api/library';
import { type Playable, player, usePlayer } from '../../parts/player/player';
import { Waveform } from '../../parts/Waveform';
import { clock } from '../../parts/words';
import classes from './TrackWave.module.css';

type Props = { item: Playable; sections: Schemas['Track']['sections'] };

/// The waveform of a track; pressing it plays from there.
export function TrackWave({ item, sections }: Props) {
  const wave = useQuery(waveformQuery(item.id));
  const here = usePlayer((s) => s.queue[s.at]?.id === item.id);
  const seconds = usePlayer((s) => (s.queue[s.at]?.id === item.id ? s.seconds : 0));
  if (wave.isError) return null;
  const length = wave.data?.durationSeconds ?? 1;
  const seek = (place: number) => {
    if (!here) player.play([item]);
    player.seek(place * length);
  };
  return (
    <div className={classes.wave}>
      <Waveform
        peaks={wave.data?.peaks ?? []}
        place={seconds / length}
        marks={sections.slice(1).map((section) => section.startSeconds / length)}
        onSeek={seek}
        label={`Waveform of ${item.name}`}
      />
      <div className={`${classes.times} figures`}>
        <span>{clock(seconds)}</span>
        <span>{sections.length > 1 ? `${sections.length} parts` : ''}</span>
        <span>{wave.data ? clock(length) : ''}</span>
      </div>
    </div>
  );
}
