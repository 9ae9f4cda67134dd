import { useElementSize, useMediaQuery } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useCallback, useMemo } from 'react';
import { networkQuery } from '../../api/library';
import { sleeveLook } from '../../parts/art/sleeve';
import { Chart } from '../../parts/charts/Chart';
import type { Palette } from '../../parts/charts/colours';
import { LoadingRows, Trouble } from '../../parts/states';
import { places, strongest } from './layout';
import classes from './NetworkView.module.css';

const TOP = 44;
const BOTTOM = 60;

/// The artists around one, as a graph; pressing one goes there.
export function NetworkView({ id }: { id: string }) {
  const { ref, width } = useElementSize<HTMLDivElement>();
  const wide = useMediaQuery('(min-width: 48rem)', undefined, { getInitialValueInEffect: false });
  const height = wide ? 600 : 520;
  const side = wide ? 90 : 60;
  const network = useQuery(networkQuery(id, wide ? 32 : 16));
  const navigate = useNavigate();
  const data = network.data;
  const placed = useMemo(
    () => (data && width > 0 ? places(data, width - 2 * side, height - TOP - BOTTOM) : []),
    [data, width, height, side],
  );
  const option = useCallback(
    (colours: Palette) => {
      const most = Math.max(...placed.map((node) => node.plays), 1);
      return {
        tooltip: { formatter: (at: { data?: { says?: string } }) => at.data?.says ?? '' },
        series: [
          {
            type: 'graph',
            layout: 'none',
            left: side,
            right: side,
            top: TOP,
            bottom: BOTTOM,
            roam: true,
            scaleLimit: { min: 0.5, max: 4 },
            label: {
              show: true,
              position: 'bottom',
              distance: 4,
              color: colours.ink,
              fontSize: wide ? 13 : 12,
              width: wide ? 150 : 110,
              overflow: 'truncate',
              textBorderColor: colours.sheet,
              textBorderWidth: 3,
            },
            labelLayout: { hideOverlap: true },
            lineStyle: { color: colours.soft, curveness: 0.08 },
            emphasis: {
              focus: 'adjacency',
              label: { overflow: 'none' },
              lineStyle: { opacity: 0.9, width: 2 },
            },
            blur: { itemStyle: { opacity: 0.25 }, label: { opacity: 0.25 } },
            data: placed.map((node) => ({
              id: node.id,
              name: node.name,
              says: [node.name, node.group].filter(Boolean).join('\n'),
              x: node.x,
              y: node.y,
              symbolSize: node.distance === 0 ? 46 : 14 + 20 * Math.sqrt(node.plays / most),
              itemStyle: {
                color: sleeveLook(node.name).from,
                borderColor: node.distance === 0 ? colours.ink : colours.sheet,
                borderWidth: node.distance === 0 ? 3 : 2,
              },
              label: node.distance === 0 ? { fontWeight: 700, fontSize: 15, width: 200 } : {},
            })),
            links: (data ? strongest(data) : []).map((link) => ({
              source: link.source,
              target: link.target,
              lineStyle: { width: 1, opacity: 0.1 + 0.25 * link.weight },
            })),
          },
        ],
      };
    },
    [data, placed, side, wide],
  );
  if (network.isError) return <Trouble error={network.error} onRetry={() => network.refetch()} />;
  if (!data) return <LoadingRows rows={1} height={height} />;
  if (data.nodes.length < 2) {
    return <p className="soft">Nobody is near: too few listeners play this artist.</p>;
  }
  const go = (to: string) =>
    navigate({
      to: '/artists/$id',
      params: { id: to },
      search: { view: 'network' },
      resetScroll: false,
    });
  return (
    <div className={classes.view} ref={ref}>
      <Chart
        label={`Network of ${data.nodes.length} artists around ${data.nodes[0]?.name ?? 'this one'}`}
        height={height}
        option={option}
        onPick={({ data: node }) => {
          const to = (node as { id?: string }).id;
          if (to && to !== id) go(to);
        }}
      />
      <details className={classes.names}>
        <summary>The same as a list</summary>
        <ul>
          {data.nodes.slice(1).map((node) => (
            <li key={node.id}>
              <button type="button" onClick={() => go(node.id)} data-stop>
                {node.name}
              </button>{' '}
              <span className="soft small">
                {node.group}, {node.distance === 1 ? 'next to it' : `${node.distance} steps away`}
              </span>
            </li>
          ))}
        </ul>
      </details>
    </div>
  );
}
