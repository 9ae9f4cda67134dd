import { Button } from '@mantine/core';
import { IconArrowBackUp } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { deletePlaylist, playlistQuery, restorePlaylist } from '../../api/playlists';
import { Sleeve } from '../../parts/art/Sleeve';
import { ItemRow } from '../../parts/items/ItemRow';
import { playItem } from '../../parts/items/play';
import { LinkButton } from '../../parts/LinkButton';
import { Empty, LoadingRows, Trouble } from '../../parts/states';
import { tell, undoable } from '../../parts/undoable';
import { duration, many } from '../../parts/words';
import classes from '../explore/ArtistPage.module.css';
import { Head } from '../explore/Head';
import { MoreLikeIt } from './MoreLikeIt';
import own from './PlaylistPage.module.css';
import { SortableItems } from './SortableItems';
import { Tools } from './Tools';
import { useEditing } from './useEditing';
import { Wish } from './Wish';

const route = getRouteApi('/playlists/$id');

/// One playlist: play, put in order, take along.
export function PlaylistPage() {
  const { id } = route.useParams();
  const navigate = route.useNavigate();
  const client = useQueryClient();
  const playlist = useQuery(playlistQuery(id));
  const editing = useEditing(playlist.data);
  if (playlist.isError) {
    return (
      <Trouble error={playlist.error} onRetry={() => playlist.refetch()}>
        <LinkButton size="xs" to="/playlists">
          All playlists
        </LinkButton>
      </Trouble>
    );
  }
  if (!playlist.data) return <LoadingRows rows={8} />;
  const { name, items, editable, recipe, seconds } = playlist.data;

  const allKnown = items.every((item) => item.traits.durationSeconds);

  const remove = async () => {
    try {
      await deletePlaylist(id);
      client.invalidateQueries({ queryKey: ['playlists'] });
      navigate({ to: '/playlists' });
      undoable(`${name} is deleted.`, async () => {
        await restorePlaylist(id);
        client.invalidateQueries({ queryKey: ['playlists'] });
        navigate({ to: '/playlists/$id', params: { id } });
      });
    } catch (problem) {
      tell(problem);
    }
  };

  return (
    <>
      <Head
        art={<Sleeve name={`${name} ${id}`} />}
        seed={`${name} ${id}`}
        kind={editable ? 'Playlist' : 'Imported playlist, which cannot be changed'}
        title={name}
      >
        <p className="soft figures">
          {many(items.length, 'item')}
          {seconds > 0 && `, ${allKnown ? '' : 'at least '}${duration(seconds)}`}
        </p>
        <Tools playlist={playlist.data} editing={editing} onDelete={remove} />
      </Head>
      {editable && recipe !== '' && <Wish playlist={playlist.data} editing={editing} />}
      {items.length === 0 && (
        <Empty title="This list is empty">
          Add something with the button above, or save a list into a new one from Discover or the
          map.
        </Empty>
      )}
      {editable ? (
        <>
          <SortableItems items={items} editing={editing} />
          {items.length > 0 && <MoreLikeIt items={items} editing={editing} />}
        </>
      ) : (
        <ol className={classes.rows}>
          {items.map((item) => (
            <ItemRow
              key={`${item.position} ${item.id}`}
              item={item}
              onPlay={() => playItem(items, item)}
            />
          ))}
        </ol>
      )}
      {editing.undo && (
        <div className={own.undo}>
          <Button
            leftSection={<IconArrowBackUp size={17} aria-hidden />}
            onClick={editing.undo}
            disabled={editing.busy}
          >
            {`Undo: ${editing.last}`}
          </Button>
        </div>
      )}
    </>
  );
}
