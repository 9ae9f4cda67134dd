import type { Ask } from '../../api/recommend';
import { many } from '../../parts/words';

/// The wish a playlist keeps; nothing when it cannot be read.
export function wishOf(recipe: string): Ask | undefined {
  try {
    const read: unknown = JSON.parse(recipe);
    return typeof read === 'object' && read !== null ? (read as Ask) : undefined;
  } catch {
    return undefined;
  }
}

/// "30 tracks for klindlex, like Nygruz, ambient, calm".
export function wordsOf({ n, kind, whom, filter, moods, moment }: Ask): string {
  const whose = whom?.listener ? ` for ${whom.listener}` : '';
  return [
    `${many(n ?? 20, kind ?? 'item')}${whose}`,
    whom?.like?.length && `like ${whom.like.join(' and ')}`,
    whom?.notLike?.length && `not like ${whom.notLike.join(' or ')}`,
    ...(filter?.genres ?? []),
    ...(moods ?? []),
    moment?.activity && `for ${moment.activity}`,
    filter?.bpm && `${filter.bpm.replace('..', ' to ')} BPM`,
  ]
    .filter(Boolean)
    .join(', ');
}
