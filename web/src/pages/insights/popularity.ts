import type { Schemas } from '../../api/client';

type Figures = Schemas['FeatureFigures'];
export type Tie = { feature: string; r: number };

/// How each feature goes with popularity: as it was imported, else with how often tracks are
/// played here (on a scale of doublings, by the sample that is plotted).
export function withPopularity(figures: Figures): { by: 'popularity' | 'plays'; ties: Tie[] } {
  const told = figures.features.flatMap(({ feature, withPopularity: r }) =>
    r !== null && feature !== 'popularity' ? [{ feature, r }] : [],
  );
  if (told.length > 0) return { by: 'popularity', ties: told };
  const { plays, values } = figures.scatter;
  const doublings = plays.map((n) => Math.log2(1 + n));
  const ties = figures.features.flatMap(({ feature }, i) => {
    const r = correlation(values[i] ?? [], doublings);
    return r === null ? [] : [{ feature, r }];
  });
  return { by: 'plays', ties };
}

/// Pearson's, over the places where both are known; nothing where one never changes.
export function correlation(a: (number | null)[], b: (number | null)[]): number | null {
  const pairs = a.flatMap((x, i) => {
    const y = b[i];
    return x !== null && y != null ? [[x, y] as const] : [];
  });
  if (pairs.length < 3) return null;
  const mean = (of: 0 | 1) => pairs.reduce((sum, pair) => sum + pair[of], 0) / pairs.length;
  const [mx, my] = [mean(0), mean(1)];
  let [xy, xx, yy] = [0, 0, 0];
  for (const [x, y] of pairs) {
    xy += (x - mx) * (y - my);
    xx += (x - mx) ** 2;
    yy += (y - my) ** 2;
  }
  return xx > 0 && yy > 0 ? xy / Math.sqrt(xx * yy) : null;
}
