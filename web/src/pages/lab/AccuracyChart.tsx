import { useCallback, useMemo } from 'react';
import { axis, Chart } from '../../parts/charts/Chart';
import type { Palette } from '../../parts/charts/colours';

type Point = { name: string; accuracy: number; coverage: number; emphasis?: boolean };

/// Names stand around their points in turn, so that neighbours do not cover each other.
const AROUND = ['right', 'left', 'bottom', 'top'];
const FAR = 0.6;

/// What is far behind would press all others into a corner.
function parted(points: Point[]): { near: Point[]; far: Point[] } {
  const best = Math.max(...points.map((one) => one.accuracy));
  const sorted = [...points].sort((a, b) => b.coverage - a.coverage || b.accuracy - a.accuracy);
  return {
    near: sorted.filter((one) => one.accuracy >= FAR * best),
    far: sorted.filter((one) => one.accuracy < FAR * best),
  };
}

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
  const { near, far } = useMemo(
    () => (names ? parted(points) : { near: points, far: [] }),
    [points, names],
  );
  const option = useCallback(
    (colours: Palette) => ({
      grid: { left: 72, right: 88, top: 24, bottom: 32, containLabel: true },
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
          data: front(near).map((point) => [point.accuracy, point.coverage]),
          symbol: 'none',
          silent: true,
          tooltip: { show: false },
          lineStyle: { color: colours.soft, width: 1.5, type: 'dashed' },
        },
        {
          type: 'scatter',
          symbolSize: 14,
          itemStyle: { color: colours.cool, opacity: 0.8 },
          label: { show: names, formatter: '{b}', color: colours.ink },
          data: near.map((point, i) => ({
            label: { position: AROUND[i % AROUND.length] },
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
    [near, names, k],
  );
  return (
    <>
      <Chart label="Accuracy against coverage" height={340} option={option} />
      {names && far.length > 0 && (
        <p className="soft small">
          Far behind, and not drawn:{' '}
          {far.map((one) => `${one.name} (${one.accuracy.toFixed(3)})`).join(', ')}.
        </p>
      )}
    </>
  );
}
