import { type EvaluationResult, resultsOf } from '../../api/results';
import type { Algorithm, Job, Model } from '../../api/work';

/// How good one algorithm with its settings was, on one test.
export type Figure = {
  label: string;
  accuracy: number;
  coverage: number;
  trainSeconds: number;
  /// Models on the shelf that have these settings.
  models: Model[];
};

/// What was measured on the very same test, and so may stand side by side.
export type Comparison = {
  key: string;
  on: string;
  k: number;
  users: number;
  items: number;
  ended: string;
  /// The job that measured last.
  job: string;
  figures: Figure[];
};

/// All comparisons that finished jobs hold, the newest first. Where something was measured twice
/// on a test, the newer figure counts.
export function comparisonsOf(jobs: Job[], models: Model[]): Comparison[] {
  const found = new Map<string, Comparison>();
  const newest = jobs
    .filter((job) => job.kind === 'evaluate' && job.state === 'done')
    .sort((a, b) => (b.ended ?? '').localeCompare(a.ended ?? ''));
  for (const job of newest) {
    for (const result of resultsOf(job)) {
      if (result.of !== 'evaluate') continue;
      for (const one of result.said.results) add(found, job, one, models);
    }
  }
  return [...found.values()];
}

function add(found: Map<string, Comparison>, job: Job, one: EvaluationResult, models: Model[]) {
  const accuracy = one.metrics[`ndcg@${one.k}`];
  const coverage = one.metrics[`coverage@${one.k}`];
  if (accuracy == null || coverage == null) return;
  const on = String(job.request.on ?? 'artists');
  const of = String(job.request.of ?? 'listeners');
  const { k, users, items } = one;
  const key = [of, on, job.request.holdout, one.seed, k, users, items, one.testCells].join(' ');
  const same = found.get(key) ?? {
    key,
    on,
    k,
    users,
    items,
    ended: job.ended ?? '',
    job: job.id,
    figures: [],
  };
  found.set(key, same);
  if (same.figures.some((figure) => figure.label === one.label)) return;
  same.figures.push({
    label: one.label,
    accuracy,
    coverage,
    trainSeconds: one.trainSeconds,
    models: models.filter((model) => model.on === on && model.of === of && isOf(model, one)),
  });
}

/// Whether a model has the algorithm and the settings that were measured.
function isOf(model: Model, { algorithm, settings, weighting }: EvaluationResult): boolean {
  const names = Object.keys(settings);
  return (
    model.algorithm === algorithm &&
    model.weighting === weighting &&
    names.length === Object.keys(model.settings).length &&
    names.every((name) => model.settings[name] === String(settings[name]))
  );
}

/// The newest figure for a model.
export function figureOf(model: Model, comparisons: Comparison[]) {
  for (const comparison of comparisons) {
    const figure = comparison.figures.find((one) =>
      one.models.some((of) => of.name === model.name),
    );
    if (figure) return { ...figure, k: comparison.k, job: comparison.job };
  }
  return undefined;
}

/// How the server is asked to measure an algorithm with the very settings of a model:
/// `als/rank=32`. Nothing where the settings cannot be written so.
export function candidateOf(model: Model, algorithms: Algorithm[]): string | undefined {
  const known = algorithms.find((one) => one.name === model.algorithm);
  if (!known) return undefined;
  const changed = Object.entries(model.settings).filter(
    ([name, value]) => known.settings.find((one) => one.name === name)?.default !== value,
  );
  const weight = model.weighting === known.weighting ? [] : [['weight', model.weighting]];
  const parts = [...changed, ...weight].map(([name, value]) => `${name}=${value}`);
  return parts.some((part) => part.includes('/'))
    ? undefined
    : [model.algorithm, ...parts].join('/');
}
