import { useCallback, useEffect, useState } from 'react';
import type { Job } from '../../api/work';
import { axis, Chart } from '../../parts/charts/Chart';
import type { Palette } from '../../parts/charts/colours';
import { Panel } from '../../parts/charts/Panel';
import { type Curve, grown } from './curve';

/// What a training says of itself, round by round, while it runs: the loss should fall.
export function LiveCurve({ job }: { job: Job }) {
  const [curve, setCurve] = useState<Curve | null>(null);
  const { progress } = job;
  useEffect(() => {
    if (progress) setCurve((before) => grown(before, progress));
  }, [progress]);
  const option = useCallback(
    (colours: Palette) => ({
      animation: false,
      grid: { left: 8, right: 16, top: 12, bottom: 24, containLabel: true },
      tooltip: { trigger: 'axis' },
      xAxis: axis(colours, {
        type: 'value',
        min: 1,
        max: curve?.total || 'dataMax',
        minInterval: 1,
        name: 'round',
        nameLocation: 'middle',
        nameGap: 28,
      }),
      yAxis: axis(colours, { type: 'value', scale: true }),
      series: [
        {
          name: curve?.name,
          type: 'line',
          data: curve?.points ?? [],
          showSymbol: false,
          color: colours.warm,
          lineStyle: { width: 3 },
        },
      ],
    }),
    [curve],
  );
  if (!curve || curve.points.length < 2) return null;
  return (
    <Panel title={`${curve.stage}: ${curve.name}`} lead="Round by round, as it learns.">
      <Chart label={`${curve.name} by round`} height={260} option={option} />
    </Panel>
  );
}
