import { Button, Modal, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { createPlaylist } from '../api/playlists';
import type { ItemRef } from '../api/recommend';
import { tell } from './undoable';
import { many } from './words';

/// Asks for a name and keeps the list under it.
export function SaveDialog({
  items,
  name,
  recipe,
  onDone,
}: {
  items: ItemRef[];
  name: string;
  recipe?: string;
  onDone: () => void;
}) {
  const [text, setText] = useState(name);
  const [busy, setBusy] = useState(false);
  const client = useQueryClient();
  const navigate = useNavigate();
  const save = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    try {
      const made = await createPlaylist({ name: text.trim(), items, recipe });
      client.invalidateQueries({ queryKey: ['playlists'] });
      onDone();
      if (items.length === 0) {
        navigate({ to: '/playlists/$id', params: { id: made.id } });
        return;
      }
      notifications.show({
        message: (
          <span>
            Saved {many(made.count, 'item')}.{' '}
            <a
              href={`/playlists/${encodeURIComponent(made.id)}`}
              onClick={(event) => {
                event.preventDefault();
                navigate({ to: '/playlists/$id', params: { id: made.id } });
              }}
            >
              <u>Open {made.name}</u>
            </a>
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
    <Modal opened onClose={onDone} title={items.length > 0 ? 'Save as playlist' : 'New playlist'}>
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
            {items.length > 0 ? `Save ${many(items.length, 'item')}` : 'Make it'}
          </Button>
          <Button onClick={onDone}>Cancel</Button>
        </div>
      </form>
    </Modal>
  );
}
