import { Button } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useLiveJob } from '../../api/live';
import {
  cancelJob,
  isOver,
  type Job,
  jobQuery,
  logQuery,
  noteJob,
  resumeJob,
  startJob,
} from '../../api/work';
import { Panel } from '../../parts/charts/Panel';
import { LinkButton } from '../../parts/LinkButton';
import { LoadingRows, PageHead, Trouble } from '../../parts/states';
import { tell } from '../../parts/undoable';
import { duration, moment } from '../../parts/words';
import classes from './JobPage.module.css';
import { JobProgress } from './JobProgress';
import { JobResult } from './JobResult';
import { LiveCurve } from './LiveCurve';
import { STATES } from './states';
import { Trials } from './Trials';

const route = getRouteApi('/lab/jobs/$id');

/// One job: how far it is, what it said, how it ended, and what to do then.
export function JobPage() {
  const { id } = route.useParams();
  const job = useQuery(jobQuery(id));
  const log = useQuery(logQuery(id));
  const client = useQueryClient();
  const navigate = useNavigate();
  const running = job.data !== undefined && !isOver(job.data) && job.data.state !== 'interrupted';
  useLiveJob(id, running);
  const over = job.data !== undefined && isOver(job.data);
  useEffect(() => {
    if (!over) return;
    client.invalidateQueries({ queryKey: ['log', id] });
    client.invalidateQueries({ queryKey: ['trials', id] });
  }, [client, over, id]);

  if (job.isError) {
    return (
      <Trouble error={job.error} onRetry={() => job.refetch()}>
        <LinkButton size="xs" to="/lab">
          To the Lab
        </LinkButton>
      </Trouble>
    );
  }
  if (!job.data) return <LoadingRows rows={3} height={120} />;
  const act = (what: (id: string) => Promise<Job>) => what(id).then(noteJob, tell);
  const { title, kind, state, problem, resumable, request } = job.data;
  const again = () =>
    startJob({ kind, request }).then((next) => {
      noteJob(next);
      navigate({ to: '/lab/jobs/$id', params: { id: next.id } });
    }, tell);
  const lines = log.data?.items ?? [];
  return (
    <>
      <p className={`soft small ${classes.back}`}>
        <Link to="/lab">Lab</Link>
      </p>
      <PageHead title={title} lead={times(job.data)}>
        {running && <Button onClick={() => act(cancelJob)}>Stop</Button>}
        {resumable && !running && state !== 'done' && (
          <Button variant="filled" onClick={() => act(resumeJob)}>
            Go on
          </Button>
        )}
        {over && !(resumable && state !== 'done') && kind !== 'import' && (
          <Button onClick={again}>Once more</Button>
        )}
      </PageHead>
      <div className="stack">
        <div role="status" className="sheet">
          {running ? <JobProgress job={job.data} /> : <strong>{STATES[state]}</strong>}
          {problem && <p className={classes.lines}>{problem}</p>}
          {kind === 'import' && state === 'failed' && (
            <p className={classes.again}>
              <Link to="/music">
                <u>Bring it in again</u>
              </Link>
              , perhaps as another kind, or with the good lines only.
            </p>
          )}
        </div>
        {running && kind !== 'tune' && <LiveCurve job={job.data} key={id} />}
        <JobResult job={job.data} />
        {kind === 'tune' && <Trials id={id} running={running} />}
        {lines.length > 0 && (
          <Panel title="What it said">
            <ol className={classes.log}>
              {lines.map((line, i) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: lines are only ever added
                <li key={i}>
                  <time dateTime={line.at}>{line.at.slice(11, 19)}</time> {line.text}
                </li>
              ))}
            </ol>
          </Panel>
        )}
      </div>
    </>
  );
}

function times({ created, started, ended }: Job): string {
  if (!started) return `Asked for ${moment(created)}`;
  if (!ended) return `Began ${moment(started)}`;
  const seconds = (Date.parse(ended) - Date.parse(started)) / 1000;
  return `${moment(started)}, ${duration(seconds)}`;
}
