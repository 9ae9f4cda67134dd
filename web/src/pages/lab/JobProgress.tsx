import { Progress } from '@mantine/core';
import { useInterval } from '@mantine/hooks';
import { useState } from 'react';
import type { Job } from '../../api/work';
import { count, duration } from '../../parts/words';

/// How far a job is, as far as it knows; a tuning goes by the time it was given.
export function JobProgress({ job }: { job: Job }) {
  const [now, setNow] = useState(Date.now());
  const timed = job.kind === 'tune' && job.state === 'running';
  useInterval(() => setNow(Date.now()), 1000, { autoInvoke: timed });
  const { stage = '', done = 0, total = 0, detail = '' } = job.progress ?? {};
  const given = Number(job.request.seconds ?? 0);
  const spent = Math.min(given, Math.max(0, (now - Date.parse(job.started ?? '')) / 1000));
  const byTime = timed && given > 0 && job.started !== null;
  const known = total > 0 || byTime;
  const share = byTime ? spent / given : done / total;
  const words = [
    stage,
    byTime
      ? `${duration(Math.round(spent))} of ${duration(given)}`
      : total > 0 && `${count(done)} of ${count(total)}`,
    detail,
  ]
    .filter(Boolean)
    .join(', ');
  return (
    <div>
      <Progress
        value={known ? 100 * share : 100}
        animated={!known}
        size="md"
        radius="xl"
        aria-label={words || job.title}
      />
      <span className="soft small figures">{words || 'waits its turn'}</span>
    </div>
  );
}
