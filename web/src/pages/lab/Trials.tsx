import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import { type Trial, trialsQuery } from '../../api/work';
import { axis, Chart } from '../../parts/charts/Chart';
import { HUES, type Palette } from '../../parts/charts/colours';
import { Panel, Panels } from '../../parts/charts/Panel';
import { duration } from '../../parts/words';
import { AccuracyChart } from './AccuracyChart';
import classes from './LabPage.module.css';

const FEW = 12;

/// The trials of a tuning as they end: the curve of the best so far, and all of them in a table.
export function Trials({ id, running }: { id: string; running: boolean }) {
  const trials = useQuery(trialsQuery(id));
  const [all, setAll] = useState(false);
  const items = trials.data?.items ?? [];
  if (items.length === 0) {
    return running ? <p className="soft">The first trial is under way.</p> : null;
  }
  const best = [...items].sort((a, b) => (b.ndcg ?? -1) - (a.ndcg ?? -1));
  const points = items.flatMap((trial) =>
    trial.ndcg !== null && trial.coverage !== null
      ? [
          {
            name: `${trial.algorithm} ${words(trial)}`,
            accuracy: trial.ndcg,
            coverage: trial.coverage,
          },
        ]
      : [],
  );
  return (
    <Panels>
      <Panel title="Getting better" lead="Each dot a trial, the line the best so far.">
        <Curve trials={items} />
      </Panel>
      <Panel title="Accuracy against coverage">
        <AccuracyChart points={points} names={false} />
      </Panel>
      <Panel title="Trials" lead="The best first." wide>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by keyboard */}
        <section className={classes.scroll} tabIndex={0} aria-label="Trials">
          <table className={classes.table}>
            <thead>
              <tr>
                <th>Nr.</th>
                <th>Algorithm</th>
                <th>Settings</th>
                <th>Effort</th>
                <th>NDCG@10</th>
                <th>Coverage</th>
                <th>Time</th>
              </tr>
            </thead>
            <tbody>
              {best.slice(0, all ? best.length : FEW).map((trial) => (
                <tr key={trial.number} className="figures">
                  <td>{trial.number}</td>
                  <td>{trial.algorithm}</td>
                  <td>{trial.problem ?? (words(trial) || 'defaults')}</td>
                  <td>{Math.round(100 * trial.share)} %</td>
                  <td>{trial.ndcg?.toFixed(4) ?? '–'}</td>
                  <td>{trial.coverage === null ? '–' : `${Math.round(100 * trial.coverage)} %`}</td>
                  <td>{duration(trial.seconds)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
        {!all && best.length > FEW && (
          <Button onClick={() => setAll(true)}>{`All ${best.length} trials`}</Button>
        )}
      </Panel>
    </Panels>
  );
}

function words(trial: Trial): string {
  return Object.entries(trial.settings)
    .map(([name, value]) => `${name} ${value}`)
    .join(', ');
}

const floor = (best: number) => Math.floor(best * 60) / 100;

function Curve({ trials }: { trials: Trial[] }) {
  const option = useCallback(
    (colours: Palette) => {
      const algorithms = [...new Set(trials.map((trial) => trial.algorithm))];
      let best = 0;
      const soFar = trials.map((trial) => {
        best = Math.max(best, trial.ndcg ?? 0);
        return [trial.number, best];
      });
      return {
        color: HUES,
        grid: { left: 8, right: 16, top: 16, bottom: 48, containLabel: true },
        legend: { bottom: 0, textStyle: { color: colours.ink }, icon: 'circle', data: algorithms },
        xAxis: axis(colours, { type: 'value', minInterval: 1 }),
        // What is far behind would press all others together.
        yAxis: axis(colours, {
          type: 'value',
          scale: true,
          min: trials.length > 4 ? floor(best) : undefined,
        }),
        series: [
          ...algorithms.map((name) => ({
            name,
            type: 'scatter',
            symbolSize: 9,
            data: trials.filter((t) => t.algorithm === name).map((t) => [t.number, t.ndcg ?? '-']),
          })),
          {
            name: 'best so far',
            type: 'line',
            step: 'end',
            symbol: 'none',
            color: colours.warm,
            lineStyle: { width: 2.5 },
            data: soFar,
          },
        ],
      };
    },
    [trials],
  );
  return <Chart label="Accuracy of the trials so far" height={340} option={option} />;
}
