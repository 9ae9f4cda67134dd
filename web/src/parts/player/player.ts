import { useSyncExternalStore } from 'react';

/// Something that can be played: a track of the library that has a file.
export type Playable = { id: string; name: string; artist: string };

export type PlayerState = {
  queue: Playable[];
  at: number;
  playing: boolean;
  seconds: number;
  length: number;
  volume: number;
  failed: string | null;
};

const VOLUME = 'segue.volume';

/// One player for the whole page: a queue, and the one audio element that plays it.
class Player {
  private state: PlayerState = {
    queue: [],
    at: 0,
    playing: false,
    seconds: 0,
    length: 0,
    volume: Number(localStorage.getItem(VOLUME) ?? 0.8),
    failed: null,
  };
  private readonly listeners = new Set<() => void>();
  /// What sounds; drawn along by the waveform.
  readonly audio = new Audio();

  constructor() {
    const audio = this.audio;
    audio.preload = 'auto';
    audio.volume = this.state.volume;
    audio.addEventListener('play', () => this.set({ playing: true, failed: null }));
    audio.addEventListener('pause', () => this.set({ playing: false }));
    audio.addEventListener('timeupdate', () => this.set({ seconds: audio.currentTime }));
    audio.addEventListener('durationchange', () => this.set({ length: finite(audio.duration) }));
    audio.addEventListener('ended', () => this.next());
    audio.addEventListener('error', () => {
      if (this.current()) {
        this.set({ playing: false, failed: 'This file cannot be played: it may have moved.' });
      }
    });
  }

  subscribe = (listener: () => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  snapshot = () => this.state;

  current(): Playable | undefined {
    return this.state.queue[this.state.at];
  }

  /// Plays a list from one of its places; the same track again pauses or goes on.
  play(queue: Playable[], at = 0) {
    const wanted = queue[at];
    if (!wanted) return;
    if (wanted.id === this.current()?.id) {
      this.set({ queue, at });
      this.toggle();
      return;
    }
    this.set({ queue, at, seconds: 0, length: 0, failed: null });
    this.load(wanted);
  }

  /// Puts a track after the one that plays.
  playNext(track: Playable) {
    const { queue, at } = this.state;
    if (queue.length === 0) this.play([track]);
    else this.set({ queue: [...queue.slice(0, at + 1), track, ...queue.slice(at + 1)] });
  }

  toggle() {
    if (!this.current()) return;
    if (this.audio.paused) this.start();
    else this.audio.pause();
  }

  next() {
    this.step(1);
  }

  /// Back to the beginning, or to the track before when this one has just begun.
  previous() {
    if (this.audio.currentTime > 3 || this.state.at === 0) this.seek(0);
    else this.step(-1);
  }

  seek(seconds: number) {
    this.audio.currentTime = seconds;
    this.set({ seconds });
  }

  setVolume(volume: number) {
    this.audio.volume = volume;
    localStorage.setItem(VOLUME, String(volume));
    this.set({ volume });
  }

  private step(by: number) {
    const at = this.state.at + by;
    const track = this.state.queue[at];
    if (!track) {
      this.audio.pause();
      return;
    }
    this.set({ at, seconds: 0, length: 0 });
    this.load(track);
  }

  private load(track: Playable) {
    this.audio.src = audioAddress(track.id);
    this.start();
  }

  private start() {
    this.audio.play().catch((problem: unknown) => {
      // A newer track interrupts the loading of an older one: nothing failed.
      if (problem instanceof DOMException && problem.name === 'AbortError') return;
      this.set({ playing: false, failed: 'This track cannot be played here.' });
    });
  }

  private set(change: Partial<PlayerState>) {
    this.state = { ...this.state, ...change };
    for (const listener of this.listeners) listener();
  }
}

export const player = new Player();

export function usePlayer<T>(select: (state: PlayerState) => T): T {
  return useSyncExternalStore(player.subscribe, () => select(player.snapshot()));
}

/// Whether this track is the one in the player, and whether it sounds.
export function usePlaying(id: string | undefined): { current: boolean; sounding: boolean } {
  const current = usePlayer((s) => id !== undefined && s.queue[s.at]?.id === id);
  const playing = usePlayer((s) => s.playing);
  return { current, sounding: current && playing };
}

export function audioAddress(id: string): string {
  return `/api/v1/tracks/${encodeURIComponent(id)}/audio`;
}

function finite(length: number): number {
  return Number.isFinite(length) ? length : 0;
}
