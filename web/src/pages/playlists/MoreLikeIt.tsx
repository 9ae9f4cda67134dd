import { ActionIcon, Tooltip } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { Schemas } from '../../api/client';
import { recommendQuery } from '../../api/recommend';
import { ItemRow } from '../../parts/items/ItemRow';
import { playItem } from '../../parts/items/play';
import classes from '../explore/ArtistPage.module.css';
import type { Editing } from './useEditing';

const SEEDS = 20;
const SHOWN = 6;

/// What would go well with the list; one press adds it.
export function MoreLikeIt({
  items,
  editing,
}: {
  items: Schemas['PlaylistItem'][];
  editing: Editing;
}) {
  const kind = items[0]?.kind ?? 'track';
  const there = new Set(items.map((item) => `${item.kind} ${item.id}`));
  // The same ids while the list only changes its order: it need not be asked again then.
  const like = [...new Set(items.filter((item) => item.kind === kind).map((item) => item.id))]
    .sort()
    .slice(0, SEEDS);
  const more = useQuery(
    recommendQuery({
      whom: { like },
      kind,
      n: SHOWN * 3,
      filter: { perArtist: 2 },
      knobs: { diversity: 0.3 },
      reasons: false,
    }),
  );
  const shown = (more.data?.items ?? [])
    .filter((item) => !there.has(`${item.kind} ${item.id}`))
    .slice(0, SHOWN);
  if (shown.length === 0) return null;
  return (
    <section aria-label="Would go with it">
      <h2>Would go with it</h2>
      <ol className={classes.rows}>
        {shown.map((item) => (
          <ItemRow key={item.id} item={item} onPlay={() => playItem(shown, item)}>
            <Tooltip label="Add">
              <ActionIcon
                disabled={editing.busy}
                aria-label={`Add ${item.name}`}
                onClick={() => editing.add({ kind: item.kind, id: item.id, name: item.name })}
              >
                <IconPlus size={20} />
              </ActionIcon>
            </Tooltip>
          </ItemRow>
        ))}
      </ol>
    </section>
  );
}
