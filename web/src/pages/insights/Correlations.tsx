import { useCallback } from 'react';
import type { Schemas } from '../../api/client';
import { axis, Chart } from '../../parts/charts/Chart';
import { BOTH, type Palette } from '../../parts/charts/colours';
import { featureName } from '../../parts/words';

export function Correlations({ figures }: { figures: Schemas['FeatureFigures'] }) {
  const option = useCallback(
    (colours: Palette) => {
      const names = figures.features.map((one) => featureName(one.feature));
      const words = { type: 'category', data: names, splitLine: { show: false } };
      return {
        grid: { left: 4, right: 4, top: 4, bottom: 4, containLabel: true },
        tooltip: {
          formatter: ({ value: [x, y, r] }: { value: [number, number, number] }) =>
            `${names[x]} and ${names[y]}: ${r.toFixed(2)}`,
        },
        visualMap: { show: false, min: -1, max: 1, inRange: { color: BOTH } },
        xAxis: axis(colours, { ...words, axisLabel: { color: colours.soft, rotate: 50 } }),
        yAxis: axis(colours, { ...words, inverse: true }),
        series: [
          {
            type: 'heatmap',
            data: figures.correlations.flatMap((row, y) =>
              row.map((r, x) => (r === null ? [x, y, '-'] : [x, y, r])),
            ),
            itemStyle: { borderColor: colours.sheet, borderWidth: 2 },
          },
        ],
      };
    },
    [figures],
  );
  return <Chart label="Correlations between features" height={420} option={option} />;
}
