import { Button, Menu, Modal, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';
import { IconChevronDown, IconDownload, IconPlaylistAdd } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { createPlaylist, exportItems, FORMATS } from '../api/playlists';
import type { ItemRef } from '../api/recommend';
import { tell } from './feedback';
import { many } from './words';

type Props = { items: ItemRef[]; name: string; primary?: boolean };

/// Keeps a list as a playlist, or takes it along as a file.
export function SaveMenu({ items, name, primary }: Props) {
  const [saving, dialog] = useDisclosure(false);
  return (
    <>
      <Menu>
        <Menu.Target>
          <Button
            variant={primary ? 'filled' : 'default'}
            disabled={items.length === 0}
            rightSection={<IconChevronDown size={16} aria-hidden />}
          >
            Save
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconPlaylistAdd size={18} />} onClick={dialog.open}>
            Save as playlist
          </Menu.Item>
          <Menu.Divider />
          {FORMATS.map(({ format, label }) => (
            <Menu.Item
              key={format}
              leftSection={<IconDownload size={18} />}
              onClick={() => exportItems(items, name, format).catch(tell)}
            >
              Export {label}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      <Modal opened={saving} onClose={dialog.close} title="Save as playlist">
        <SaveForm items={items} name={name} onDone={dialog.close} />
      </Modal>
    </>
  );
}

function SaveForm({ items, name, onDone }: { items: ItemRef[]; name: string; onDone: () => void }) {
  const [text, setText] = useState(name);
  const [busy, setBusy] = useState(false);
  const client = useQueryClient();
  const save = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    try {
      const made = await createPlaylist(text.trim(), items);
      client.invalidateQueries({ queryKey: ['playlists'] });
      onDone();
      notifications.show({
        message: (
          <span>
            Saved {many(made.count, 'item')}.{' '}
            <Link to="/playlists/$id" params={{ id: made.id }}>
              <u>Open {made.name}</u>
            </Link>
          </span>
        ),
      });
    } catch (problem) {
      tell(problem);
    } finally {
      setBusy(false);
    }
  };
  return (
    <form onSubmit={save} className="stack">
      <TextInput
        label="Name"
        data-autofocus
        value={text}
        maxLength={200}
        required
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <div className="row">
        <Button type="submit" variant="filled" loading={busy} disabled={text.trim() === ''}>
          Save {many(items.length, 'item')}
        </Button>
        <Button onClick={onDone}>Cancel</Button>
      </div>
    </form>
  );
}
