import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { jobsQuery } from '../../api/work';
import { Panel } from '../../parts/charts/Panel';
import { LoadingRows, Trouble } from '../../parts/states';
import { moment } from '../../parts/words';
import { JobProgress } from './JobProgress';
import classes from './LabPage.module.css';
import { STATES } from './states';

/// What is being worked on and what was, the newest first.
export function JobList() {
  const jobs = useQuery(jobsQuery);
  const items = jobs.data?.items ?? [];
  return (
    <Panel title="Work" lead="One heavy thing at a time; what waits goes on by itself.">
      {jobs.isError && <Trouble error={jobs.error} onRetry={() => jobs.refetch()} />}
      {jobs.isPending && <LoadingRows rows={3} height={56} />}
      {jobs.isSuccess && items.length === 0 && <p className="soft">Nothing was done yet.</p>}
      <ul className={classes.jobs}>
        {items.slice(0, 8).map((job) => (
          <li key={job.id}>
            <Link to="/lab/jobs/$id" params={{ id: job.id }} className={classes.job} data-stop>
              <strong>{job.title}</strong>
              <span className="soft small">
                {STATES[job.state]}, {moment(job.created)}
              </span>
              {job.state === 'running' && <JobProgress job={job} />}
            </Link>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
