import { useCallback } from 'react';
import type { Schemas } from '../../api/client';
import { axis, Chart } from '../../parts/charts/Chart';
import type { Palette } from '../../parts/charts/colours';

/// How much of the sound is lost with how many categories.
export function Elbow({ elbow, now }: { elbow: Schemas['Categories']['elbow']; now: number }) {
  const option = useCallback(
    (colours: Palette) => ({
      grid: { left: 8, right: 16, top: 16, bottom: 24, containLabel: true },
      tooltip: { trigger: 'axis' },
      xAxis: axis(colours, {
        type: 'category',
        data: elbow.ranks,
        name: 'categories',
        nameLocation: 'middle',
        nameGap: 28,
      }),
      yAxis: axis(colours, { type: 'value', scale: true }),
      series: [
        {
          type: 'line',
          data: elbow.errors,
          symbolSize: 8,
          color: colours.cool,
          lineStyle: { width: 3 },
          markLine: {
            symbol: 'none',
            label: { formatter: '{b}', color: colours.ink },
            lineStyle: { color: colours.warm },
            data: [
              { name: 'now', xAxis: elbow.ranks.indexOf(now) },
              ...(elbow.bend === now
                ? []
                : [
                    {
                      name: 'bend',
                      xAxis: elbow.ranks.indexOf(elbow.bend),
                      lineStyle: { color: colours.soft },
                    },
                  ]),
            ],
          },
        },
      ],
    }),
    [elbow, now],
  );
  return <Chart label="Error by number of categories" height={300} option={option} />;
}
