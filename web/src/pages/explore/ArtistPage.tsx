import { Button, SegmentedControl } from '@mantine/core';
import { IconPlayerPlayFilled } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { artistQuery, similarQuery } from '../../api/library';
import { Sleeve } from '../../parts/art/Sleeve';
import { ItemRow } from '../../parts/items/ItemRow';
import { Opinions } from '../../parts/items/Opinions';
import { playItem } from '../../parts/items/play';
import { TrackLines } from '../../parts/items/TrackLines';
import { LinkButton } from '../../parts/LinkButton';
import { player } from '../../parts/player/player';
import { SaveMenu } from '../../parts/SaveMenu';
import { LoadingRows, Trouble } from '../../parts/states';
import { useWho } from '../../parts/who';
import { many } from '../../parts/words';
import classes from './ArtistPage.module.css';
import { Head } from './Head';
import { NetworkView } from './NetworkView';
import { SoundKnob } from './SoundKnob';
import { Trail } from './Trail';

const route = getRouteApi('/artists/$id');

/// One artist: who is close, as a list or as a network to walk in.
export function ArtistPage() {
  const { id } = route.useParams();
  const { view, sound } = route.useSearch();
  const navigate = route.useNavigate();
  const artist = useQuery(artistQuery(id));
  if (artist.isError) return <Trouble error={artist.error} onRetry={() => artist.refetch()} />;
  if (!artist.data) return <LoadingRows rows={6} height={110} />;
  const { name, tags, listeners, plays, tracks, hasSound } = artist.data;
  const playable = tracks.filter((track) => track.playable);
  const queue = playable.map((t) => ({ id: t.id, name: t.title, artist: t.artist }));
  return (
    <>
      <Trail here={{ kind: 'artist', id, name }} />
      <Head art={<Sleeve name={name} round />} seed={name} kind="Artist" title={name}>
        <p className={`${classes.facts} soft figures`}>
          {listeners > 0 && <span>{many(listeners, 'listener')}</span>}
          {plays > 0 && <span>{many(Math.round(plays), 'play')}</span>}
          {tracks.length > 0 && <span>{many(tracks.length, 'track')}</span>}
        </p>
        <ul className={classes.tags} aria-label="Tags">
          {tags.slice(0, 8).map((tag) => (
            <li key={tag.name}>
              <Link to="/" search={{ genre: [tag.name] }}>
                {tag.name}
              </Link>
            </li>
          ))}
        </ul>
        <div className="row">
          {queue.length > 0 && (
            <Button
              variant="filled"
              leftSection={<IconPlayerPlayFilled size={16} aria-hidden />}
              onClick={() => player.play(queue)}
            >
              Play
            </Button>
          )}
          <LinkButton to="/" search={{ like: [name] }}>
            Recommend from here
          </LinkButton>
        </div>
      </Head>
      <div className={classes.columns} data-wide={view === 'network' || undefined}>
        <section>
          <div className={classes.bar}>
            <h2>Close to {name}</h2>
            <SegmentedControl
              aria-label="How to show who is close"
              value={view ?? 'list'}
              onChange={(to) =>
                navigate({
                  search: { sound, view: to === 'network' ? 'network' : undefined },
                  replace: true,
                  resetScroll: false,
                })
              }
              data={[
                { value: 'list', label: 'List' },
                { value: 'network', label: 'Network' },
              ]}
            />
          </div>
          {view === 'network' ? (
            <NetworkView id={id} />
          ) : (
            <Close id={id} name={name} hasSound={hasSound} />
          )}
        </section>
        {tracks.length > 0 && (
          <section>
            <div className={classes.bar}>
              <h2>Most played</h2>
            </div>
            <TrackLines tracks={tracks.slice(0, 12)} />
          </section>
        )}
      </div>
    </>
  );
}

function Close({ id, name, hasSound }: { id: string; name: string; hasSound: boolean }) {
  const { sound } = route.useSearch();
  const navigate = route.useNavigate();
  const similar = useQuery(similarQuery('artist', id, { n: 24, sound }));
  const listener = useWho();
  if (similar.isError) return <Trouble error={similar.error} onRetry={() => similar.refetch()} />;
  if (!similar.data) return <LoadingRows />;
  const { items, notes } = similar.data;
  return (
    <>
      {hasSound && (
        <SoundKnob
          sound={sound}
          answer={similar.data}
          onChange={(to) => navigate({ search: { sound: to }, replace: true, resetScroll: false })}
        />
      )}
      <ul className={classes.rows}>
        {items.map((item) => (
          <ItemRow key={item.id} item={item} onPlay={() => playItem(items, item)}>
            <Opinions item={item} listener={listener} />
          </ItemRow>
        ))}
      </ul>
      {notes.slice(hasSound ? 1 : 0).map((note) => (
        <p key={note} className="soft small">
          {note}
        </p>
      ))}
      <SaveMenu items={items.map(({ kind, id: of }) => ({ kind, id: of }))} name={`Like ${name}`} />
    </>
  );
}
