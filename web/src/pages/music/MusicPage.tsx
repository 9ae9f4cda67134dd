import { Button, TextInput } from '@mantine/core';
import { useDebouncedCallback, useDisclosure } from '@mantine/hooks';
import { IconFilter, IconPlus } from '@tabler/icons-react';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { type DragEvent, useState } from 'react';
import { Problem } from '../../api/client';
import { libraryQuery, tracksQuery } from '../../api/library';
import type { ItemRef } from '../../api/recommend';
import { LinkButton } from '../../parts/LinkButton';
import { SaveMenu } from '../../parts/SaveMenu';
import { Empty, LoadingRows, PageHead, Trouble } from '../../parts/states';
import { count, many } from '../../parts/words';
import { filesOf } from './files';
import { ImportDialog } from './ImportDialog';
import classes from './MusicPage.module.css';
import { QueryHelp } from './QueryHelp';
import { TrackTable } from './TrackTable';

const route = getRouteApi('/music');
const EXAMPLES = ['bpm:120-126', 'key:8A', 'energy:>=7', 'year:1990-1999'];
const MOST = 10_000;

/// All tracks as a table, filtered as DJs do; and the way music comes in.
export function MusicPage() {
  const { q = '', sort = '' } = route.useSearch();
  const navigate = route.useNavigate();
  const [text, setText] = useState(q);
  const [adding, dialog] = useDisclosure(false);
  const [over, setOver] = useState(false);
  const [dropped, setDropped] = useState<File[]>([]);
  const library = useQuery(libraryQuery);
  const tracks = useInfiniteQuery(tracksQuery(q, sort));
  const rows = tracks.data?.pages.flatMap((page) => page.items) ?? [];
  const total = tracks.data?.pages[0]?.total;
  const ask = useDebouncedCallback(
    (to: string) =>
      navigate({ search: (before) => ({ ...before, q: to || undefined }), replace: true }),
    200,
  );
  const write = (to: string) => {
    setText(to);
    ask(to);
  };
  const onDrop = async (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const files = await filesOf(event.dataTransfer);
    if (files.length === 0) return;
    setDropped(files);
    dialog.open();
  };
  const add = (part: string) => write(text.includes(part) ? text : `${text} ${part}`.trim());
  // Not only what was scrolled to: all that fits.
  const all = async () => {
    let pages = tracks.data?.pages ?? [];
    while (pages.at(-1)?.next && pages.length * 200 < MOST) {
      pages = (await tracks.fetchNextPage()).data?.pages ?? [];
    }
    return refs(pages.flatMap((page) => page.items));
  };
  const misread = tracks.error instanceof Problem && tracks.error.status === 400;
  // The address may change without typing: back, a link.
  const [asked, setAsked] = useState(q);
  if (asked !== q) {
    setAsked(q);
    if (q !== text.trim()) setText(q);
  }
  const none = library.data?.counts.tracks === 0;

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a short cut of the button
    <div
      className={classes.page}
      data-over={over || undefined}
      onDragOver={(event) => {
        event.preventDefault();
        if (event.dataTransfer.types.includes('Files')) setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={onDrop}
    >
      <PageHead
        title="Music"
        lead={
          library.data
            ? `${many(library.data.counts.tracks, 'track')} by ${many(library.data.counts.artists, 'artist')}, ${count(library.data.counts.filesHeard)} heard from files.`
            : 'Counting tracks, artists and what was heard of them…'
        }
      >
        <Button
          variant="filled"
          leftSection={<IconPlus size={18} aria-hidden />}
          onClick={() => {
            setDropped([]);
            dialog.open();
          }}
        >
          Add music or plays
        </Button>
      </PageHead>
      {none ? (
        <NoTracks artists={library.data?.counts.artists ?? 0} onAdd={dialog.open} />
      ) : (
        <>
          <div className={classes.ask}>
            <TextInput
              className={classes.field}
              size="md"
              aria-label="Filter tracks"
              placeholder="Words, or bpm:120-126 key:8A genre:house"
              leftSection={<IconFilter size={18} aria-hidden />}
              value={text}
              onChange={(event) => write(event.currentTarget.value)}
              spellCheck={false}
            />
            <span className="soft figures" role="status">
              {total !== undefined && `${many(total, 'track')}`}
            </span>
            <SaveMenu items={refs(rows)} total={total} load={all} name={q || 'All tracks'} />
          </div>
          {misread && (
            <p role="alert" className={`small ${classes.wrong}`}>
              {tracks.error?.message}
            </p>
          )}
          <ul className={classes.examples} aria-label="Filters to add">
            {EXAMPLES.map((example) => (
              <li key={example}>
                <button type="button" onClick={() => add(example)}>
                  {example}
                </button>
              </li>
            ))}
          </ul>
          <QueryHelp onAdd={add} />
          {tracks.isError && !misread && (
            <Trouble error={tracks.error} onRetry={() => tracks.refetch()} />
          )}
          {tracks.isPending && <LoadingRows rows={10} height={48} />}
          {tracks.isSuccess && rows.length === 0 && (
            <Empty
              title="Nothing fits that filter"
              action={<Button onClick={() => write('')}>Show all tracks</Button>}
            >
              Take a part away: {EXAMPLES.join(', ')} and plain words can stand alone or together.
            </Empty>
          )}
          {rows.length > 0 && (
            <TrackTable
              rows={rows}
              sort={sort}
              onSort={(to) =>
                navigate({ search: (before) => ({ ...before, sort: to }), replace: true })
              }
              onEnd={() => tracks.hasNextPage && !tracks.isFetching && tracks.fetchNextPage()}
            />
          )}
        </>
      )}
      <ImportDialog opened={adding} onClose={dialog.close} dropped={dropped} />
    </div>
  );
}

const refs = (rows: { id: string }[]): ItemRef[] => rows.map(({ id }) => ({ kind: 'track', id }));

function NoTracks({ artists, onAdd }: { artists: number; onAdd: () => void }) {
  return (
    <Empty
      title={artists > 0 ? 'Artists, but no tracks' : 'No tracks yet'}
      action={
        <>
          <Button variant="filled" onClick={onAdd}>
            Add music
          </Button>
          {artists > 0 && <LinkButton to="/">Discover</LinkButton>}
        </>
      }
    >
      {artists > 0 &&
        `What was imported says whom people play, not which tracks: ${many(artists, 'artist')} are on the other pages. `}
      Drop files or a folder here, or name a folder of music. Segue listens to each file once and
      keeps its tempo, key, energy and sound. A log of plays with titles works too.
    </Empty>
  );
}
