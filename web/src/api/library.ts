import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api, take } from './client';

export const libraryQuery = queryOptions({
  queryKey: ['library'],
  queryFn: ({ signal }) => take(api.GET('/library', { signal })),
});

export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: ({ signal }) => take(api.GET('/session', { signal })),
  staleTime: Number.POSITIVE_INFINITY,
});

export const settingsQuery = queryOptions({
  queryKey: ['settings'],
  queryFn: ({ signal }) => take(api.GET('/settings', { signal })),
});

export const searchQuery = (q: string, kinds: string, limit = 8) =>
  queryOptions({
    queryKey: ['search', q, kinds, limit],
    queryFn: ({ signal }) =>
      take(api.GET('/search', { params: { query: { q, kinds, limit } }, signal })),
    enabled: q.trim() !== '',
    placeholderData: (before) => before,
  });

export const listenersQuery = (q: string, limit = 20) =>
  queryOptions({
    queryKey: ['listeners', q, limit],
    queryFn: ({ signal }) =>
      take(api.GET('/listeners', { params: { query: { q: q || undefined, limit } }, signal })),
    placeholderData: (before) => before,
  });

export const listenerQuery = (id: string) =>
  queryOptions({
    queryKey: ['listener', id],
    queryFn: ({ signal }) => take(api.GET('/listeners/{id}', { params: { path: { id } }, signal })),
  });

export const historyQuery = (id: string) =>
  queryOptions({
    queryKey: ['history', id],
    queryFn: ({ signal }) =>
      take(api.GET('/listeners/{id}/history', { params: { path: { id } }, signal })),
    enabled: id !== '',
  });

export const tracksQuery = (q: string, sort: string) =>
  infiniteQueryOptions({
    queryKey: ['tracks', q, sort],
    queryFn: ({ pageParam, signal }) =>
      take(
        api.GET('/tracks', {
          params: {
            query: { q: q || undefined, sort: sort || undefined, cursor: pageParam, limit: 200 },
          },
          signal,
        }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
    placeholderData: (before) => before,
  });

export const trackQuery = (id: string) =>
  queryOptions({
    queryKey: ['track', id],
    queryFn: ({ signal }) => take(api.GET('/tracks/{id}', { params: { path: { id } }, signal })),
  });

export const waveformQuery = (id: string) =>
  queryOptions({
    queryKey: ['waveform', id],
    queryFn: ({ signal }) =>
      take(api.GET('/tracks/{id}/waveform', { params: { path: { id } }, signal })),
    staleTime: Number.POSITIVE_INFINITY,
    enabled: id !== '',
  });

export const artistQuery = (id: string) =>
  queryOptions({
    queryKey: ['artist', id],
    queryFn: ({ signal }) => take(api.GET('/artists/{id}', { params: { path: { id } }, signal })),
  });

export const networkQuery = (id: string, n: number) =>
  queryOptions({
    queryKey: ['network', id, n],
    queryFn: ({ signal }) =>
      take(api.GET('/artists/{id}/network', { params: { path: { id }, query: { n } }, signal })),
    placeholderData: (before) => before,
  });

export type SimilarAsk = { sound?: number; bpm?: string; key?: string; n?: number };

export const similarQuery = (kind: 'artist' | 'track', id: string, ask: SimilarAsk = {}) =>
  queryOptions({
    queryKey: ['similar', kind, id, ask],
    queryFn: ({ signal }) => {
      const { bpm, key, ...common } = ask;
      return kind === 'artist'
        ? take(
            api.GET('/artists/{id}/similar', { params: { path: { id }, query: common }, signal }),
          )
        : take(
            api.GET('/tracks/{id}/similar', {
              params: { path: { id }, query: { ...common, bpm, key } },
              signal,
            }),
          );
    },
    placeholderData: (before) => before,
  });

export type MapColour = 'genre' | 'category' | 'tempo' | 'energy';

export const mapQuery = (kind: 'artist' | 'track', colour: MapColour) =>
  queryOptions({
    queryKey: ['map', kind, colour],
    queryFn: ({ signal }) => take(api.GET('/map', { params: { query: { kind, colour } }, signal })),
    placeholderData: (before) => before,
    staleTime: Number.POSITIVE_INFINITY,
  });

export const featuresQuery = (genre: string) =>
  queryOptions({
    queryKey: ['features', genre],
    queryFn: ({ signal }) =>
      take(api.GET('/features', { params: { query: { genre: genre || undefined } }, signal })),
    placeholderData: (before) => before,
  });

export const categoriesQuery = queryOptions({
  queryKey: ['categories'],
  queryFn: ({ signal }) => take(api.GET('/categories', { signal })),
});

export const categoryTracksQuery = (n: number) =>
  infiniteQueryOptions({
    queryKey: ['category', n],
    queryFn: ({ pageParam, signal }) =>
      take(
        api.GET('/categories/{n}/tracks', {
          params: { path: { n }, query: { cursor: pageParam, limit: 15 } },
          signal,
        }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
  });
