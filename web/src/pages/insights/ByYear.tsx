import { getRouteApi } from '@tanstack/react-router';
import { useCallback, useMemo } from 'react';
import type { Schemas } from '../../api/client';
import { axis, Chart } from '../../parts/charts/Chart';
import { HUES, type Palette } from '../../parts/charts/colours';
import { featureValue, featureWords } from '../../parts/features';
import { featureName } from '../../parts/words';
import classes from './ByYear.module.css';

/// What says most when averaged: a middle key or mode says nothing.
const TELLING = ['danceability', 'energy', 'acousticness', 'instrumentalness', 'valence'];
const MUTE = ['key', 'mode', 'time_signature'];

const route = getRouteApi('/insights');

type Figures = Schemas['FeatureFigures'];

/// The median of each feature by year, each between its own least and most, so that all fit one
/// axis. Which are shown is chosen by words below that wrap on a narrow screen.
export function ByYear({ figures }: { figures: Figures }) {
  const { show } = route.useSearch();
  const navigate = route.useNavigate();
  const offered = useMemo(
    () => figures.features.map((one) => one.feature).filter((name) => !MUTE.includes(name)),
    [figures],
  );
  const chosen = useMemo(() => {
    const usual = offered.filter((name) => TELLING.includes(name));
    return show ?? (usual.length > 0 ? usual : offered.slice(0, 4));
  }, [show, offered]);
  const toggle = (name: string) => {
    const next = chosen.includes(name) ? chosen.filter((n) => n !== name) : [...chosen, name];
    navigate({
      search: (before) => ({ ...before, show: next.length > 0 ? next : undefined }),
      replace: true,
      resetScroll: false,
    });
  };
  const option = useCallback(
    (colours: Palette) => ({
      grid: { left: 8, right: 16, top: 16, bottom: 8, containLabel: true },
      tooltip: {
        trigger: 'axis',
        formatter: (at: { dataIndex: number }[]) => told(figures, at[0]?.dataIndex ?? 0, chosen),
      },
      xAxis: axis(colours, { type: 'category', data: figures.years.map((year) => `${year.year}`) }),
      yAxis: axis(colours, {
        type: 'value',
        axisLabel: {
          color: colours.soft,
          formatter: (share: number) => (share === 0 ? 'least' : share === 100 ? 'most' : ''),
        },
      }),
      series: offered
        .filter((name) => chosen.includes(name))
        .map((name) => {
          const i = figures.features.findIndex((one) => one.feature === name);
          const summary = figures.features[i]?.summary;
          return {
            name: featureName(name),
            type: 'line',
            smooth: 0.3,
            symbol: 'none',
            color: HUES[offered.indexOf(name) % HUES.length],
            lineStyle: { width: 2.5 },
            emphasis: { focus: 'series' },
            data: figures.years.map((year) =>
              summary ? share(summary, year.features[i]?.median ?? null) : null,
            ),
          };
        }),
    }),
    [figures, offered, chosen],
  );
  return (
    <>
      <Chart label="Median of each feature by year" height={340} option={option} />
      <ul className={classes.legend} aria-label="Features to show">
        {offered.map((name, i) => (
          <li key={name}>
            <button
              type="button"
              aria-pressed={chosen.includes(name)}
              title={featureWords(name)}
              onClick={() => toggle(name)}
            >
              <i style={{ background: HUES[i % HUES.length] }} aria-hidden />
              {featureName(name)}
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}

function told(figures: Figures, at: number, chosen: string[]): string {
  const year = figures.years[at];
  if (!year) return '';
  const lines = figures.features.flatMap(({ feature }, i) => {
    const median = year.features[i]?.median;
    return chosen.includes(feature) && median != null
      ? [`${featureName(feature)}  ${featureValue(feature, median)}`]
      : [];
  });
  return [`${year.year}, ${year.tracks} tracks`, ...lines].join('\n');
}

function share({ min, max }: Schemas['Summary'], value: number | null): number | null {
  if (value === null || min === null || max === null || max <= min) return null;
  return (100 * (value - min)) / (max - min);
}
