import { ActionIcon, Slider, Tooltip } from '@mantine/core';
import {
  IconPlayerPauseFilled,
  IconPlayerPlayFilled,
  IconPlayerSkipBackFilled,
  IconPlayerSkipForwardFilled,
  IconVolume,
} from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { Sleeve } from '../art/Sleeve';
import { clock } from '../words';
import { useMediaKeys } from './mediaKeys';
import classes from './PlayerBar.module.css';
import { player, usePlayer } from './player';

/// The player at the bottom of every page.
export function PlayerBar() {
  const track = usePlayer((s) => s.queue[s.at]);
  const playing = usePlayer((s) => s.playing);
  const failed = usePlayer((s) => s.failed);
  const more = usePlayer((s) => s.at + 1 < s.queue.length);
  useMediaKeys();
  return (
    <section className={classes.bar} data-idle={!track || undefined} aria-label="Player">
      <div className={classes.track}>
        {track ? (
          <>
            <Sleeve name={`${track.name}${track.artist}`} className={classes.sleeve} />
            <div className={classes.text}>
              <Link
                to="/tracks/$id"
                params={{ id: track.id }}
                className={`${classes.title} one-line`}
              >
                {track.name}
              </Link>
              <span className={`${classes.artist} one-line`} role={failed ? 'alert' : undefined}>
                {failed ?? track.artist}
              </span>
            </div>
          </>
        ) : (
          <p className="soft small">Nothing plays yet. Press a track's picture to hear it.</p>
        )}
      </div>
      <div className={classes.controls}>
        <ActionIcon
          className={classes.wide}
          disabled={!track}
          onClick={() => player.previous()}
          aria-label="Track before"
        >
          <IconPlayerSkipBackFilled size={18} />
        </ActionIcon>
        <button
          type="button"
          className={classes.main}
          disabled={!track}
          onClick={() => player.toggle()}
          aria-label={playing ? 'Pause' : 'Play'}
        >
          {playing ? <IconPlayerPauseFilled size={20} /> : <IconPlayerPlayFilled size={20} />}
        </button>
        <ActionIcon disabled={!more} onClick={() => player.next()} aria-label="Next track">
          <IconPlayerSkipForwardFilled size={18} />
        </ActionIcon>
      </div>
      <Place disabled={!track} />
      <Volume />
    </section>
  );
}

function Place({ disabled }: { disabled: boolean }) {
  const seconds = usePlayer((s) => s.seconds);
  const length = usePlayer((s) => s.length);
  return (
    <div className={`${classes.place} figures`}>
      <span>{clock(seconds)}</span>
      <Slider
        className={classes.slider}
        size="xs"
        thumbSize={12}
        label={clock}
        min={0}
        max={Math.max(length, 1)}
        step={0.5}
        value={Math.min(seconds, Math.max(length, 1))}
        onChange={(to) => player.seek(to)}
        disabled={disabled || length === 0}
        thumbLabel="Place in the track"
      />
      <span>{clock(length)}</span>
    </div>
  );
}

function Volume() {
  const volume = usePlayer((s) => s.volume);
  return (
    <Tooltip label="Volume">
      <div className={classes.volume}>
        <IconVolume size={18} aria-hidden />
        <Slider
          className={classes.slider}
          size="xs"
          thumbSize={12}
          label={null}
          min={0}
          max={1}
          step={0.05}
          value={volume}
          onChange={(to) => player.setVolume(to)}
          thumbLabel="Volume"
        />
      </div>
    </Tooltip>
  );
}
