import type { EvaluationResult, EvaluationTable } from '../../api/results';
import { Panel, Panels } from '../../parts/charts/Panel';
import { duration } from '../../parts/words';
import { AccuracyChart } from './AccuracyChart';
import classes from './LabPage.module.css';

const SHOWN = ['precision', 'recall', 'map', 'ndcg', 'coverage', 'novelty', 'diversity'];

/// The report of a comparison: each algorithm's figures, with how sure they are.
export function EvaluationReport({ table }: { table: EvaluationTable }) {
  const [first] = table.results;
  if (!first) return null;
  const points = table.results.map((one) => ({
    name: one.label,
    accuracy: at(one, 'ndcg') ?? 0,
    coverage: at(one, 'coverage') ?? 0,
  }));
  return (
    <Panels>
      <Panel
        title="How good they are"
        wide
        lead={`On ${first.users} listeners and ${first.items} items, lists of ${first.k}. Where a difference may be chance, it says so.`}
      >
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by keyboard */}
        <section className={classes.scroll} tabIndex={0} aria-label="Figures">
          <table className={classes.table}>
            <thead>
              <tr>
                <th>Algorithm</th>
                {SHOWN.map((name) => (
                  <th key={name}>{`${name}@${first.k}`}</th>
                ))}
                <th>Training</th>
                <th>Against the best</th>
              </tr>
            </thead>
            <tbody>
              {table.results.map((one) => (
                <tr key={one.label}>
                  <td>
                    <strong>{one.label}</strong>
                  </td>
                  {SHOWN.map((name) => (
                    <td key={name} className="figures" title={interval(one, name)}>
                      {at(one, name)?.toFixed(3) ?? '–'}
                    </td>
                  ))}
                  <td className="figures">{duration(one.trainSeconds)}</td>
                  <td>{against(one)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
        {table.failures.map((failure) => (
          <p key={failure.label} className="soft small">
            {failure.label}: {failure.reason}
          </p>
        ))}
        {table.notes.map((note) => (
          <p key={note} className="soft small">
            {note}
          </p>
        ))}
      </Panel>
      {points.length > 1 && (
        <Panel title="Accuracy against coverage" wide>
          <AccuracyChart points={points} />
        </Panel>
      )}
    </Panels>
  );
}

function at(result: EvaluationResult, name: string): number | undefined {
  return result.metrics[`${name}@${result.k}`] ?? undefined;
}

function interval(result: EvaluationResult, name: string): string | undefined {
  const [low, high] = result.intervals[`${name}@${result.k}`] ?? [];
  return low != null && high != null ? `95 %: ${low.toFixed(3)} to ${high.toFixed(3)}` : undefined;
}

function against({ toBest }: EvaluationResult): string {
  if (!toBest) return '';
  if (toBest.best) return 'the best';
  return toBest.withinNoise ? 'may be chance' : 'behind';
}
