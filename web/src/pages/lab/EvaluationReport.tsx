import type { ReactNode } from 'react';
import type { EvaluationResult, EvaluationTable } from '../../api/results';
import { Panel, Panels } from '../../parts/charts/Panel';
import { duration } from '../../parts/words';
import { AccuracyChart } from './AccuracyChart';
import classes from './LabPage.module.css';

/// What is shown, the telling first, each with what it says.
const SHOWN: [string, string, string][] = [
  ['ndcg', 'NDCG', 'Whether what people really play stands high in the list; 1 is perfect'],
  ['precision', 'Precision', 'The share of a list that people really play'],
  ['recall', 'Recall', 'The share of what people really play that stands in the list'],
  ['map', 'MAP', 'Precision at each hit, averaged'],
  ['coverage', 'Coverage', 'The share of the library that reaches at least one list'],
  ['novelty', 'Novelty', 'How little known what is listed is, in bits'],
  ['diversity', 'Diversity', 'How much the items of one list differ'],
];

/// The report of a comparison: each algorithm's figures, with how sure they are.
export function EvaluationReport({ table }: { table: EvaluationTable }) {
  const [first] = table.results;
  if (!first) return null;
  const sorted = [...table.results].sort((a, b) => (at(b, 'ndcg') ?? -1) - (at(a, 'ndcg') ?? -1));
  const most = Math.max(at(sorted[0] ?? first, 'ndcg') ?? 0, 1e-9);
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
        lead={`On ${first.users} listeners and ${first.items} items, lists of ${first.k}; the most accurate first, with the half-width of the 95 % interval. Where a difference may be chance, it says so.`}
      >
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by keyboard */}
        <section className={classes.scroll} tabIndex={0} aria-label="Figures">
          <table className={classes.table}>
            <thead>
              <tr>
                <th>Algorithm</th>
                {SHOWN.map(([name, label, words]) => (
                  <th key={name} title={words}>
                    {label}
                  </th>
                ))}
                <th>Training</th>
                <th>Against the best</th>
              </tr>
            </thead>
            <tbody>
              {sorted.map((one) => (
                <tr key={one.label}>
                  <td>
                    <strong>{one.label}</strong>
                  </td>
                  {SHOWN.map(([name]) => (
                    <td key={name} className="figures" title={interval(one, name)}>
                      {name === 'ndcg' ? (
                        <Bar share={(at(one, name) ?? 0) / most}>
                          {at(one, name)?.toFixed(3) ?? '–'}
                          <span className="soft small"> {short(one)}</span>
                        </Bar>
                      ) : (
                        shown(name, at(one, name))
                      )}
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

/// A figure on a bar, to be compared by eye.
function Bar({ share, children }: { share: number; children: ReactNode }) {
  return (
    <span className={classes.bar}>
      <span className={classes.fill} style={{ width: `${Math.round(100 * share)}%` }} aria-hidden />
      <span className={classes.figure}>{children}</span>
    </span>
  );
}

/// Half of the interval: "±.012".
function short(one: EvaluationResult): string {
  const [low, high] = one.intervals[`ndcg@${one.k}`] ?? [];
  return low != null && high != null ? `±${((high - low) / 2).toFixed(3)}` : '';
}

function shown(name: string, value: number | undefined): string {
  if (value === undefined) return '–';
  return name === 'coverage'
    ? `${Math.round(100 * value)} %`
    : value.toFixed(name === 'novelty' ? 1 : 3);
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
  const by = Math.abs(toBest.difference).toFixed(3);
  return toBest.withinNoise ? `${by} less, may be chance` : `${by} less`;
}
