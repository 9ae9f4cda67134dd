import type { Schemas } from '../../api/client';

type Category = Schemas['Categories']['categories'][number];

/// What tells a category from the others: a feature, how much it has of it, and how much they
/// have on average.
export type Telling = { feature: string; here: number; usual: number };

/// The features of a category, what it has more of than the others first.
export function telling(category: Category, all: Category[]): Telling[] {
  return Object.entries(category.loadings)
    .map(([feature, here]) => ({
      feature,
      here,
      usual: all.reduce((sum, one) => sum + (one.loadings[feature] ?? 0), 0) / all.length,
    }))
    .sort((a, b) => b.here - b.usual - (a.here - a.usual));
}

/// The features that a category is about: those it clearly has more of, at most three.
export function about(category: Category, all: Category[]): Telling[] {
  const [first, ...others] = telling(category, all);
  if (!first) return [];
  const clear = (first.here - first.usual) / 3;
  return [first, ...others.filter((one) => one.here - one.usual >= clear).slice(0, 2)];
}

/// What is heard as a character; keys, measures and lengths say nothing of a kind.
const CHARACTER = [
  'danceability',
  'energy',
  'loudness',
  'speechiness',
  'acousticness',
  'instrumentalness',
  'liveness',
  'valence',
  'tempo',
];

/// The features to sort by: those of character that at least half of the tracks have.
export function columnsOf(features: { feature: string; summary: { count: number } }[]): string[] {
  const most = Math.max(0, ...features.map((one) => one.summary.count));
  return features
    .filter(({ feature, summary }) => CHARACTER.includes(feature) && 2 * summary.count >= most)
    .map((one) => one.feature);
}
