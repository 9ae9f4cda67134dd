import { describe, expect, it } from 'vitest';
import { resultsOf } from './results';
import type { Job } from './work';

const job = (result: Job['result']): Job => ({
  id: '1',
  kind: 'import',
  title: '',
  request: {},
  state: 'done',
  progress: null,
  created: '',
  started: null,
  ended: null,
  result,
  problem: null,
  resumable: false,
});

describe('resultsOf', () => {
  it('has a report of each file that was imported, and of what was heard', () => {
    const results = resultsOf(job({ imports: [{ kept: 2 }], listened: [{ found: 3 }] }));
    expect(results.map((one) => one.of)).toEqual(['import', 'listen']);
  });
  it('knows a tuning by its validation, though it holds a training', () => {
    expect(resultsOf(job({ validation: {}, trainSeconds: 1 }))[0]?.of).toBe('tune');
  });
  it('has nothing to say of a job that did not end well', () => {
    expect(resultsOf(job(null))).toEqual([]);
  });
});
