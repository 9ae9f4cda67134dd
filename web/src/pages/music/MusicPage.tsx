export function MusicPage() {
  return null;
}
