import {
  type Announcements,
  closestCenter,
  DndContext,
  type DragEndEvent,
  DragOverlay,
  KeyboardSensor,
  MeasuringStrategy,
  PointerSensor,
  useSensor,
  useSensors,
} from '@dnd-kit/core';
import {
  SortableContext,
  sortableKeyboardCoordinates,
  verticalListSortingStrategy,
} from '@dnd-kit/sortable';
import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { useRef, useState } from 'react';
import type { Schemas } from '../../api/client';
import { ItemRow } from '../../parts/items/ItemRow';
import { playItem } from '../../parts/items/play';
import { keysOf } from './order';
import { SortableItem } from './SortableItem';
import classes from './SortableItems.module.css';
import type { Editing } from './useEditing';

type Item = Schemas['PlaylistItem'];

const HEIGHT = 84;
const SENSE = { activationConstraint: { distance: 4 } };
const HOW = {
  draggable:
    'To move an item, press space or enter on its handle, go with the arrow keys, and press space again where it should stand. Escape leaves it where it was.',
};

/// The items of a playlist, to be put in order by pointer, by finger, by keys or by buttons. Only
/// those in sight are made, however long the list is.
export function SortableItems({ items, editing }: { items: Item[]; editing: Editing }) {
  const keys = keysOf(items);
  const [dragged, setDragged] = useState<number | null>(null);
  const top = useRef<HTMLOListElement>(null);
  const sensors = useSensors(
    useSensor(PointerSensor, SENSE),
    useSensor(KeyboardSensor, { coordinateGetter: sortableKeyboardCoordinates }),
  );
  const virtual = useWindowVirtualizer({
    count: items.length,
    estimateSize: () => HEIGHT,
    overscan: 8,
    scrollMargin: top.current?.offsetTop ?? 0,
    getItemKey: (i) => keys[i] ?? i,
  });
  const at = (key: unknown) => keys.indexOf(String(key));
  const held = dragged === null ? undefined : items[dragged];

  const onEnd = ({ active, over }: DragEndEvent) => {
    setDragged(null);
    if (over) editing.move(at(active.id), at(over.id));
  };

  return (
    <DndContext
      sensors={sensors}
      collisionDetection={closestCenter}
      measuring={{ droppable: { strategy: MeasuringStrategy.Always } }}
      accessibility={{ announcements: said(items, at), screenReaderInstructions: HOW }}
      onDragStart={({ active }) => setDragged(at(active.id))}
      onDragEnd={onEnd}
      onDragCancel={() => setDragged(null)}
    >
      <SortableContext items={keys} strategy={verticalListSortingStrategy}>
        <ol ref={top} className={classes.list} style={{ height: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map(({ index, start, key }) => {
            const item = items[index] as Item;
            return (
              <SortableItem
                key={String(key)}
                id={keys[index] as string}
                index={index}
                count={items.length}
                top={start - virtual.options.scrollMargin}
                measure={virtual.measureElement}
                item={item}
                editing={editing}
                onPlay={() => playItem(items, item)}
              />
            );
          })}
        </ol>
      </SortableContext>
      <DragOverlay>
        {held && (
          <ol className={classes.held}>
            <ItemRow item={held} onPlay={() => undefined} />
          </ol>
        )}
      </DragOverlay>
    </DndContext>
  );
}

/// What screen readers say while an item is carried.
function said(items: Item[], at: (key: unknown) => number): Announcements {
  const name = (key: unknown) => items[at(key)]?.name ?? '';
  const place = (key: unknown) => `place ${at(key) + 1} of ${items.length}`;
  return {
    onDragStart: ({ active }) => `${name(active.id)} is lifted from ${place(active.id)}.`,
    onDragOver: ({ active, over }) =>
      over ? `${name(active.id)} is over ${place(over.id)}.` : undefined,
    onDragEnd: ({ active, over }) =>
      over
        ? `${name(active.id)} is put down at ${place(over.id)}.`
        : `${name(active.id)} stays where it was.`,
    onDragCancel: ({ active }) => `${name(active.id)} stays where it was.`,
  };
}
