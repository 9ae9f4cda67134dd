import { useCallback } from 'react';
import type { Schemas } from '../../api/client';
import { axis, Chart } from '../../parts/charts/Chart';
import { HUES, type Palette } from '../../parts/charts/colours';

const MOST = 8;

/// How artists came and went, as layers.
export function ArtistsOverTime({ artists }: { artists: Schemas['History']['overTime'] }) {
  const option = useCallback(
    (colours: Palette) => {
      const months = [
        ...new Set(artists.flatMap((one) => one.months.map((at) => at.month))),
      ].sort();
      const shown = artists.slice(0, MOST).map((one) => ({
        name: one.name,
        plays: new Map(one.months.map((at) => [at.month, at.plays])),
      }));
      return {
        color: HUES,
        grid: { left: 8, right: 16, top: 16, bottom: 64, containLabel: true },
        legend: { bottom: 0, type: 'scroll', textStyle: { color: colours.ink }, icon: 'circle' },
        tooltip: { trigger: 'axis' },
        xAxis: axis(colours, {
          type: 'category',
          boundaryGap: false,
          data: months,
        }),
        yAxis: axis(colours, { type: 'value' }),
        series: shown.map(({ name, plays }) => ({
          name,
          type: 'line',
          stack: 'all',
          smooth: 0.3,
          symbol: 'none',
          lineStyle: { width: 0 },
          areaStyle: { opacity: 0.85 },
          emphasis: { focus: 'series' },
          data: months.map((month) => plays.get(month) ?? 0),
        })),
      };
    },
    [artists],
  );
  return <Chart label="Plays of the top artists by month" height={380} option={option} />;
}
