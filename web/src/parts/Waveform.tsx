import { useComputedColorScheme } from '@mantine/core';
import { useEffect, useRef } from 'react';
import WaveSurfer from 'wavesurfer.js';
import { nonce } from '../nonce';
import { palette } from './charts/colours';
import classes from './Waveform.module.css';

type Props = {
  /// 0 to 1, equal steps from start to end.
  peaks: number[];
  /// How long it is, and how far it has played, in seconds.
  length: number;
  seconds: number;
  /// What plays it, if it is what plays.
  media: HTMLAudioElement | undefined;
  /// Where its parts begin, in seconds.
  marks: number[];
  onSeek: (seconds: number) => void;
  label: string;
};

const STEP = 5;

/// The loudness of a track along its time, by wavesurfer.js; press it to go there.
export function Waveform({ peaks, length, seconds, media, marks, onSeek, label }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const seek = useRef(onSeek);
  seek.current = onSeek;
  const scheme = useComputedColorScheme('light');

  // biome-ignore lint/correctness/useExhaustiveDependencies: the colours follow the scheme
  useEffect(() => {
    if (!box.current) return;
    const colours = palette();
    const wave = WaveSurfer.create({
      container: box.current,
      peaks: [peaks],
      duration: length,
      media,
      height: 'auto',
      normalize: true,
      barWidth: 3,
      barGap: 2,
      barRadius: 2,
      waveColor: colours.wave,
      progressColor: colours.warm,
      cursorWidth: 0,
      dragToSeek: true,
      cspNonce: nonce,
    });
    wave.on('interaction', (to) => seek.current(to));
    return () => wave.destroy();
  }, [peaks, length, media, scheme]);

  return (
    <div
      className={classes.wave}
      role="slider"
      tabIndex={0}
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={Math.round(length)}
      aria-valuenow={Math.round(seconds)}
      aria-valuetext={`${Math.round(seconds)} of ${Math.round(length)} seconds`}
      onKeyDown={(event) => {
        if (event.key === 'ArrowRight') onSeek(Math.min(length, seconds + STEP));
        if (event.key === 'ArrowLeft') onSeek(Math.max(0, seconds - STEP));
      }}
    >
      <div ref={box} className={classes.bars} />
      {marks.map((mark) => (
        <span key={mark} className={classes.mark} style={{ left: `${(100 * mark) / length}%` }} />
      ))}
    </div>
  );
}
