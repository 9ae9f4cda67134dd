/// What an invented sleeve looks like: two discs that fade into each other, after the name.
export type SleeveLook = {
  from: string;
  to: string;
  ground: string;
  kind: 'discs' | 'waves' | 'arcs' | 'bars';
  turn: number;
  size: number;
  offset: number;
};

const KINDS = ['discs', 'waves', 'arcs', 'bars'] as const;

/// The same name always gets the same sleeve; names that differ in a letter get another one.
export function sleeveLook(name: string): SleeveLook {
  const seed = hash(name);
  const part = (shift: number, of: number) => (seed >>> shift) % of;
  const hue = part(0, 360);
  const other = (hue + 40 + part(9, 110)) % 360;
  return {
    ground: `hsl(${hue}, 34%, 20%)`,
    from: `hsl(${hue}, 56%, 60%)`,
    to: `hsl(${other}, 70%, 66%)`,
    kind: KINDS[part(5, KINDS.length)] ?? 'discs',
    turn: part(3, 12) * 30,
    size: 22 + part(13, 14),
    offset: 10 + part(17, 14),
  };
}

/// FNV-1a over the characters, mixed once more so that near names part.
export function hash(text: string): number {
  let h = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) {
    h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  }
  h ^= h >>> 15;
  h = Math.imul(h, 0x2c1b3c6d);
  return (h ^ (h >>> 12)) >>> 0;
}
