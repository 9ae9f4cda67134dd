import { Button } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useCallback } from 'react';
import { Problem, type Schemas } from '../../api/client';
import { categoriesQuery, categoryTracksQuery } from '../../api/library';
import { axis, Chart } from '../../parts/charts/Chart';
import type { Palette } from '../../parts/charts/colours';
import { Panel, Panels } from '../../parts/charts/Panel';
import { TrackLines } from '../../parts/items/TrackLines';
import { LinkButton } from '../../parts/LinkButton';
import { SaveMenu } from '../../parts/SaveMenu';
import { Empty, LoadingRows, Trouble } from '../../parts/states';
import { many } from '../../parts/words';
import classes from './Categories.module.css';

const route = getRouteApi('/insights');

/// Kinds of music by non-negative matrix factorisation of the features.
export function Categories() {
  const categories = useQuery(categoriesQuery);
  const { category } = route.useSearch();
  const navigate = route.useNavigate();
  if (categories.error instanceof Problem && categories.error.status === 404) {
    return (
      <Empty
        title="The music is not sorted yet"
        action={
          <LinkButton variant="filled" to="/lab">
            To the Lab
          </LinkButton>
        }
      >
        {categories.error.message}
      </Empty>
    );
  }
  if (categories.isError) {
    return <Trouble error={categories.error} onRetry={() => categories.refetch()} />;
  }
  if (!categories.data) return <LoadingRows rows={3} height={260} />;
  const { data } = categories;
  const chosen = data.categories.find((one) => one.number === category) ?? data.categories[0];
  return (
    <Panels>
      <Panel title="Categories" lead={`${many(data.tracks, 'track')} by what they have most of.`}>
        <ul className={classes.list}>
          {data.categories.map((one) => (
            <li key={one.number}>
              <button
                type="button"
                aria-pressed={one === chosen}
                onClick={() =>
                  navigate({
                    search: (before) => ({ ...before, category: one.number }),
                    replace: true,
                  })
                }
              >
                <span className={classes.name}>{one.name}</span>
                <span className="soft small figures">{many(one.tracks, 'track')}</span>
                <Loadings of={one} columns={data.columns} />
              </button>
            </li>
          ))}
        </ul>
      </Panel>
      {chosen && <Tracks number={chosen.number} name={chosen.name} />}
      <Panel
        title="How many categories?"
        lead={`The error falls with each category more; the bend, at ${data.elbow.bend}, is where more add little.`}
      >
        <Elbow elbow={data.elbow} now={data.categories.length} />
      </Panel>
    </Panels>
  );
}

function Loadings({
  of,
  columns,
}: {
  of: Schemas['Categories']['categories'][number];
  columns: string[];
}) {
  const most = Math.max(...Object.values(of.loadings), 1e-9);
  return (
    <span className={classes.loadings} aria-hidden>
      {columns.map((column) => (
        <i
          key={column}
          title={column}
          style={{ height: `${Math.max(6, (100 * (of.loadings[column] ?? 0)) / most)}%` }}
        />
      ))}
    </span>
  );
}

function Tracks({ number, name }: { number: number; name: string }) {
  const tracks = useInfiniteQuery(categoryTracksQuery(number));
  const rows = tracks.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Panel
      title={name}
      lead="The most typical first."
      tools={<SaveMenu items={rows.map(({ id }) => ({ kind: 'track', id }))} name={name} />}
    >
      {tracks.isError && <Trouble error={tracks.error} onRetry={() => tracks.refetch()} />}
      {tracks.isPending && <LoadingRows rows={6} height={46} />}
      <TrackLines tracks={rows} />
      {tracks.hasNextPage && <Button onClick={() => tracks.fetchNextPage()}>More</Button>}
    </Panel>
  );
}

function Elbow({ elbow, now }: { elbow: Schemas['Categories']['elbow']; now: number }) {
  const option = useCallback(
    (colours: Palette) => ({
      grid: { left: 8, right: 16, top: 16, bottom: 24, containLabel: true },
      tooltip: { trigger: 'axis' },
      xAxis: axis(colours, {
        type: 'category',
        data: elbow.ranks,
        name: 'categories',
        nameLocation: 'middle',
        nameGap: 28,
      }),
      yAxis: axis(colours, { type: 'value', scale: true }),
      series: [
        {
          type: 'line',
          data: elbow.errors,
          symbolSize: 8,
          color: colours.cool,
          lineStyle: { width: 3 },
          markLine: {
            symbol: 'none',
            label: { formatter: 'now', color: colours.ink },
            lineStyle: { color: colours.warm },
            data: [{ xAxis: elbow.ranks.indexOf(now) }],
          },
        },
      ],
    }),
    [elbow, now],
  );
  return <Chart label="Error by number of categories" height={300} option={option} />;
}
