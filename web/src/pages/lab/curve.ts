import type { Schemas } from '../../api/client';

/// A figure of a training by round.
export type Curve = {
  stage: string;
  name: string;
  total: number;
  points: [number, number][];
};

/// The curve with one more point; a new stage begins a new one. Progress without a figure adds none.
export function grown(before: Curve | null, progress: Schemas['JobProgress']): Curve | null {
  const { stage, done, total, detail } = progress;
  const said = /^([\p{L} ]+?) (-?\d+(?:\.\d+)?(?:[eE]-?\d+)?)$/u.exec(detail.trim());
  if (!said) return before?.stage === stage ? before : null;
  const [, name = '', figure = ''] = said;
  const same =
    before?.stage === stage && before.name === name && (before.points.at(-1)?.[0] ?? 0) <= done;
  const points = (same ? before.points : []).filter(([round]) => round < done);
  return { stage, name, total, points: [...points, [done, Number(figure)]] };
}
