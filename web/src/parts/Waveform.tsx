import { useElementSize } from '@mantine/hooks';
import { useEffect, useRef } from 'react';
import classes from './Waveform.module.css';

type Props = {
  peaks: number[];
  /// 0 to 1, how far it has played.
  place: number;
  marks?: number[];
  onSeek?: (place: number) => void;
  label: string;
};

const BAR = 3;
const GAP = 2;

/// The loudness of a track along its time; press it to go there.
export function Waveform({ peaks, place, marks = [], onSeek, label }: Props) {
  const { ref, width, height } = useElementSize<HTMLDivElement>();
  const canvas = useRef<HTMLCanvasElement>(null);

  useEffect(() => {
    const context = canvas.current?.getContext('2d');
    if (!canvas.current || !context || width === 0) return;
    const scale = window.devicePixelRatio || 1;
    canvas.current.width = width * scale;
    canvas.current.height = height * scale;
    context.scale(scale, scale);
    const colours = getComputedStyle(canvas.current);
    const played = colours.getPropertyValue('--warm-bright');
    const ahead = colours.getPropertyValue('--line');
    const bars = Math.max(1, Math.floor(width / (BAR + GAP)));
    const loudest = Math.max(...peaks, 1e-6);
    for (let i = 0; i < bars; i++) {
      const from = Math.floor((i * peaks.length) / bars);
      const to = Math.max(from + 1, Math.floor(((i + 1) * peaks.length) / bars));
      const peak = Math.max(...peaks.slice(from, to)) / loudest;
      const tall = Math.max(2, peak * height);
      context.fillStyle = i / bars < place ? played : ahead;
      context.beginPath();
      context.roundRect(i * (BAR + GAP), (height - tall) / 2, BAR, tall, 1.5);
      context.fill();
    }
  }, [peaks, place, width, height]);

  return (
    <div
      ref={ref}
      className={classes.wave}
      role="slider"
      tabIndex={onSeek ? 0 : -1}
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={Math.round(place * 100)}
      aria-disabled={!onSeek}
      onClick={(event) => {
        const box = event.currentTarget.getBoundingClientRect();
        onSeek?.((event.clientX - box.left) / box.width);
      }}
      onKeyDown={(event) => {
        if (event.key === 'ArrowRight') onSeek?.(Math.min(1, place + 0.02));
        if (event.key === 'ArrowLeft') onSeek?.(Math.max(0, place - 0.02));
      }}
    >
      <canvas ref={canvas} />
      {marks.map((mark) => (
        <span key={mark} className={classes.mark} style={{ left: `${mark * 100}%` }} />
      ))}
    </div>
  );
}
