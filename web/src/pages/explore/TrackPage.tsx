import { SegmentedControl } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { Schemas } from '../../api/client';
import { similarQuery, trackQuery } from '../../api/library';
import { ItemRow } from '../../parts/items/ItemRow';
import { Opinions } from '../../parts/items/Opinions';
import { playItem } from '../../parts/items/play';
import { PlaySleeve } from '../../parts/player/PlaySleeve';
import { player } from '../../parts/player/player';
import { SaveMenu } from '../../parts/SaveMenu';
import { LoadingRows, Trouble } from '../../parts/states';
import { useWho } from '../../parts/who';
import { clock, many, oneDigit } from '../../parts/words';
import classes from './ArtistPage.module.css';
import { FeatureBars } from './FeatureBars';
import { Head } from './Head';
import { SoundKnob } from './SoundKnob';
import { TrackWave } from './TrackWave';
import { Trail } from './Trail';

const route = getRouteApi('/tracks/$id');

/// One track: how it sounds, beside the library's average, and what is like it.
export function TrackPage() {
  const { id } = route.useParams();
  const track = useQuery(trackQuery(id));
  const listener = useWho();
  if (track.isError) return <Trouble error={track.error} onRetry={() => track.refetch()} />;
  if (!track.data) return <LoadingRows rows={6} height={110} />;
  const { row, features, sections, files, hasCover, listeners } = track.data;
  const item = {
    kind: 'track' as const,
    id,
    name: row.title,
    artist: row.artist,
    playable: row.playable,
  };
  return (
    <>
      <Trail here={{ kind: 'track', id, name: row.title }} />
      <Head
        art={
          <PlaySleeve
            name={row.title}
            artist={row.artist}
            trackId={row.playable ? id : undefined}
            onPlay={() => player.play([item])}
            cover={hasCover ? `/api/v1/tracks/${encodeURIComponent(id)}/cover` : null}
          />
        }
        seed={`${row.title}${row.artist}`}
        kind={[row.album || 'Track', row.year].filter(Boolean).join(', ')}
        title={row.title}
      >
        <p>
          {row.artistId ? (
            <Link to="/artists/$id" params={{ id: row.artistId }}>
              {row.artist}
            </Link>
          ) : (
            row.artist
          )}
        </p>
        <Facts row={row} listeners={listeners} />
        <div className="row">
          <Opinions item={item} listener={listener} />
        </div>
      </Head>
      {row.playable && <TrackWave item={item} sections={sections} />}
      <div className={classes.columns}>
        <LikeThis id={id} name={row.title} row={row} heard={features.length > 0} />
        <section>
          {features.length > 0 && <FeatureBars features={features} />}
          {files.length > 0 && <Files files={files} />}
        </section>
      </div>
    </>
  );
}

function Facts({ row, listeners }: { row: Schemas['TrackRow']; listeners: number }) {
  const facts = [
    row.bpm && `${oneDigit(row.bpm)} BPM`,
    row.key && `Key ${row.key}`,
    row.energy && `Energy ${Math.round(row.energy)} of 10`,
    row.loudness && `${oneDigit(row.loudness)} LUFS`,
    row.durationSeconds && clock(row.durationSeconds),
    row.genres.slice(0, 3).join(', '),
    row.plays > 0 && many(Math.round(row.plays), 'play'),
    listeners > 0 && many(listeners, 'listener'),
  ].filter(Boolean);
  return (
    <p className={`${classes.facts} soft figures`}>
      {facts.map((fact) => (
        <span key={String(fact)}>{fact}</span>
      ))}
    </p>
  );
}

type LikeProps = { id: string; name: string; row: Schemas['TrackRow']; heard: boolean };

function LikeThis({ id, name, row, heard }: LikeProps) {
  const { match, sound } = route.useSearch();
  const navigate = route.useNavigate();
  const listener = useWho();
  const canMix = row.bpm !== null && row.key !== null;
  const mix = match === 'mix' && canMix;
  const wish = { n: 24, sound };
  const similar = useQuery(
    similarQuery('track', id, mix ? { ...wish, bpm: '±6%', key: 'compatible' } : wish),
  );
  const items = similar.data?.items ?? [];
  const notes = similar.data?.notes ?? [];
  return (
    <section>
      <div className={classes.bar}>
        <h2>{mix ? 'Mixes into it' : 'Like this'}</h2>
        {canMix && (
          <SegmentedControl
            aria-label="What to look for"
            value={mix ? 'mix' : 'all'}
            onChange={(to) =>
              navigate({
                search: { sound, match: to === 'mix' ? 'mix' : undefined },
                replace: true,
                resetScroll: false,
              })
            }
            data={[
              { value: 'all', label: 'Like this' },
              { value: 'mix', label: 'In key and tempo' },
            ]}
          />
        )}
      </div>
      {heard && (
        <SoundKnob
          sound={sound}
          answer={similar.data}
          onChange={(to) =>
            navigate({ search: { match, sound: to }, replace: true, resetScroll: false })
          }
        />
      )}
      {similar.isError && <Trouble error={similar.error} onRetry={() => similar.refetch()} />}
      {similar.isPending && <LoadingRows />}
      {similar.isSuccess && items.length === 0 && (
        <p className="soft">Nothing in the library fits. {notes.join(' ')}</p>
      )}
      <ul className={classes.rows}>
        {items.map((item) => (
          <ItemRow key={item.id} item={item} onPlay={() => playItem(items, item)}>
            <Opinions item={item} listener={listener} />
          </ItemRow>
        ))}
      </ul>
      {items.length > 0 &&
        notes.slice(heard ? 1 : 0).map((note) => (
          <p key={note} className="soft small">
            {note}
          </p>
        ))}
      {items.length > 0 && (
        <SaveMenu
          items={items.map(({ kind, id: of }) => ({ kind, id: of }))}
          name={`Like ${name}`}
        />
      )}
    </section>
  );
}

function Files({ files }: { files: Schemas['AudioFile'][] }) {
  return (
    <details>
      <summary className="soft">{many(files.length, 'file')}</summary>
      <ul>
        {files.map((file) => (
          <li key={file.path} className="small">
            {file.path}
            <br />
            <span className="soft">
              {file.codec}
              {file.bitRate ? `, ${Math.round(file.bitRate / 1000)} kbit/s` : ''},{' '}
              {oneDigit(file.bytes / 1e6)} MB{file.present ? '' : ', not there now'}
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}
