import { Button, Menu } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import {
  IconChevronDown,
  IconDownload,
  IconPlayerPlayFilled,
  IconPlus,
  IconTrash,
} from '@tabler/icons-react';
import { exportPlaylist, FORMATS, type Playlist } from '../../api/playlists';
import { playItem } from '../../parts/items/play';
import { SearchDialog } from '../../parts/search/SearchDialog';
import { tell } from '../../parts/undoable';
import { Name } from './Name';
import type { Editing } from './useEditing';

type Props = { playlist: Playlist; editing: Editing; onDelete: () => void };

/// What can be done with a whole playlist.
export function Tools({ playlist, editing, onDelete }: Props) {
  const { id, name, items, editable } = playlist;
  const [adding, dialog] = useDisclosure(false);
  const first = items.find((item) => item.playable);
  return (
    <div className="row">
      <Button
        variant="filled"
        disabled={!first}
        leftSection={<IconPlayerPlayFilled size={16} aria-hidden />}
        onClick={() => first && playItem(items, first)}
      >
        Play
      </Button>
      <Menu>
        <Menu.Target>
          <Button
            disabled={items.length === 0}
            rightSection={<IconChevronDown size={16} aria-hidden />}
          >
            Export
          </Button>
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
      {editable && (
        <>
          <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={dialog.open}>
            Add
          </Button>
          <Name name={name} onName={editing.rename} />
          <Button leftSection={<IconTrash size={16} aria-hidden />} onClick={onDelete}>
            Delete
          </Button>
          <SearchDialog
            opened={adding}
            onClose={dialog.close}
            kinds="track,artist"
            label={`Add to ${name}`}
            onPick={(hit) =>
              editing.add({
                kind: hit.kind === 'artist' ? 'artist' : 'track',
                id: hit.id,
                name: hit.name,
              })
            }
          />
        </>
      )}
    </div>
  );
}
