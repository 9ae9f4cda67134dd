import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconArrowsShuffle, IconRefresh } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { libraryQuery } from '../../api/library';
import type { Playlist } from '../../api/playlists';
import type { Ask } from '../../api/recommend';
import { Panel } from '../../parts/charts/Panel';
import { Knob } from '../../parts/Knob';
import { keysOf } from './order';
import type { Editing } from './useEditing';
import classes from './Wish.module.css';
import { wishOf, wordsOf } from './wishWords';

type Props = { playlist: Playlist; editing: Editing };

/// The wish that made a list: turn it a little, ask again.
export function Wish({ playlist, editing }: Props) {
  const library = useQuery(libraryQuery);
  const client = useQueryClient();
  const wish = wishOf(playlist.recipe);
  if (!wish) return null;

  const renew = async (words: string, to: Ask = wish) => {
    const before = keysOf(playlist.items).join();
    if (!(await editing.renew(words, JSON.stringify(to)))) return;
    const now = client.getQueryData<Playlist>(['playlist', playlist.id]);
    if (now && keysOf(now.items).join() === before) {
      notifications.show({
        message: 'Asked again: it is still the same list. Shuffle for another.',
      });
    }
  };
  const turn = (knobs: Ask['knobs']) =>
    renew('made anew', { ...wish, knobs: { ...wish.knobs, ...knobs } });

  return (
    <Panel
      title="Made from a wish"
      lead={`${wordsOf(wish)}. What was moved or added by hand is gone when it is made anew; undo brings it back.`}
      tools={
        <div className="row">
          <Button
            leftSection={<IconRefresh size={17} aria-hidden />}
            loading={editing.busy}
            onClick={() => renew('refreshed')}
          >
            Refresh
          </Button>
          <Button
            leftSection={<IconArrowsShuffle size={17} aria-hidden />}
            disabled={editing.busy}
            onClick={() =>
              renew('shuffled', {
                ...wish,
                seed: (wish.seed ?? 42) + 1,
                knobs: { ...wish.knobs, surprise: wish.knobs?.surprise || 0.3 },
              })
            }
          >
            Shuffle
          </Button>
        </div>
      }
    >
      <div className={classes.knobs}>
        {library.data?.hasAudio && (
          <Knob
            low="By plays"
            high="By sound"
            value={wish.knobs?.sound ?? 0}
            onChange={(sound) => turn({ sound })}
          />
        )}
        <Knob
          low="Familiar"
          high="Surprising"
          value={wish.knobs?.surprise ?? 0}
          onChange={(surprise) => turn({ surprise })}
        />
        <Knob
          low="Of one kind"
          high="Varied"
          value={wish.knobs?.diversity ?? 0}
          onChange={(diversity) => turn({ diversity })}
        />
      </div>
    </Panel>
  );
}
