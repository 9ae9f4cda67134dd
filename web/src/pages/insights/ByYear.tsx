import { useCallback } from 'react';
import type { Schemas } from '../../api/client';
import { axis, Chart } from '../../parts/charts/Chart';
import { HUES, type Palette } from '../../parts/charts/colours';
import { featureName } from '../../parts/words';

/// What says most when averaged: a middle key or mode says nothing.
const TELLING = ['danceability', 'energy', 'acousticness', 'instrumentalness', 'valence'];

/// The median of each feature by year, each between its own least and most, so that all fit one axis.
export function ByYear({ figures }: { figures: Schemas['FeatureFigures'] }) {
  const known = figures.features.some((one) => TELLING.includes(one.feature));
  const option = useCallback(
    (colours: Palette) => ({
      color: HUES,
      grid: { left: 8, right: 16, top: 16, bottom: 64, containLabel: true },
      legend: {
        bottom: 0,
        type: 'scroll',
        icon: 'circle',
        textStyle: { color: colours.ink },
        selected: Object.fromEntries(
          figures.features.map((one, i) => [
            featureName(one.feature),
            known ? TELLING.includes(one.feature) : i < TELLING.length,
          ]),
        ),
      },
      tooltip: {
        trigger: 'axis',
        valueFormatter: (value: unknown) =>
          typeof value === 'number' ? `${value.toFixed(0)} %` : '–',
      },
      xAxis: axis(colours, { type: 'category', data: figures.years.map((year) => `${year.year}`) }),
      yAxis: axis(colours, {
        type: 'value',
        axisLabel: { color: colours.soft, formatter: '{value} %' },
      }),
      series: figures.features.map((one, i) => ({
        name: featureName(one.feature),
        type: 'line',
        smooth: 0.3,
        symbol: 'none',
        lineStyle: { width: 2.5 },
        emphasis: { focus: 'series' },
        data: figures.years.map((year) => share(one.summary, year.features[i]?.median ?? null)),
      })),
    }),
    [figures, known],
  );
  return <Chart label="Median of each feature by year" height={380} option={option} />;
}

function share({ min, max }: Schemas['Summary'], value: number | null): number | null {
  if (value === null || min === null || max === null || max <= min) return null;
  return (100 * (value - min)) / (max - min);
}
