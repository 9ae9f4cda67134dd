import type { Job } from './work';

/// What jobs answer, as the engine's records say it; a job's result is free JSON in the API.
export type Reason = {
  reason: string;
  count: number;
  examples: { text: string; file?: string; path?: string; line?: number }[];
};

export type ImportResult = {
  source: string;
  read: number;
  kept: number;
  duplicates: number;
  rejected: number;
  reasons: Reason[];
  notes: string[];
};

export type ListenResult = {
  found: number;
  heard: number;
  unchanged: number;
  gone: number;
  failures: Reason[];
  damaged: Reason;
  musicSeconds: number;
  seconds: number;
};

export type EvaluationResult = {
  algorithm: string;
  label: string;
  settings: Record<string, unknown>;
  weighting: string;
  seed: number;
  k: number;
  metrics: Record<string, number | null>;
  intervals: Record<string, (number | null)[]>;
  trainSeconds: number;
  users: number;
  items: number;
  testCells: number;
  toBest?: { best: boolean; difference: number; withinNoise: boolean; p: number } | null;
};

export type EvaluationTable = {
  results: EvaluationResult[];
  failures: { label: string; reason: string }[];
  notes: string[];
};

export type TuneResult = {
  algorithm: string;
  changed: Record<string, string>;
  validation: { ndcg: number; coverage: number };
  trials: number;
  seconds: number;
  notes: string[];
};

export type TrainResult = {
  name: string;
  algorithm: string;
  users: number;
  items: number;
  trainSeconds: number;
};

export type CategoriesResult = {
  tracks: number;
  leftOut: number;
  categories: { name: string; tracks: number }[];
};

export type Result =
  | { of: 'categories'; said: CategoriesResult }
  | { of: 'import'; said: ImportResult }
  | { of: 'failures'; said: { file: string; reason: string }[] }
  | { of: 'listen'; said: ListenResult }
  | { of: 'evaluate'; said: EvaluationTable }
  | { of: 'tune'; said: TuneResult }
  | { of: 'train'; said: TrainResult };

/// Tells by what a result has which one it is; an import has a report of each file, and of what was heard.
export function resultsOf(job: Job): Result[] {
  const said = job.result as Record<string, unknown> | null;
  if (said === null) return [];
  if ('imports' in said) {
    const {
      imports,
      listened,
      failures = [],
    } = said as {
      imports: ImportResult[];
      listened: ListenResult[];
      failures?: { file: string; reason: string }[];
    };
    return [
      ...(failures.length > 0 ? [{ of: 'failures', said: failures } as const] : []),
      ...imports.map((one): Result => ({ of: 'import', said: one })),
      ...listened.map((one): Result => ({ of: 'listen', said: one })),
    ];
  }
  if ('musicSeconds' in said) return [{ of: 'listen', said: said as ListenResult }];
  if ('results' in said) return [{ of: 'evaluate', said: said as EvaluationTable }];
  if ('validation' in said) return [{ of: 'tune', said: said as TuneResult }];
  if ('categories' in said) return [{ of: 'categories', said: said as CategoriesResult }];
  if ('trainSeconds' in said) return [{ of: 'train', said: said as TrainResult }];
  return [];
}
