import { Button, Menu } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconChevronDown, IconDownload, IconPlaylistAdd } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { exportItems, FORMATS } from '../api/playlists';
import type { ItemRef } from '../api/recommend';
import { tell } from './undoable';

const SaveDialog = lazy(() =>
  import('./SaveDialog').then((part) => ({ default: part.SaveDialog })),
);

type Props = {
  items: ItemRef[];
  name: string;
  primary?: boolean;
  /// How many there are when not all are in `items`, and what fetches all of them.
  total?: number;
  load?: () => Promise<ItemRef[]>;
  /// The wish that made the list, so that it can be made anew.
  recipe?: string;
};

/// Keeps a list as a playlist, or takes it along as a file.
export function SaveMenu({ items, name, primary, recipe, total, load }: Props) {
  const [saving, dialog] = useDisclosure(false);
  const [whole, setWhole] = useState<ItemRef[] | null>(null);
  const [busy, setBusy] = useState(false);
  const all = async () => {
    if (!load || (total ?? 0) <= items.length) return items;
    setBusy(true);
    try {
      return await load();
    } finally {
      setBusy(false);
    }
  };
  const save = () =>
    all().then((list) => {
      setWhole(list);
      dialog.open();
    }, tell);
  return (
    <>
      <Menu>
        <Menu.Target>
          <Button
            variant={primary ? 'filled' : 'default'}
            disabled={items.length === 0}
            loading={busy}
            rightSection={<IconChevronDown size={16} aria-hidden />}
          >
            Save
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconPlaylistAdd size={18} />} onClick={save}>
            Save as playlist
          </Menu.Item>
          <Menu.Divider />
          {FORMATS.map(({ format, label }) => (
            <Menu.Item
              key={format}
              leftSection={<IconDownload size={18} />}
              onClick={() =>
                all()
                  .then((list) => exportItems(list, name, format))
                  .catch(tell)
              }
            >
              Export {label}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      <Suspense>
        {saving && (
          <SaveDialog items={whole ?? items} name={name} recipe={recipe} onDone={dialog.close} />
        )}
      </Suspense>
    </>
  );
}
