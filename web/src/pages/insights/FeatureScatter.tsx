import { Select } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useCallback, useState } from 'react';
import type { Schemas } from '../../api/client';
import { axis, Chart } from '../../parts/charts/Chart';
import type { Palette } from '../../parts/charts/colours';
import classes from './Listening.module.css';

/// Any two features against each other, each dot a track.
export function FeatureScatter({ figures }: { figures: Schemas['FeatureFigures'] }) {
  const names = figures.features.map((one) => one.feature);
  const [x, setX] = useState(names.includes('danceability') ? 'danceability' : (names[0] ?? ''));
  const [y, setY] = useState(names.includes('energy') ? 'energy' : (names[1] ?? names[0] ?? ''));
  const navigate = useNavigate();
  const { scatter } = figures;
  const option = useCallback(
    (colours: Palette) => {
      const of = figures.features.map((one) => one.feature);
      const xs = scatter.values[of.indexOf(x)] ?? [];
      const ys = scatter.values[of.indexOf(y)] ?? [];
      return {
        grid: { left: 8, right: 16, top: 12, bottom: 24, containLabel: true },
        tooltip: { formatter: (at: { dataIndex: number }) => scatter.label[at.dataIndex] ?? '' },
        xAxis: axis(colours, {
          type: 'value',
          scale: true,
          name: x,
          nameLocation: 'middle',
          nameGap: 28,
        }),
        yAxis: axis(colours, { type: 'value', scale: true }),
        series: [
          {
            type: 'scatter',
            symbolSize: 6,
            itemStyle: { color: colours.cool, opacity: 0.55 },
            data: xs.map((value, i) => [value ?? '-', ys[i] ?? '-']),
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
  return (
    <>
      <div className={classes.picker}>
        <Select
          aria-label="Up"
          data={names}
          value={y}
          onChange={(to) => to && setY(to)}
          allowDeselect={false}
        />
        <span className="soft">against</span>
        <Select
          aria-label="Across"
          data={names}
          value={x}
          onChange={(to) => to && setX(to)}
          allowDeselect={false}
        />
      </div>
      <Chart label={`${y} against ${x}`} height={360} option={option} onPick={open} />
    </>
  );
}
