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
  label: string;
  k: number;
  metrics: Record<string, number | null>;
  intervals: Record<string, (number | null)[]>;
  trainSeconds: number;
  users: number;
  items: number;
  toBest?: { best: boolean; withinNoise: boolean; p: number } | null;
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

export type Result =
  | { of: 'import'; said: ImportResult }
  | { of: 'listen'; said: ListenResult }
  | { of: 'evaluate'; said: EvaluationTable }
  | { of: 'tune'; said: TuneResult }
  | { of: 'train'; said: TrainResult };

/// Tells by what a result has which one it is: an import of music answers as listening does.
export function resultOf(job: Job): Result | null {
  const said = job.result as Record<string, unknown> | null;
  if (said === null) return null;
  if ('musicSeconds' in said) return { of: 'listen', said: said as ListenResult };
  if ('kept' in said) return { of: 'import', said: said as ImportResult };
  if ('results' in said) return { of: 'evaluate', said: said as EvaluationTable };
  if ('validation' in said) return { of: 'tune', said: said as TuneResult };
  if ('trainSeconds' in said) return { of: 'train', said: said as TrainResult };
  return null;
}
