import { queryOptions } from '@tanstack/react-query';
import { api, Problem, problemOf, type Schemas, take } from './client';
import type { ItemRef } from './recommend';

export type Format = Schemas['ExportFormat'];
export type Playlist = Schemas['Playlist'];

export const FORMATS: { format: Format; label: string }[] = [
  { format: 'm3u8', label: 'M3U8, for players' },
  { format: 'csv', label: 'CSV, for spreadsheets' },
  { format: 'jspf', label: 'JSPF, for other services' },
];

export const playlistsQuery = queryOptions({
  queryKey: ['playlists'],
  queryFn: ({ signal }) =>
    take(api.GET('/playlists', { params: { query: { limit: 200 } }, signal })),
});

export const playlistQuery = (id: string) =>
  queryOptions({
    queryKey: ['playlist', id],
    queryFn: ({ signal }) => take(api.GET('/playlists/{id}', { params: { path: { id } }, signal })),
  });

export const createPlaylist = (draft: Schemas['PlaylistDraft']) =>
  take(api.POST('/playlists', { body: draft }));

export const putPlaylist = (id: string, draft: Schemas['PlaylistDraft']) =>
  take(api.PUT('/playlists/{id}', { params: { path: { id } }, body: draft }));

export const restorePlaylist = (id: string) =>
  take(api.POST('/playlists/{id}/restore', { params: { path: { id } } }));

/// Asks again for what made a playlist.
export const refreshPlaylist = (id: string) =>
  take(api.POST('/playlists/{id}/refresh', { params: { path: { id } } }));

export const patchPlaylist = (id: string, body: Schemas['PlaylistPatch']) =>
  take(api.PATCH('/playlists/{id}', { params: { path: { id } }, body }));

export const deletePlaylist = (id: string) =>
  take(api.DELETE('/playlists/{id}', { params: { path: { id } } }));

/// Hands a playlist to the browser as a file.
export async function exportPlaylist(id: string, name: string, format: Format) {
  const answer = await api.GET('/playlists/{id}/export', {
    params: { path: { id }, query: { format } },
    parseAs: 'blob',
  });
  hand(await fileOf(answer), name, format);
}

/// Hands a list to the browser as a file without keeping it.
export async function exportItems(items: ItemRef[], name: string, format: Format) {
  const answer = await api.POST('/exports', { body: { format, name, items }, parseAs: 'blob' });
  hand(await fileOf(answer), name, format);
}

async function fileOf(answer: { data?: Blob; error?: unknown; response: Response }): Promise<Blob> {
  if (answer.data) return answer.data;
  const problem = problemOf(answer.error, answer.response.status);
  throw new Problem('The list could not be exported', problem.message, problem.status);
}

function hand(file: Blob, name: string, format: Format) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = `${fileName(name)}.${format}`;
  link.click();
  // The download has its own hold of the bytes once it has begun.
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

/// A name that every file system takes.
export function fileName(name: string): string {
  const plain = name
    .replace(/[\\/:*?"<>|\p{Cc}]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return plain.slice(0, 100) || 'playlist';
}
