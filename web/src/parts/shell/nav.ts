import {
  IconChartHistogram,
  IconCompass,
  IconFlask,
  IconMap2,
  IconMusic,
  IconPlaylist,
  IconTopologyStar3,
} from '@tabler/icons-react';

export const PLACES = [
  { to: '/', label: 'Discover', icon: IconCompass, keys: 'g d' },
  { to: '/explore', label: 'Explore', icon: IconTopologyStar3, keys: 'g e' },
  { to: '/map', label: 'Map', icon: IconMap2, keys: 'g m' },
  { to: '/music', label: 'Music', icon: IconMusic, keys: 'g t' },
  { to: '/playlists', label: 'Playlists', icon: IconPlaylist, keys: 'g p' },
  { to: '/insights', label: 'Insights', icon: IconChartHistogram, keys: 'g i' },
  { to: '/lab', label: 'Lab', icon: IconFlask, keys: 'g l' },
] as const;

/// Whether an address belongs to a place: artists and tracks are explored.
export function isAt(path: string, to: string): boolean {
  if (to === '/') return path === '/';
  if (to === '/explore' && /^\/(artists|tracks)\//.test(path)) return true;
  return path === to || path.startsWith(`${to}/`);
}
