import { Tooltip } from '@mantine/core';
import { IconLoader2 } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { jobsQuery } from '../../api/work';
import classes from './JobsBadge.module.css';

/// Says that something is being worked on, wherever one is.
export function JobsBadge() {
  const jobs = useQuery(jobsQuery);
  const running = jobs.data?.items.find((job) => job.state === 'running');
  if (!running) return null;
  const { done = 0, total = 0, stage = '' } = running.progress ?? {};
  const share = total > 0 ? ` ${Math.floor((100 * done) / total)} %` : '';
  return (
    <Tooltip label={`${running.title}${stage ? `: ${stage}` : ''}`}>
      <Link to="/lab/jobs/$id" params={{ id: running.id }} className={classes.badge}>
        <IconLoader2 size={18} aria-hidden className={classes.turn} />
        <span className="figures">Working{share}</span>
      </Link>
    </Tooltip>
  );
}
