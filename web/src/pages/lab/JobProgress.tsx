import { Progress } from '@mantine/core';
import type { Job } from '../../api/work';
import { count } from '../../parts/words';

/// How far a job is, as far as it knows.
export function JobProgress({ job }: { job: Job }) {
  const { stage = '', done = 0, total = 0, detail = '' } = job.progress ?? {};
  const known = total > 0;
  const words = [stage, known && `${count(done)} of ${count(total)}`, detail]
    .filter(Boolean)
    .join(', ');
  return (
    <div>
      <Progress
        value={known ? (100 * done) / total : 100}
        animated={!known}
        size="md"
        radius="xl"
        aria-label={words || job.title}
      />
      <span className="soft small figures">{words}</span>
    </div>
  );
}
