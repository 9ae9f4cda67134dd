import type { Schemas } from '../../api/client';
import { HUES, RAMP } from '../../parts/charts/colours';
import type { Points } from './scatter';

export type LegendEntry = { name: string; colour: string };

const OTHER = '#8f8799';

/// The points of a map with their colours as pixels have them, and what the colours say.
export function colouring(map: Schemas['MusicMap'], only: string | null) {
  const numbers = map.colour === 'tempo' || map.colour === 'energy';
  const { low, high } = ends(map.value);
  const shown = numbers ? [] : foremost(map);
  const colour = new Uint32Array(map.x.length);
  for (let i = 0; i < colour.length; i++) {
    const value = map.value[i] ?? null;
    const group = numbers || value === null ? null : (map.groups[value] ?? null);
    const hex =
      value === null
        ? OTHER
        : numbers
          ? ramp((value - low) / (high - low || 1))
          : hue(shown, group);
    const faint = only !== null && group !== only;
    colour[i] = pixel(hex, faint ? 0.07 : value === null ? 0.4 : 1);
  }
  const points: Points = { x: map.x, y: map.y, colour, length: colour.length };
  const legend: LegendEntry[] = shown.map((name) => ({ name, colour: hue(shown, name) }));
  return { points, legend, range: numbers ? { low, high } : null };
}

/// The groups with most points; there are only so many colours.
function foremost(map: Schemas['MusicMap']): string[] {
  const counts = new Map<number, number>();
  for (const value of map.value)
    if (value !== null) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts]
    .sort((a, b) => b[1] - a[1])
    .slice(0, HUES.length - 1)
    .map(([group]) => map.groups[group] ?? '')
    .filter((name) => name !== '');
}

function hue(shown: string[], group: string | null): string {
  const at = group === null ? -1 : shown.indexOf(group);
  return at < 0 ? OTHER : (HUES[at] as string);
}

function ends(values: (number | null)[]): { low: number; high: number } {
  let [low, high] = [Infinity, -Infinity];
  for (const value of values) {
    if (value === null) continue;
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  return high < low ? { low: 0, high: 1 } : { low, high };
}

function ramp(share: number): string {
  return RAMP[Math.min(RAMP.length - 1, Math.floor(share * RAMP.length))] as string;
}

function pixel(hex: string, strength: number): number {
  const rgb = Number.parseInt(hex.slice(1), 16);
  const swapped = ((rgb & 255) << 16) | (rgb & 0xff00) | (rgb >> 16);
  return ((Math.round(strength * 255) << 24) | swapped) >>> 0;
}
