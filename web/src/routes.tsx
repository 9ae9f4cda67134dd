import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
} from '@tanstack/react-router';
import { readAddress, writeAddress } from './address';
import type { MapColour } from './api/library';
import { readSearch } from './pages/discover/ask';
import { NotFound, PageFault } from './pages/faults';
import { readInsights } from './pages/insights/search';
import { readLab } from './pages/lab/search';
import { Gate } from './parts/shell/Gate';

const root = createRootRoute({ component: Gate });
const at = { getParentRoute: () => root };

const text = (raw: unknown) => (typeof raw === 'string' && raw !== '' ? raw : undefined);
const share = (raw: unknown) => (typeof raw === 'number' && raw >= 0 && raw <= 1 ? raw : undefined);
const oneOf = <T extends string>(raw: unknown, ...of: T[]) => of.find((one) => one === raw);

const discover = createRoute({
  ...at,
  path: '/',
  validateSearch: readSearch,
  component: lazyRouteComponent(() => import('./pages/discover/DiscoverPage'), 'DiscoverPage'),
});

const explore = createRoute({
  ...at,
  path: '/explore',
  component: lazyRouteComponent(() => import('./pages/explore/ExplorePage'), 'ExplorePage'),
});

const artist = createRoute({
  ...at,
  path: '/artists/$id',
  validateSearch: (raw): { view?: 'network'; sound?: number } => ({
    view: oneOf(raw.view, 'network'),
    sound: share(raw.sound),
  }),
  component: lazyRouteComponent(() => import('./pages/explore/ArtistPage'), 'ArtistPage'),
});

const track = createRoute({
  ...at,
  path: '/tracks/$id',
  validateSearch: (raw): { match?: 'mix'; sound?: number } => ({
    match: oneOf(raw.match, 'mix'),
    sound: share(raw.sound),
  }),
  component: lazyRouteComponent(() => import('./pages/explore/TrackPage'), 'TrackPage'),
});

const map = createRoute({
  ...at,
  path: '/map',
  validateSearch: (raw): { kind?: 'artist' | 'track'; colour?: MapColour } => ({
    kind: oneOf(raw.kind, 'artist', 'track'),
    colour: oneOf(raw.colour, 'genre', 'category', 'tempo', 'energy'),
  }),
  component: lazyRouteComponent(() => import('./pages/map/MapPage'), 'MapPage'),
});

const music = createRoute({
  ...at,
  path: '/music',
  validateSearch: (raw): { q?: string; sort?: string } => ({
    q: text(raw.q),
    sort: text(raw.sort),
  }),
  component: lazyRouteComponent(() => import('./pages/music/MusicPage'), 'MusicPage'),
});

const playlists = createRoute({
  ...at,
  path: '/playlists',
  component: lazyRouteComponent(() => import('./pages/playlists/PlaylistsPage'), 'PlaylistsPage'),
});

const playlist = createRoute({
  ...at,
  path: '/playlists/$id',
  component: lazyRouteComponent(() => import('./pages/playlists/PlaylistPage'), 'PlaylistPage'),
});

const insights = createRoute({
  ...at,
  path: '/insights',
  validateSearch: readInsights,
  component: lazyRouteComponent(() => import('./pages/insights/InsightsPage'), 'InsightsPage'),
});

const lab = createRoute({
  ...at,
  path: '/lab',
  validateSearch: readLab,
  component: lazyRouteComponent(() => import('./pages/lab/LabPage'), 'LabPage'),
});

const job = createRoute({
  ...at,
  path: '/lab/jobs/$id',
  component: lazyRouteComponent(() => import('./pages/lab/JobPage'), 'JobPage'),
});

const pages = [
  discover,
  explore,
  artist,
  track,
  map,
  music,
  playlists,
  playlist,
  insights,
  lab,
  job,
];

export const router = createRouter({
  routeTree: root.addChildren(pages),
  defaultPreload: 'intent',
  scrollRestoration: true,
  defaultErrorComponent: PageFault,
  defaultNotFoundComponent: NotFound,
  parseSearch: readAddress,
  stringifySearch: writeAddress,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
