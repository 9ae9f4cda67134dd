import { Button, Menu } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconChevronDown, IconDownload, IconPlaylistAdd } from '@tabler/icons-react';
import { lazy, Suspense } from 'react';
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
  /// The wish that made the list, so that it can be made anew.
  recipe?: string;
};

/// Keeps a list as a playlist, or takes it along as a file.
export function SaveMenu({ items, name, primary, recipe }: Props) {
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
      <Suspense>
        {saving && <SaveDialog items={items} name={name} recipe={recipe} onDone={dialog.close} />}
      </Suspense>
    </>
  );
}
