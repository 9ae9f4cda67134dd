import { useEffect } from 'react';
import { player, usePlayer } from './player';

/// Tells the system what plays, so that the keys of a keyboard, of headphones and of a locked phone
/// work, and takes what they ask for.
export function useMediaKeys() {
  const track = usePlayer((s) => s.queue[s.at]);
  const playing = usePlayer((s) => s.playing);
  useEffect(() => {
    const session = navigator.mediaSession as MediaSession | undefined;
    if (!session) return;
    session.metadata = track
      ? new MediaMetadata({ title: track.name, artist: track.artist, album: 'Segue' })
      : null;
    session.playbackState = track ? (playing ? 'playing' : 'paused') : 'none';
  }, [track, playing]);
  useEffect(() => {
    const session = navigator.mediaSession as MediaSession | undefined;
    if (!session) return;
    const keys: [MediaSessionAction, MediaSessionActionHandler][] = [
      ['play', () => player.toggle()],
      ['pause', () => player.toggle()],
      ['nexttrack', () => player.next()],
      ['previoustrack', () => player.previous()],
      ['seekto', ({ seekTime }) => seekTime !== undefined && player.seek(seekTime)],
    ];
    for (const [key, work] of keys) session.setActionHandler(key, work);
    return () => {
      for (const [key] of keys) session.setActionHandler(key, null);
    };
  }, []);
}
