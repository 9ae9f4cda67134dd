import { useCallback } from 'react';
import { axis, Chart } from '../../parts/charts/Chart';
import type { Palette } from '../../parts/charts/colours';

/// The hours of a day as a clock: midnight on top.
export function Clock({ hours }: { hours: number[] }) {
  const option = useCallback(
    (colours: Palette) => ({
      polar: { radius: ['18%', '82%'] },
      angleAxis: axis(colours, {
        type: 'category',
        data: hours.map((_, hour) => `${hour}`),
        startAngle: 90 + 7.5,
        splitLine: { show: false },
      }),
      radiusAxis: { show: false, max: 'dataMax' },
      tooltip: {
        formatter: (at: { name: string; value: number }) => `${at.name}:00  ${at.value} plays`,
      },
      series: [
        {
          type: 'bar',
          coordinateSystem: 'polar',
          data: hours,
          barCategoryGap: '12%',
          itemStyle: { color: colours.warm, borderRadius: 3 },
        },
      ],
    }),
    [hours],
  );
  return <Chart label="Plays by hour of the day" height={300} option={option} />;
}
