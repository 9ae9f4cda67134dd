export function ArtistPage() {
  return null;
}
