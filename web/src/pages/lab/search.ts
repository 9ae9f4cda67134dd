/// What the address of the Lab says: the work that is being prepared.
export type LabSearch = {
  work?: 'tune' | 'evaluate';
  algorithm?: string;
  compare?: string[];
  on?: 'tracks';
  minutes?: string;
};

export function readLab(raw: Record<string, unknown>): LabSearch {
  const compare = Array.isArray(raw.compare)
    ? raw.compare.filter((one) => typeof one === 'string')
    : [];
  return {
    work: raw.work === 'tune' || raw.work === 'evaluate' ? raw.work : undefined,
    algorithm: typeof raw.algorithm === 'string' ? raw.algorithm : undefined,
    compare: compare.length > 0 ? compare : undefined,
    on: raw.on === 'tracks' ? raw.on : undefined,
    minutes: typeof raw.minutes === 'string' && /^\d+$/.test(raw.minutes) ? raw.minutes : undefined,
  };
}
