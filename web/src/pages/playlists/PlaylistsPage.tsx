import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { playlistsQuery } from '../../api/playlists';
import { Sleeve } from '../../parts/art/Sleeve';
import { LinkButton } from '../../parts/LinkButton';
import { Empty, LoadingRows, PageHead, Trouble } from '../../parts/states';
import { day, many } from '../../parts/words';
import classes from '../explore/ExplorePage.module.css';

const SaveDialog = lazy(() =>
  import('../../parts/SaveDialog').then((part) => ({ default: part.SaveDialog })),
);

/// All playlists, the last changed first.
export function PlaylistsPage() {
  const playlists = useQuery(playlistsQuery);
  const [making, dialog] = useDisclosure(false);
  const items = playlists.data?.items ?? [];
  return (
    <>
      <PageHead title="Playlists" lead="Lists to keep, to change and to take along.">
        <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={dialog.open}>
          New playlist
        </Button>
      </PageHead>
      <Suspense>{making && <SaveDialog items={[]} name="" onDone={dialog.close} />}</Suspense>
      {playlists.isError && <Trouble error={playlists.error} onRetry={() => playlists.refetch()} />}
      {playlists.isPending && <LoadingRows rows={3} height={120} />}
      {playlists.isSuccess && items.length === 0 && (
        <Empty
          title="No playlists yet"
          action={
            <LinkButton variant="filled" to="/">
              Get a recommendation
            </LinkButton>
          }
        >
          Any list in Segue has a Save button: recommendations, what is like a track, a part of the
          map.
        </Empty>
      )}
      <ul className={classes.grid}>
        {items.map((playlist) => (
          <li key={playlist.id}>
            <Link
              to="/playlists/$id"
              params={{ id: playlist.id }}
              className={classes.card}
              data-stop
            >
              <Sleeve name={`${playlist.name} ${playlist.id}`} />
              <span className={classes.name}>{playlist.name}</span>
              <span className="soft small">
                {many(playlist.count, 'item')}
                {playlist.changed && `, ${day(playlist.changed)}`}
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </>
  );
}
