import { Button, TextInput } from '@mantine/core';
import { useDebouncedCallback, useDisclosure } from '@mantine/hooks';
import { IconFilter, IconPlus } from '@tabler/icons-react';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { type DragEvent, useState } from 'react';
import { libraryQuery, tracksQuery } from '../../api/library';
import { SaveMenu } from '../../parts/SaveMenu';
import { Empty, LoadingRows, PageHead, Trouble } from '../../parts/states';
import { count, many } from '../../parts/words';
import { ImportDialog } from './ImportDialog';
import classes from './MusicPage.module.css';
import { TrackTable } from './TrackTable';

const route = getRouteApi('/music');
const EXAMPLES = ['bpm:120-126', 'key:8A', 'energy:>=7', 'year:1990-1999'];

/// All tracks as a table, filtered as DJs do; and the way music comes in.
export function MusicPage() {
  const { q = '', sort = '' } = route.useSearch();
  const navigate = route.useNavigate();
  const [text, setText] = useState(q);
  const [adding, dialog] = useDisclosure(false);
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
  const onDrop = (event: DragEvent) => {
    event.preventDefault();
    const files = [...event.dataTransfer.files];
    if (files.length === 0) return;
    setDropped(files);
    dialog.open();
  };
  const none = library.data?.counts.tracks === 0;

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a short cut of the button
    <div className={classes.page} onDragOver={(event) => event.preventDefault()} onDrop={onDrop}>
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
        <Empty title="No tracks yet" action={<Button onClick={dialog.open}>Choose files</Button>}>
          Drop files here, or name a folder of music. Segue listens to each once and keeps its
          tempo, key, energy and sound. A log of plays works too.
        </Empty>
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
            <SaveMenu
              items={rows.map(({ id }) => ({ kind: 'track', id }))}
              name={q || 'All tracks'}
            />
          </div>
          <ul className={classes.examples} aria-label="Filters to add">
            {EXAMPLES.map((example) => (
              <li key={example}>
                <button
                  type="button"
                  onClick={() => write(text.includes(example) ? text : `${text} ${example}`.trim())}
                >
                  {example}
                </button>
              </li>
            ))}
          </ul>
          {tracks.isError && <Trouble error={tracks.error} onRetry={() => tracks.refetch()} />}
          {tracks.isPending && <LoadingRows rows={10} height={48} />}
          {tracks.isSuccess && rows.length === 0 && (
            <Empty title="Nothing fits that filter">
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
