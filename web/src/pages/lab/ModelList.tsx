import { Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { activateModel, deleteModel, type Model, modelsQuery, rollBackModel } from '../../api/work';
import { Panel } from '../../parts/charts/Panel';
import { LoadingRows, Trouble } from '../../parts/states';
import { tell } from '../../parts/undoable';
import { count, moment } from '../../parts/words';
import { AccuracyChart } from './AccuracyChart';
import classes from './LabPage.module.css';

/// The models there are; the active one answers everybody.
export function ModelList() {
  const models = useQuery(modelsQuery);
  const client = useQueryClient();
  const change = useMutation({
    mutationFn: (work: () => Promise<unknown>) => work(),
    onSuccess: () => client.invalidateQueries(),
    onError: tell,
  });
  const items = models.data?.items ?? [];
  const points = items.flatMap((model) => pointOf(model) ?? []);
  return (
    <>
      {points.length > 1 && (
        <Panel
          title="Accuracy against coverage"
          lead="Right is more accurate, up reaches more of the library."
        >
          <AccuracyChart points={points} />
        </Panel>
      )}
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
                    <td>{model.algorithm}</td>
                    <td>{model.on}</td>
                    <td className="figures">
                      {count(model.users)} × {count(model.items)}
                    </td>
                    <td>{moment(model.created)}</td>
                    <td className="figures small">{measured(model)}</td>
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
    </>
  );
}

function measured(model: Model): string {
  return Object.entries(model.metrics)
    .filter(([, value]) => value !== null)
    .slice(0, 3)
    .map(([name, value]) => `${name} ${(value ?? 0).toFixed(3)}`)
    .join(', ');
}

function pointOf(model: Model): { name: string; accuracy: number; coverage: number } | undefined {
  const accuracy = model.metrics['ndcg@10'];
  const coverage = model.metrics['coverage@10'];
  if (accuracy == null || coverage == null) return undefined;
  return { name: model.name, accuracy, coverage };
}
