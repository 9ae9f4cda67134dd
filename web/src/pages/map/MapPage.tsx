import { Button, SegmentedControl } from '@mantine/core';
import { IconLasso } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { libraryQuery, type MapColour, mapQuery } from '../../api/library';
import { RAMP } from '../../parts/charts/colours';
import { LinkButton } from '../../parts/LinkButton';
import { SaveMenu } from '../../parts/SaveMenu';
import { Empty, LoadingRows, PageHead, Trouble } from '../../parts/states';
import { count, many, oneDigit } from '../../parts/words';
import { colouring } from './colouring';
import { MapCanvas } from './MapCanvas';
import classes from './MapPage.module.css';

const route = getRouteApi('/map');
const COLOURS: { value: MapColour; label: string }[] = [
  { value: 'genre', label: 'Genre' },
  { value: 'category', label: 'Category' },
  { value: 'tempo', label: 'Tempo' },
  { value: 'energy', label: 'Energy' },
];

/// The library in two dimensions: what lies close is alike.
export function MapPage() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const library = useQuery(libraryQuery);
  const kind =
    search.kind ?? (library.data && library.data.counts.tracks === 0 ? 'artist' : 'track');
  const colour = search.colour ?? 'genre';
  const map = useQuery(mapQuery(kind, colour));
  const [lasso, setLasso] = useState(false);
  const [chosen, setChosen] = useState<number[]>([]);
  const [only, setOnly] = useState<string | null>(null);
  const data = map.data;
  const coloured = useMemo(() => (data ? colouring(data, only) : null), [data, only]);

  const change = (part: Partial<typeof search>) => {
    setOnly(null);
    navigate({ search: (before) => ({ ...before, ...part }), replace: true });
  };
  const open = (index: number) => {
    const id = data?.id[index];
    if (id) navigate({ to: kind === 'artist' ? '/artists/$id' : '/tracks/$id', params: { id } });
  };

  return (
    <div className={classes.page}>
      <PageHead title="Map" lead={`What lies close is alike${data ? `, ${data.method}` : ''}.`}>
        <SegmentedControl
          aria-label="What to show"
          value={kind}
          onChange={(to) => {
            setChosen([]);
            change({ kind: to === 'artist' ? 'artist' : 'track' });
          }}
          data={[
            { value: 'track', label: 'Tracks' },
            { value: 'artist', label: 'Artists' },
          ]}
        />
        <SegmentedControl
          aria-label="Colour by"
          value={colour}
          onChange={(to) => change({ colour: COLOURS.find((c) => c.value === to)?.value })}
          data={COLOURS}
        />
      </PageHead>
      {map.isError && <Trouble error={map.error} onRetry={() => map.refetch()} />}
      {map.isPending && <LoadingRows rows={1} height={520} />}
      {data && coloured && data.id.length === 0 && (
        <Empty
          title="The map is still empty"
          action={
            <LinkButton variant="filled" to="/music">
              Add music
            </LinkButton>
          }
        >
          Places come from how music sounds or from who plays it. Listen to a folder, or import
          plays and train once.
        </Empty>
      )}
      {data && coloured && data.id.length > 0 && (
        <div className={classes.map} data-old={map.isPlaceholderData || undefined}>
          <MapCanvas
            key={data.kind}
            points={coloured.points}
            labels={data.label}
            lasso={lasso}
            onOpen={open}
            onLasso={(found) => {
              setChosen(found);
              setLasso(false);
            }}
            label={`Map of ${many(data.id.length, data.kind)}, coloured by ${data.colour}`}
          />
          <div className={classes.tools}>
            <Button
              variant={lasso ? 'filled' : 'default'}
              aria-pressed={lasso}
              leftSection={<IconLasso size={18} aria-hidden />}
              onClick={() => setLasso(!lasso)}
            >
              Draw around
            </Button>
            {chosen.length > 0 && (
              <>
                <span role="status">{many(chosen.length, data.kind)}</span>
                <SaveMenu
                  primary
                  name="From the map"
                  items={chosen.slice(0, 10_000).map((i) => ({ kind: data.kind, id: data.id[i] }))}
                />
              </>
            )}
          </div>
          <Legend {...coloured} only={only} onOnly={setOnly} colour={colour} />
        </div>
      )}
      {data && data.id.length > 0 && (
        <p className="soft small">
          {count(data.id.length)} in all. Drag to move, wheel or pinch to zoom, press a point to
          open it.
        </p>
      )}
    </div>
  );
}

type LegendProps = Pick<ReturnType<typeof colouring>, 'legend' | 'range'> & {
  only: string | null;
  onOnly: (name: string | null) => void;
  colour: MapColour;
};

function Legend({ legend, range, only, onOnly, colour }: LegendProps) {
  if (range) {
    return (
      <div className={`${classes.legend} figures`}>
        <span>{oneDigit(range.low)}</span>
        {RAMP.map((one) => (
          <i key={one} style={{ background: one }} />
        ))}
        <span>
          {oneDigit(range.high)} {colour === 'tempo' ? 'BPM' : ''}
        </span>
      </div>
    );
  }
  if (legend.length === 0) {
    return <p className={`${classes.legend} soft`}>No {colour} is known of any of these yet.</p>;
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: a legend of colours, not of fields
    <div className={classes.legend} role="group" aria-label="Colours">
      {legend.map(({ name, colour: dot }) => (
        <button
          key={name}
          type="button"
          aria-pressed={only === name}
          onClick={() => onOnly(only === name ? null : name)}
        >
          <i style={{ background: dot }} /> {name}
        </button>
      ))}
    </div>
  );
}
