const LISTS = new Set(['like', 'notLike', 'genre', 'mood', 'compare', 'show']);
const NUMBERS = new Set([
  'sound',
  'surprise',
  'diversity',
  'explore',
  'rest',
  'perArtist',
  'seed',
  'n',
  'category',
]);
const SWITCHES = new Set(['known', 'now', 'pick']);

/// Reads addresses that people can read: `?like=Nygruz&like=Vorvox&surprise=0.4`.
export function readAddress(search: string): Record<string, unknown> {
  const read: Record<string, unknown> = {};
  for (const [name, raw] of new URLSearchParams(search)) {
    if (LISTS.has(name)) read[name] = [...((read[name] as string[]) ?? []), raw];
    else if (NUMBERS.has(name)) read[name] = Number(raw);
    else if (SWITCHES.has(name)) read[name] = raw === 'true';
    else read[name] = raw;
  }
  return read;
}

export function writeAddress(search: Record<string, unknown>): string {
  const write = new URLSearchParams();
  for (const [name, value] of Object.entries(search)) {
    if (value === undefined || value === null || value === '') continue;
    for (const one of Array.isArray(value) ? value : [value]) write.append(name, String(one));
  }
  const words = write.toString();
  return words ? `?${words}` : '';
}
