import { useCallback } from 'react';
import type { Schemas } from '../../api/client';
import { axis, Chart } from '../../parts/charts/Chart';
import { HUES, type Palette } from '../../parts/charts/colours';

const MOST = 8;

/// How artists came and went, as layers.
export function ArtistsOverTime({ periods }: { periods: Schemas['History']['artistsOverTime'] }) {
  const option = useCallback(
    (colours: Palette) => {
      const sums = new Map<string, number>();
      for (const period of periods) {
        for (const one of period.artists) sums.set(one.name, (sums.get(one.name) ?? 0) + one.plays);
      }
      const names = [...sums]
        .sort((a, b) => b[1] - a[1])
        .slice(0, MOST)
        .map(([name]) => name);
      return {
        color: HUES,
        grid: { left: 8, right: 16, top: 16, bottom: 64, containLabel: true },
        legend: { bottom: 0, type: 'scroll', textStyle: { color: colours.ink }, icon: 'circle' },
        tooltip: { trigger: 'axis' },
        xAxis: axis(colours, {
          type: 'category',
          boundaryGap: false,
          data: periods.map((period) => period.period),
        }),
        yAxis: axis(colours, { type: 'value' }),
        series: names.map((name) => ({
          name,
          type: 'line',
          stack: 'all',
          smooth: 0.3,
          symbol: 'none',
          lineStyle: { width: 0 },
          areaStyle: { opacity: 0.85 },
          emphasis: { focus: 'series' },
          data: periods.map((p) => p.artists.find((one) => one.name === name)?.plays ?? 0),
        })),
      };
    },
    [periods],
  );
  return <Chart label="Plays of the top artists by month" height={380} option={option} />;
}
