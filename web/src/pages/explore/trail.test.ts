import { beforeAll, describe, expect, it, vi } from 'vitest';
import type { Step, walked as Walked } from './trail';

const step = (id: string, kind: Step['kind'] = 'artist'): Step => ({ kind, id, name: `N ${id}` });

describe('the trail', () => {
  let walked: typeof Walked;
  beforeAll(async () => {
    vi.stubGlobal('sessionStorage', { getItem: () => null });
    ({ walked } = await import('./trail'));
  });
  it('grows by each step', () => {
    expect(walked([step('1')], step('2')).map((s) => s.id)).toEqual(['1', '2']);
  });
  it('is cut back where one was before', () => {
    expect(walked([step('1'), step('2'), step('3')], step('1'))).toEqual([step('1')]);
  });
  it('tells an artist from a track of the same id', () => {
    expect(walked([step('1')], step('1', 'track'))).toHaveLength(2);
  });
  it('forgets its beginning when it gets long', () => {
    const long = Array.from({ length: 30 }, (_, i) => step(`${i}`)).reduce(walked, [] as Step[]);
    expect(long).toHaveLength(12);
    expect(long.at(-1)?.id).toBe('29');
  });
});
