import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { featuresQuery } from '../../api/library';
import { noteJob, startJob } from '../../api/work';
import { tell } from '../../parts/undoable';
import { columnsOf } from './kinds';

/// Finds the kinds of music, for the first time or when music came in.
export function SortAnew({ first }: { first?: boolean }) {
  const figures = useQuery(featuresQuery(''));
  const navigate = useNavigate();
  const columns = columnsOf(figures.data?.features ?? []);
  const sort = () =>
    startJob({
      kind: 'train',
      request: {
        algorithm: 'content-nmf',
        settings:
          columns.length > 1
            ? { columns: columns.join(','), rank: Math.min(6, columns.length) }
            : {},
      },
    }).then((job) => {
      noteJob(job);
      navigate({ to: '/lab/jobs/$id', params: { id: job.id } });
    }, tell);
  return (
    <Button variant={first ? 'filled' : 'default'} onClick={sort} loading={figures.isPending}>
      {first ? 'Sort the music' : 'Sort anew'}
    </Button>
  );
}
