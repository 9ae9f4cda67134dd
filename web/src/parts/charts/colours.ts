/// Colours for what has no order: told apart in both themes, also by most who see colours less.
export const HUES = [
  '#e8633b',
  '#7a5cf0',
  '#2a9d8f',
  '#d8a31a',
  '#c2418f',
  '#4f86e8',
  '#7fae3c',
  '#a0644a',
  '#4cb5d6',
  '#8f8799',
];

/// From little to much.
export const RAMP = ['#5b3fd6', '#8d5bd3', '#c25fb4', '#e8718a', '#f2925f', '#f4bf4f'];

/// From against each other over nothing to together.
export const BOTH = ['#5b3fd6', '#a99be0', '#8887', '#f0a58a', '#d64a1c'];

export type Palette = {
  ink: string;
  soft: string;
  line: string;
  wave: string;
  sheet: string;
  warm: string;
  cool: string;
};

/// The colours of the page as they are now, for what is drawn.
export function palette(): Palette {
  const style = getComputedStyle(document.documentElement);
  const of = (name: string) => style.getPropertyValue(name).trim();
  return {
    ink: of('--ink'),
    soft: of('--ink-soft'),
    line: of('--line'),
    wave: of('--wave'),
    sheet: of('--sheet'),
    warm: of('--warm-bright'),
    cool: of('--cool'),
  };
}
