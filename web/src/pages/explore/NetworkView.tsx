import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useCallback } from 'react';
import { networkQuery } from '../../api/library';
import { Chart } from '../../parts/charts/Chart';
import { HUES, type Palette } from '../../parts/charts/colours';
import { LoadingRows, Trouble } from '../../parts/states';
import classes from './NetworkView.module.css';

/// The artists around one, as a graph; pressing one goes there.
export function NetworkView({ id }: { id: string }) {
  const network = useQuery(networkQuery(id, 36));
  const navigate = useNavigate();
  const data = network.data;
  const option = useCallback(
    (colours: Palette) => {
      const nodes = data?.nodes ?? [];
      const groups = [...new Set(nodes.map((node) => node.group))];
      const most = Math.max(...nodes.map((node) => node.plays), 1);
      return {
        tooltip: { formatter: (at: { name?: string; data?: { group?: string } }) => at.name ?? '' },
        series: [
          {
            type: 'graph',
            layout: 'force',
            roam: true,
            zoom: 0.8,
            draggable: true,
            scaleLimit: { min: 0.4, max: 4 },
            force: { repulsion: 320, edgeLength: [50, 170], gravity: 0.12, layoutAnimation: false },
            categories: groups.map((name) => ({ name: name || 'other' })),
            label: { show: true, position: 'right', color: colours.ink, fontSize: 13 },
            labelLayout: { hideOverlap: true },
            lineStyle: { color: colours.soft, curveness: 0.12 },
            emphasis: { focus: 'adjacency', lineStyle: { opacity: 0.9 } },
            data: nodes.map((node) => ({
              id: node.id,
              name: node.name,
              category: groups.indexOf(node.group),
              symbolSize: node.distance === 0 ? 44 : 12 + 20 * Math.sqrt(node.plays / most),
              itemStyle: {
                color: HUES[groups.indexOf(node.group) % HUES.length],
                borderColor: node.distance === 0 ? colours.ink : colours.sheet,
                borderWidth: node.distance === 0 ? 3 : 1.5,
              },
              label: { fontWeight: node.distance === 0 ? 700 : 500 },
            })),
            links: (data?.links ?? []).map((link) => ({
              source: link.source,
              target: link.target,
              lineStyle: { width: 0.6 + 2.4 * link.weight, opacity: 0.15 + 0.5 * link.weight },
            })),
          },
        ],
      };
    },
    [data],
  );
  if (network.isError) return <Trouble error={network.error} onRetry={() => network.refetch()} />;
  if (!data) return <LoadingRows rows={1} height={560} />;
  const go = (to: string) =>
    navigate({
      to: '/artists/$id',
      params: { id: to },
      search: { view: 'network' },
      resetScroll: false,
    });
  return (
    <div className={classes.view}>
      <Chart
        label={`Network of ${data.nodes.length} artists around ${data.nodes[0]?.name ?? 'this one'}`}
        height={560}
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
