import { queryClient } from '../../api/client';
import { artistQuery } from '../../api/library';
import { type Playable, player } from '../player/player';
import { tell } from '../undoable';

/// What stands in lists: an artist or a track.
export type Item = {
  kind: 'artist' | 'track';
  id: string;
  name: string;
  artist: string;
  playable: boolean;
};

/// Plays an item of a list and then what follows; of an artist, what they are played most for.
export async function playItem(items: Item[], item: Item) {
  if (item.kind === 'track') {
    const queue = items.filter((one) => one.kind === 'track' && one.playable);
    player.play(queue, queue.indexOf(item));
    return;
  }
  try {
    const artist = await queryClient.fetchQuery(artistQuery(item.id));
    const queue: Playable[] = artist.tracks
      .filter((track) => track.playable)
      .map((track) => ({ id: track.id, name: track.title, artist: track.artist }));
    player.play(queue);
  } catch (problem) {
    tell(problem);
  }
}

/// What the player would call this item.
export function soundOf(item: Item): string | undefined {
  if (!item.playable) return undefined;
  return item.kind === 'track' ? item.id : `artist ${item.id}`;
}
