import { Button, Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { libraryQuery } from '../../api/library';
import { jobsQuery, modelsQuery, noteJob, startJob } from '../../api/work';
import { Panel } from '../../parts/charts/Panel';
import { tell } from '../../parts/undoable';
import { count, many, moment } from '../../parts/words';
import { AccuracyChart } from './AccuracyChart';
import { comparisonsOf } from './figures';

/// How good algorithms were when they were compared, from the jobs that measured it.
export function Accuracy() {
  const jobs = useQuery(jobsQuery);
  const models = useQuery(modelsQuery);
  const library = useQuery(libraryQuery);
  const navigate = useNavigate();
  const [key, setKey] = useState<string | null>(null);
  const all = useMemo(
    () => comparisonsOf(jobs.data?.items ?? [], models.data?.items ?? []),
    [jobs.data, models.data],
  );
  const shown = all.find((one) => one.key === key) ?? all[0];
  const points = useMemo(
    () =>
      (shown?.figures ?? []).map((figure) => ({
        name: figure.models[0]?.name ?? figure.label,
        accuracy: figure.accuracy,
        coverage: figure.coverage,
        emphasis: figure.models.some((model) => model.active),
      })),
    [shown],
  );
  const compare = () =>
    startJob({ kind: 'evaluate', request: { algorithms: ['all'], on: 'artists' } }).then((job) => {
      noteJob(job);
      navigate({ to: '/lab/jobs/$id', params: { id: job.id } });
    }, tell);
  if (!jobs.isSuccess || !models.isSuccess) return null;
  if (!shown) {
    return (
      <Panel
        title="Accuracy against coverage"
        lead="Which algorithm finds what people really play, and which reaches more of the library? Compare them once, and the answer stands here."
        tools={
          <Button onClick={compare} disabled={!library.data?.counts.plays}>
            Compare all
          </Button>
        }
      >
        <p className="soft small">Nothing was compared yet.</p>
      </Panel>
    );
  }
  return (
    <Panel
      title="Accuracy against coverage"
      lead={`Right is more accurate, up reaches more of the library. Lists of ${shown.k} for ${many(shown.users, 'listener')}, out of ${count(shown.items)} ${shown.on}.`}
      tools={
        all.length > 1 && (
          <Select
            aria-label="Which comparison"
            data={all.map((one) => ({ value: one.key, label: `${one.on}, ${moment(one.ended)}` }))}
            value={shown.key}
            onChange={setKey}
            allowDeselect={false}
          />
        )
      }
    >
      <AccuracyChart points={points} k={shown.k} />
      <p className="soft small">
        Measured {moment(shown.ended)}.{' '}
        <Link to="/lab/jobs/$id" params={{ id: shown.job }}>
          <u>The whole report</u>
        </Link>
      </p>
    </Panel>
  );
}
