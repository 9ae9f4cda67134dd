import { describe, expect, it } from 'vitest';
import { resultOf } from './results';
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

describe('resultOf', () => {
  it('tells an import of music, which answers as listening does, from one of plays', () => {
    expect(resultOf(job({ found: 3, musicSeconds: 9 }))?.of).toBe('listen');
    expect(resultOf(job({ read: 3, kept: 2 }))?.of).toBe('import');
  });
  it('knows a tuning by its validation, though it holds a training', () => {
    expect(resultOf(job({ validation: {}, trainSeconds: 1 }))?.of).toBe('tune');
  });
  it('has nothing to say of a job that did not end well', () => {
    expect(resultOf(job(null))).toBeNull();
  });
});
