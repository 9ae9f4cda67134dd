import { useSortable } from '@dnd-kit/sortable';
import { ActionIcon, Menu, Tooltip } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconDots, IconGripVertical, IconX } from '@tabler/icons-react';
import type { Schemas } from '../../api/client';
import { ItemRow } from '../../parts/items/ItemRow';
import classes from './SortableItems.module.css';
import type { Editing } from './useEditing';

type Props = {
  id: string;
  index: number;
  count: number;
  /// Where it stands in the list, in pixels.
  top: number;
  measure: (node: Element | null) => void;
  item: Schemas['PlaylistItem'];
  editing: Editing;
  onPlay: () => void;
};

/// One item of a playlist, with what moves it.
export function SortableItem({ id, index, count, top, measure, item, editing, onPlay }: Props) {
  const { attributes, listeners, setNodeRef, setActivatorNodeRef, transform, isDragging } =
    useSortable({ id });
  const { name } = item;
  const acts = [
    { label: 'Up', words: `Move ${name} up`, icon: IconArrowUp, off: index === 0, by: -1 },
    {
      label: 'Down',
      words: `Move ${name} down`,
      icon: IconArrowDown,
      off: index === count - 1,
      by: 1,
    },
    { label: 'Take out', words: `Take ${name} out`, icon: IconX, off: false, by: 0 },
  ];
  const act = (by: number) => (by === 0 ? editing.remove(index) : editing.move(index, index + by));
  return (
    <ItemRow
      item={item}
      onPlay={onPlay}
      className={classes.item}
      place={{
        ref: (node) => {
          setNodeRef(node);
          measure(node);
        },
        'data-index': index,
        'data-dragged': isDragging || undefined,
        // Not by transform: what measures the rows while one is dragged looks past transforms.
        style: { top, transform: transform ? `translateY(${transform.y}px)` : undefined },
      }}
      before={
        <button
          type="button"
          ref={setActivatorNodeRef}
          className={classes.handle}
          {...attributes}
          {...listeners}
          aria-label={`Drag ${name}`}
        >
          <IconGripVertical size={18} aria-hidden />
        </button>
      }
    >
      <span className={classes.buttons}>
        {acts.map(({ label, words, icon: Icon, off, by }) => (
          <Tooltip label={label} key={label}>
            <ActionIcon disabled={off || editing.busy} onClick={() => act(by)} aria-label={words}>
              <Icon size={18} />
            </ActionIcon>
          </Tooltip>
        ))}
      </span>
      <span className={classes.menu}>
        <Menu>
          <Menu.Target>
            <ActionIcon aria-label={`Move or take out ${name}`}>
              <IconDots size={20} />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            {acts.map(({ label, icon: Icon, off, by }) => (
              <Menu.Item
                key={label}
                disabled={off || editing.busy}
                leftSection={<Icon size={18} />}
                onClick={() => act(by)}
              >
                {label}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      </span>
    </ItemRow>
  );
}
