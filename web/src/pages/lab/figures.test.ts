import { describe, expect, it } from 'vitest';
import type { Algorithm, Job, Model } from '../../api/work';
import { candidateOf, comparisonsOf, figureOf } from './figures';

const result = (label: string, ndcg: number, settings: Record<string, unknown> = {}) => ({
  algorithm: label.split('/')[0],
  label,
  settings,
  weighting: 'tfidf',
  k: 10,
  seed: 42,
  metrics: { 'ndcg@10': ndcg, 'coverage@10': 0.5 },
  trainSeconds: 1,
  users: 400,
  items: 250,
  testCells: 1500,
});

const job = (id: string, ended: string, results: unknown[], more: Partial<Job> = {}) =>
  ({
    id,
    kind: 'evaluate',
    state: 'done',
    ended,
    request: { algorithms: ['all'], on: 'artists' },
    result: { results, failures: [], notes: [] },
    ...more,
  }) as unknown as Job;

const model = (name: string, settings: Record<string, string>) =>
  ({
    name,
    algorithm: 'als',
    weighting: 'tfidf',
    settings,
    of: 'listeners',
    on: 'artists',
  }) as unknown as Model;

describe('comparisons of finished jobs', () => {
  const old = job('1', '2026-01-01T00:00:00Z', [result('als', 0.2), result('popular', 0.1)]);
  const late = job('2', '2026-02-01T00:00:00Z', [result('als', 0.3, { rank: 32 })]);

  it('join what was measured on the same test, the newer figure first', () => {
    const [one, ...others] = comparisonsOf([old, late], []);
    expect(others).toEqual([]);
    expect(one?.job).toBe('2');
    expect(one?.figures.map((f) => [f.label, f.accuracy])).toEqual([
      ['als', 0.3],
      ['popular', 0.1],
    ]);
  });
  it('keep other tests apart, and leave out what did not end well', () => {
    const tracks = job('3', '2026-03-01T00:00:00Z', [result('als', 0.4)], {
      request: { on: 'tracks' },
    });
    const failed = job('4', '2026-03-01T00:00:00Z', [], { state: 'failed', result: null });
    expect(comparisonsOf([old, tracks, failed], []).map((one) => one.on)).toEqual([
      'tracks',
      'artists',
    ]);
  });
  it('know the models with the very settings that were measured', () => {
    const mine = model('mine', { rank: '32' });
    const other = model('other', { rank: '64' });
    const all = comparisonsOf([late], [mine, other]);
    expect(figureOf(mine, all)?.accuracy).toBe(0.3);
    expect(figureOf(other, all)).toBeUndefined();
  });
});

describe('a model that is to be measured', () => {
  const als = {
    name: 'als',
    weighting: 'tfidf',
    settings: [
      { name: 'rank', default: '128' },
      { name: 'alpha', default: 'auto' },
    ],
  } as unknown as Algorithm;

  it('is asked about by what differs from the defaults', () => {
    expect(candidateOf(model('mine', { rank: '32', alpha: 'auto' }), [als])).toBe('als/rank=32');
    const other = { ...model('mine', { rank: '128', alpha: '2' }), weighting: 'log1p' };
    expect(candidateOf(other, [als])).toBe('als/alpha=2/weight=log1p');
    expect(candidateOf(model('mine', {}), [])).toBeUndefined();
  });
});
