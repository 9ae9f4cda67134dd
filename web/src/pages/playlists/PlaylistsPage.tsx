export function PlaylistsPage() {
  return null;
}
