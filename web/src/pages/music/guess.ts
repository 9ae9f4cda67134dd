import type { Schemas } from '../../api/client';

/// What files probably are, by how they are called.
export function guess(files: { name: string }[]): Schemas['ImportKind'] {
  const sound = files.filter((file) =>
    /\.(mp3|flac|ogg|opus|m4a|aac|wav|aiff?|wma)$/i.test(file.name),
  );
  return sound.length * 2 >= files.length ? 'music' : 'plays';
}
