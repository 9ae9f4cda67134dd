import { Button } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Problem, type Schemas } from '../../api/client';
import { categoriesQuery, categoryTracksQuery, libraryQuery } from '../../api/library';
import { Panel, Panels } from '../../parts/charts/Panel';
import { muchOf } from '../../parts/features';
import { TrackLines } from '../../parts/items/TrackLines';
import { LinkButton } from '../../parts/LinkButton';
import { SaveMenu } from '../../parts/SaveMenu';
import { Empty, LoadingRows, Trouble } from '../../parts/states';
import { featureName, many } from '../../parts/words';
import classes from './Categories.module.css';
import { Elbow } from './Elbow';
import { about, telling } from './kinds';
import { Loadings } from './Loadings';
import { SortAnew } from './SortAnew';

const route = getRouteApi('/insights');

/// Kinds of music by non-negative matrix factorisation of the features.
export function Categories() {
  const categories = useQuery(categoriesQuery);
  const { category } = route.useSearch();
  const navigate = route.useNavigate();
  const library = useQuery(libraryQuery);
  const hasFeatures = library.data?.hasFeatures ?? true;
  if (categories.error instanceof Problem && categories.error.status === 404) {
    return (
      <Empty
        title="The music is not sorted yet"
        action={
          hasFeatures ? (
            <SortAnew first />
          ) : (
            <LinkButton variant="filled" to="/music">
              Add music
            </LinkButton>
          )
        }
      >
        {hasFeatures
          ? 'Segue can find kinds of music by sound alone: it takes a few seconds, and tracks that come later are put into the same kinds.'
          : 'Kinds of music are found by how tracks sound. Let Segue listen to a folder of music first, or import a table of audio features.'}
      </Empty>
    );
  }
  if (categories.isError) {
    return <Trouble error={categories.error} onRetry={() => categories.refetch()} />;
  }
  if (!categories.data) return <LoadingRows rows={3} height={260} />;
  const { data } = categories;
  const most = Math.max(...data.categories.map((one) => one.tracks), 1);
  const chosen = data.categories.find((one) => one.number === category) ?? data.categories[0];
  return (
    <Panels>
      <div className={classes.side}>
        <Panel
          title="Categories"
          lead={`${many(data.tracks, 'track')}, each counted where it has most. Nobody named these kinds: they are what features have in common.${data.leftOut > 0 ? ` ${many(data.leftOut, 'track')} lack a feature and are left out.` : ''}`}
          tools={<SortAnew />}
        >
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
                  <span className={classes.name}>{titleOf(one, data.categories)}</span>
                  <span className="soft small figures">{many(one.tracks, 'track')}</span>
                  <span className={classes.share} aria-hidden>
                    <i style={{ width: `${Math.round((100 * one.tracks) / most)}%` }} />
                  </span>
                </button>
              </li>
            ))}
          </ul>
        </Panel>
        <Panel
          title="How many categories?"
          lead={`With each category more, less of the sound is lost. The bend, at ${data.elbow.bend}, is where more of them begin to add little; now there are ${data.categories.length}.`}
        >
          <Elbow elbow={data.elbow} now={data.categories.length} />
        </Panel>
      </div>
      {chosen && (
        <Tracks number={chosen.number} name={titleOf(chosen, data.categories)}>
          <p>{sentence(chosen, data.categories)}</p>
          <Loadings of={telling(chosen, data.categories)} />
        </Tracks>
      )}
    </Panels>
  );
}

type Category = Schemas['Categories']['categories'][number];

/// "Acoustic, without a voice".
function titleOf(one: Category, all: Category[]): string {
  const words = about(one, all)
    .map(({ feature }) => muchOf(feature))
    .join(', ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/// What makes the category, in the names of the features.
function sentence(one: Category, all: Category[]): string {
  const more = about(one, all).map(({ feature }) => featureName(feature).toLowerCase());
  const less = telling(one, all)
    .filter(({ here, usual }) => usual - here > 0.05)
    .slice(-2)
    .reverse()
    .map(({ feature }) => featureName(feature).toLowerCase());
  const but = less.length > 0 ? `, and less ${less.join(' and ')}` : '';
  return `More ${more.join(', ')} than the others${but}.`;
}

function Tracks({ number, name, children }: { number: number; name: string; children: ReactNode }) {
  const tracks = useInfiniteQuery(categoryTracksQuery(number));
  const rows = tracks.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Panel
      title={name}
      tools={<SaveMenu items={rows.map(({ id }) => ({ kind: 'track', id }))} name={name} />}
    >
      {children}
      <h3 className={classes.typical}>Typical tracks</h3>
      {tracks.isError && <Trouble error={tracks.error} onRetry={() => tracks.refetch()} />}
      {tracks.isPending && <LoadingRows rows={6} height={46} />}
      <TrackLines tracks={rows} artists />
      {tracks.hasNextPage && <Button onClick={() => tracks.fetchNextPage()}>More</Button>}
    </Panel>
  );
}
