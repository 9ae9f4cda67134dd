import { useCallback } from 'react';
import { axis, Chart } from '../../parts/charts/Chart';
import type { Palette } from '../../parts/charts/colours';
import { featureName } from '../../parts/words';
import type { Tie } from './popularity';

/// How each feature goes with popularity, to the right together, to the left against it.
export function Ties({ ties, onPick }: { ties: Tie[]; onPick: (feature: string) => void }) {
  const sorted = [...ties].sort((a, b) => a.r - b.r);
  const key = JSON.stringify(sorted);
  const option = useCallback(
    (colours: Palette) => {
      const bars = JSON.parse(key) as Tie[];
      return {
        grid: { left: 8, right: 24, top: 8, bottom: 8, containLabel: true },
        tooltip: {
          formatter: (at: { dataIndex: number }) => {
            const bar = bars[at.dataIndex];
            return bar ? `${featureName(bar.feature)}  ${bar.r.toFixed(2)}` : '';
          },
        },
        xAxis: axis(colours, { type: 'value' }),
        yAxis: axis(colours, {
          type: 'category',
          data: bars.map((bar) => featureName(bar.feature)),
          axisLabel: { color: colours.ink },
        }),
        series: [
          {
            type: 'bar',
            barMaxWidth: 18,
            data: bars.map(({ r }) => ({
              value: Math.round(1000 * r) / 1000,
              itemStyle: { color: r < 0 ? colours.cool : colours.warm, borderRadius: 4 },
            })),
          },
        ],
      };
    },
    [key],
  );
  return (
    <Chart
      label="Correlation of each feature with popularity"
      height={Math.max(220, 28 * ties.length)}
      option={option}
      onPick={({ dataIndex }) => {
        const bar = sorted[dataIndex];
        if (bar) onPick(bar.feature);
      }}
    />
  );
}
