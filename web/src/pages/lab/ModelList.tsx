import { Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import {
  activateModel,
  algorithmsQuery,
  deleteModel,
  jobsQuery,
  type Model,
  modelsQuery,
  noteJob,
  rollBackModel,
  startJob,
} from '../../api/work';
import { Panel } from '../../parts/charts/Panel';
import { LoadingRows, Trouble } from '../../parts/states';
import { tell } from '../../parts/undoable';
import { count, moment } from '../../parts/words';
import { type Comparison, candidateOf, comparisonsOf, figureOf } from './figures';
import classes from './LabPage.module.css';

/// The models there are; the active one answers everybody.
export function ModelList() {
  const models = useQuery(modelsQuery);
  const jobs = useQuery(jobsQuery);
  const algorithms = useQuery(algorithmsQuery);
  const navigate = useNavigate();
  const client = useQueryClient();
  const change = useMutation({
    mutationFn: (work: () => Promise<unknown>) => work(),
    onSuccess: () => client.invalidateQueries(),
    onError: tell,
  });
  const items = models.data?.items ?? [];
  const known = algorithms.data?.items ?? [];
  const comparisons = comparisonsOf(jobs.data?.items ?? [], items);
  const measure = (model: Model) =>
    startJob({
      kind: 'evaluate',
      request: {
        algorithms: [candidateOf(model, known) ?? model.algorithm],
        on: model.on === 'tracks' ? 'tracks' : 'artists',
        of: model.of === 'playlists' ? 'playlists' : 'listeners',
      },
    }).then((job) => {
      noteJob(job);
      navigate({ to: '/lab/jobs/$id', params: { id: job.id } });
    }, tell);
  return (
    <Panel
      title="Models"
      tools={
        items.length > 1 && (
          <Button onClick={() => change.mutate(rollBackModel)} loading={change.isPending}>
            Back to the one before
          </Button>
        )
      }
    >
      {models.isError && <Trouble error={models.error} onRetry={() => models.refetch()} />}
      {models.isPending && <LoadingRows rows={3} height={48} />}
      {models.isSuccess && items.length === 0 && (
        <p className="soft">
          No model yet. Train one above: with a few thousand plays it takes seconds.
        </p>
      )}
      {items.length > 0 && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by keyboard
        <section className={classes.scroll} tabIndex={0} aria-label="Models">
          <table className={classes.table}>
            <thead>
              <tr>
                <th>Name</th>
                <th>Algorithm</th>
                <th>Recommends</th>
                <th>Size</th>
                <th>Trained</th>
                <th>Measured</th>
                <th>
                  <span className="soft">What to do</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {items.map((model) => (
                <tr key={model.name}>
                  <td>
                    <strong>{model.name}</strong>{' '}
                    {model.active && <span className={classes.active}>answers</span>}
                    {model.problem && <div className="soft small">{model.problem}</div>}
                    {model.stale && <div className="soft small">the library has grown since</div>}
                  </td>
                  <td title={details(model)}>{model.algorithm}</td>
                  <td>{model.on}</td>
                  <td className="figures">
                    {count(model.users)} × {count(model.items)}
                  </td>
                  <td>{moment(model.created)}</td>
                  <td className="figures small">
                    <Measured model={model} comparisons={comparisons} />
                  </td>
                  <td>
                    <div className="row">
                      <Button
                        size="compact-sm"
                        disabled={model.active || model.problem !== null}
                        onClick={() => change.mutate(() => activateModel(model.name))}
                      >
                        Activate
                      </Button>
                      <Button
                        size="compact-sm"
                        disabled={candidateOf(model, known) === undefined}
                        title="Hides a part of the plays, learns with the same settings, and counts what it finds again"
                        onClick={() => measure(model)}
                      >
                        Measure
                      </Button>
                      <Button
                        size="compact-sm"
                        disabled={model.active}
                        onClick={() => change.mutate(() => deleteModel(model.name))}
                      >
                        Delete
                      </Button>
                    </div>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
    </Panel>
  );
}

/// How good it is, where that was measured: on a test with its settings, or while it was tuned.
function Measured({ model, comparisons }: { model: Model; comparisons: Comparison[] }) {
  const figure = figureOf(model, comparisons);
  if (figure) {
    return (
      <Link to="/lab/jobs/$id" params={{ id: figure.job }}>
        {`NDCG@${figure.k} ${figure.accuracy.toFixed(3)}`}
        <div className="soft">reaches {share(figure.coverage)}</div>
      </Link>
    );
  }
  const accuracy = model.metrics['validation ndcg@10'];
  const coverage = model.metrics['validation coverage@10'];
  if (accuracy == null || coverage == null) return <span className="soft">not compared yet</span>;
  return (
    <>
      {`NDCG@10 ${accuracy.toFixed(3)}`}
      <div className="soft">reaches {share(coverage)}, while tuning</div>
    </>
  );
}

const share = (of: number) => `${Math.round(100 * of)} %`;

/// What the training says of itself, and all settings.
function details({ settings, weighting, metrics, seed }: Model): string {
  const words = (of: Record<string, unknown>) =>
    Object.entries(of).map(([name, value]) => `${name} ${value}`);
  return [...words(settings), `weighting ${weighting}`, `seed ${seed}`, ...words(metrics)].join(
    '\n',
  );
}
