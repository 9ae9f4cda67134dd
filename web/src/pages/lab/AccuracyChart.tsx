import { useCallback } from 'react';
import { axis, Chart } from '../../parts/charts/Chart';
import type { Palette } from '../../parts/charts/colours';

type Point = { name: string; accuracy: number; coverage: number; emphasis?: boolean };

/// Those that nothing beats in both, from the most accurate on.
export function front<T extends Point>(points: T[]): T[] {
  let reach = -1;
  return [...points]
    .sort((a, b) => b.accuracy - a.accuracy || b.coverage - a.coverage)
    .filter((point) => {
      if (point.coverage <= reach) return false;
      reach = point.coverage;
      return true;
    });
}

/// How accurate something is against how much of the library it reaches.
export function AccuracyChart({
  points,
  names = true,
  k = 10,
}: {
  points: Point[];
  names?: boolean;
  k?: number;
}) {
  const option = useCallback(
    (colours: Palette) => ({
      grid: { left: 16, right: 88, top: 24, bottom: 32, containLabel: true },
      tooltip: {
        formatter: ({ data }: { data: { name: string; value: [number, number] } }) =>
          `${data.name}\naccuracy ${data.value[0].toFixed(3)}, coverage ${(100 * data.value[1]).toFixed(0)} %`,
      },
      xAxis: axis(colours, {
        type: 'value',
        scale: true,
        name: `accuracy (NDCG@${k})`,
        nameLocation: 'middle',
        nameGap: 30,
      }),
      yAxis: axis(colours, {
        type: 'value',
        scale: true,
        axisLabel: {
          color: colours.soft,
          formatter: (share: number) => `${Math.round(100 * share)} %`,
        },
        name: 'coverage',
      }),
      series: [
        {
          type: 'line',
          data: front(points).map((point) => [point.accuracy, point.coverage]),
          symbol: 'none',
          silent: true,
          tooltip: { show: false },
          lineStyle: { color: colours.soft, width: 1.5, type: 'dashed' },
        },
        {
          type: 'scatter',
          symbolSize: 14,
          itemStyle: { color: colours.cool, opacity: 0.8 },
          label: { show: names, formatter: '{b}', position: 'right', color: colours.ink },
          labelLayout: { moveOverlap: 'shiftY' },
          data: points.map((point) => ({
            name: point.name,
            value: [point.accuracy, point.coverage],
            ...(point.emphasis && {
              symbolSize: 18,
              itemStyle: { color: colours.warm, opacity: 1 },
            }),
          })),
        },
      ],
    }),
    [points, names, k],
  );
  return <Chart label="Accuracy against coverage" height={340} option={option} />;
}
