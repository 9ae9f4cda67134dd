import { Button, Modal, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconPencil } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';

/// Renames a playlist.
export function Name({ name, onName }: { name: string; onName: (name: string) => void }) {
  const [opened, dialog] = useDisclosure(false);
  const [text, setText] = useState(name);
  const save = (event: FormEvent) => {
    event.preventDefault();
    dialog.close();
    onName(text.trim());
  };
  return (
    <>
      <Button leftSection={<IconPencil size={16} aria-hidden />} onClick={dialog.open}>
        Rename
      </Button>
      <Modal opened={opened} onClose={dialog.close} title="Rename the playlist">
        <form onSubmit={save} className="stack">
          <TextInput
            label="Name"
            data-autofocus
            value={text}
            maxLength={200}
            onChange={(event) => setText(event.currentTarget.value)}
          />
          <div className="row">
            <Button type="submit" variant="filled" disabled={text.trim() === ''}>
              Rename
            </Button>
          </div>
        </form>
      </Modal>
    </>
  );
}
