import { useCallback } from 'react';
import { axis, Chart } from '../../parts/charts/Chart';
import type { Palette } from '../../parts/charts/colours';

type Props = { label: string; bars: { name: string; value: number }[]; height?: number };

export function PlainBars({ label, bars, height = 240 }: Props) {
  const option = useCallback(
    (colours: Palette) => ({
      grid: { left: 8, right: 8, top: 12, bottom: 4, containLabel: true },
      tooltip: { trigger: 'axis' },
      xAxis: axis(colours, { type: 'category', data: bars.map((bar) => bar.name) }),
      yAxis: axis(colours, { type: 'value' }),
      series: [
        {
          type: 'bar',
          data: bars.map((bar) => bar.value),
          itemStyle: { color: colours.cool, borderRadius: [5, 5, 0, 0] },
          barMaxWidth: 42,
        },
      ],
    }),
    [bars],
  );
  return <Chart label={label} height={height} option={option} />;
}
