import { Select } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useCallback } from 'react';
import type { Schemas } from '../../api/client';
import { axis, Chart } from '../../parts/charts/Chart';
import type { Palette } from '../../parts/charts/colours';
import { featureValue } from '../../parts/features';
import { featureName } from '../../parts/words';
import classes from './Listening.module.css';

type Figures = Schemas['FeatureFigures'];
type Props = {
  figures: Figures;
  x: string | undefined;
  y: string | undefined;
  onChoose: (axes: { x?: string; y?: string }) => void;
};

const PLAYS = 'plays';

/// Any two features against each other, or against plays; each dot a track.
export function FeatureScatter({ figures, x: chosenX, y: chosenY, onChoose }: Props) {
  const names = figures.features.map((one) => one.feature);
  const choices = [...names, PLAYS];
  const usual = (name: string, at: number) => (names.includes(name) ? name : (names[at] ?? PLAYS));
  const x = choices.find((name) => name === chosenX) ?? usual('danceability', 0);
  const y = choices.find((name) => name === chosenY) ?? usual('energy', 1);
  const navigate = useNavigate();
  const { scatter } = figures;
  const option = useCallback(
    (colours: Palette) => {
      const of = figures.features.map((one) => one.feature);
      const column = (name: string) =>
        name === PLAYS ? scatter.plays : (scatter.values[of.indexOf(name)] ?? []);
      const [xs, ys] = [column(x), column(y)];
      const labels = (name: string) => ({
        color: colours.soft,
        hideOverlap: true,
        formatter: (value: number) => featureValue(name, value),
      });
      const scale = (name: string) =>
        name === PLAYS ? { type: 'log', min: 1 } : { type: 'value' };
      const positive = (name: string, value: number | null | undefined) =>
        value == null ? '-' : name === PLAYS ? Math.max(1, value) : value;
      return {
        grid: { left: 8, right: 20, top: 12, bottom: 24, containLabel: true },
        tooltip: { formatter: (at: { dataIndex: number }) => scatter.label[at.dataIndex] ?? '' },
        xAxis: axis(colours, {
          ...scale(x),
          scale: true,
          name: featureName(x),
          nameLocation: 'middle',
          nameGap: 28,
          axisLabel: labels(x),
        }),
        yAxis: axis(colours, { ...scale(y), scale: true, axisLabel: labels(y) }),
        series: [
          {
            type: 'scatter',
            symbolSize: 6,
            itemStyle: { color: colours.cool, opacity: 0.55 },
            data: xs.map((value, i) => [positive(x, value), positive(y, ys[i])]),
          },
        ],
      };
    },
    [figures, scatter, x, y],
  );
  const open = ({ dataIndex }: { dataIndex: number }) => {
    const id = scatter.id[dataIndex];
    if (id) navigate({ to: '/tracks/$id', params: { id } });
  };
  const data = choices.map((name) => ({ value: name, label: featureName(name) }));
  return (
    <>
      <div className={classes.picker}>
        <Select
          aria-label="Up"
          data={data}
          value={y}
          onChange={(to) => to && onChoose({ y: to })}
          allowDeselect={false}
        />
        <span className="soft">against</span>
        <Select
          aria-label="Across"
          data={data}
          value={x}
          onChange={(to) => to && onChoose({ x: to })}
          allowDeselect={false}
        />
      </div>
      <Chart
        label={`${featureName(y)} against ${featureName(x)}`}
        height={360}
        option={option}
        onPick={open}
      />
    </>
  );
}
