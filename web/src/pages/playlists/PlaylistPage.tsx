import { Button, Menu } from '@mantine/core';
import {
  IconChevronDown,
  IconDownload,
  IconPlayerPlayFilled,
  IconTrash,
} from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import type { Schemas } from '../../api/client';
import {
  createPlaylist,
  deletePlaylist,
  exportPlaylist,
  FORMATS,
  patchPlaylist,
  playlistQuery,
} from '../../api/playlists';
import { Sleeve } from '../../parts/art/Sleeve';
import { ItemRow } from '../../parts/items/ItemRow';
import { playItem } from '../../parts/items/play';
import { Empty, LoadingRows, Trouble } from '../../parts/states';
import { tell, undoable } from '../../parts/undoable';
import { duration, many } from '../../parts/words';
import classes from '../explore/ArtistPage.module.css';
import { Head } from '../explore/Head';
import { MoveButtons } from './MoveButtons';
import { Name } from './Name';

const route = getRouteApi('/playlists/$id');

/// One playlist: play, put in order, take along.
export function PlaylistPage() {
  const { id } = route.useParams();
  const navigate = route.useNavigate();
  const client = useQueryClient();
  const playlist = useQuery(playlistQuery(id));
  const [busy, setBusy] = useState(false);
  if (playlist.isError)
    return <Trouble error={playlist.error} onRetry={() => playlist.refetch()} />;
  if (!playlist.data) return <LoadingRows rows={8} />;
  const { name, items, editable } = playlist.data;
  const seconds = items.reduce((sum, item) => sum + (item.traits.durationSeconds ?? 0), 0);

  const patch = async (body: Schemas['PlaylistPatch']) => {
    setBusy(true);
    try {
      client.setQueryData(['playlist', id], await patchPlaylist(id, body));
      client.invalidateQueries({ queryKey: ['playlists'] });
    } catch (problem) {
      tell(problem);
    } finally {
      setBusy(false);
    }
  };

  const remove = async () => {
    try {
      await deletePlaylist(id);
      client.invalidateQueries({ queryKey: ['playlists'] });
      navigate({ to: '/playlists' });
      const refs = items.map(({ kind, id: of }) => ({ kind, id: of }));
      undoable(`${name} is deleted.`, async () => {
        const again = await createPlaylist(name, refs);
        client.invalidateQueries({ queryKey: ['playlists'] });
        navigate({ to: '/playlists/$id', params: { id: again.id } });
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
        kind={editable ? 'Playlist' : 'Imported playlist'}
        title={name}
      >
        <p className="soft figures">
          {many(items.length, 'item')}
          {seconds > 0 && `, ${duration(seconds)}`}
        </p>
        <div className="row">
          <Button
            variant="filled"
            disabled={!items.some((item) => item.playable)}
            leftSection={<IconPlayerPlayFilled size={16} aria-hidden />}
            onClick={() => {
              const first = items.find((item) => item.playable);
              if (first) playItem(items, first);
            }}
          >
            Play
          </Button>
          <Menu>
            <Menu.Target>
              <Button rightSection={<IconChevronDown size={16} aria-hidden />}>Export</Button>
            </Menu.Target>
            <Menu.Dropdown>
              {FORMATS.map(({ format, label }) => (
                <Menu.Item
                  key={format}
                  leftSection={<IconDownload size={18} />}
                  onClick={() => exportPlaylist(id, name, format).catch(tell)}
                >
                  {label}
                </Menu.Item>
              ))}
            </Menu.Dropdown>
          </Menu>
          {editable && <Name name={name} onName={(to) => patch({ name: to })} />}
          {editable && (
            <Button leftSection={<IconTrash size={16} aria-hidden />} onClick={remove}>
              Delete
            </Button>
          )}
        </div>
      </Head>
      {items.length === 0 && (
        <Empty title="This list is empty">
          Save something into a new one from Discover or the map.
        </Empty>
      )}
      <ol className={classes.rows}>
        {items.map((item, i) => (
          <ItemRow
            key={`${item.position} ${item.id}`}
            item={item}
            onPlay={() => playItem(items, item)}
          >
            {editable && (
              <MoveButtons
                name={item.name}
                first={i === 0}
                last={i === items.length - 1}
                disabled={busy}
                onMove={(by) => patch({ move: { from: item.position, to: item.position + by } })}
                onRemove={() => patch({ remove: [item.position] })}
              />
            )}
          </ItemRow>
        ))}
      </ol>
    </>
  );
}
