import { Button, SegmentedControl } from '@mantine/core';
import { IconAdjustmentsHorizontal, IconRefresh } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { libraryQuery } from '../../api/library';
import { recommendQuery } from '../../api/recommend';
import { ItemRow } from '../../parts/items/ItemRow';
import { Opinions } from '../../parts/items/Opinions';
import { playItem } from '../../parts/items/play';
import { SaveMenu } from '../../parts/SaveMenu';
import { Empty, LoadingRows, Trouble } from '../../parts/states';
import { listenerName } from '../../parts/words';
import { type DiscoverSearch, toAsk } from './ask';
import { FirstUp } from './FirstUp';
import { KnobPanel } from './KnobPanel';
import classes from './Picks.module.css';

type Props = {
  search: DiscoverSearch;
  listener: string | null;
  onChange: (part: Partial<DiscoverSearch>) => void;
};

const MORE = 30;

/// The list itself, the first of it large, with the knobs beside.
export function Picks({ search, listener, onChange }: Props) {
  const n = search.n ?? MORE;
  const [gone, setGone] = useState<ReadonlySet<string>>(new Set());
  const ask = toAsk(search, listener, n, new Date());
  const list = useQuery(recommendQuery(ask));
  const counts = useQuery(libraryQuery).data?.counts;
  const items = (list.data?.items ?? []).filter((item) => !gone.has(item.id));
  const [first, ...rest] = items;
  const kind = search.kind ?? items[0]?.kind ?? 'artist';

  // Another listener has hidden nothing yet.
  // biome-ignore lint/correctness/useExhaustiveDependencies: starts anew with the listener
  useEffect(() => setGone(new Set()), [listener]);

  const hide = (id: string) => (is: boolean) =>
    setGone((before) => new Set(is ? [...before, id] : [...before].filter((one) => one !== id)));

  return (
    <div className={classes.columns}>
      <section aria-label="Recommended" aria-busy={list.isFetching}>
        <div className={classes.tools}>
          {counts?.tracks !== 0 && counts?.artists !== 0 && (
            <SegmentedControl
              aria-label="What to list"
              value={kind}
              onChange={(value) => onChange({ kind: value === 'artist' ? 'artist' : 'track' })}
              data={[
                { value: 'track', label: 'Tracks' },
                { value: 'artist', label: 'Artists' },
              ]}
            />
          )}
          <span className={classes.space} />
          <Button
            leftSection={<IconRefresh size={17} aria-hidden />}
            onClick={() =>
              onChange({ seed: (search.seed ?? 0) + 1, surprise: search.surprise ?? 0.3 })
            }
          >
            Shuffle
          </Button>
          <SaveMenu
            primary
            items={items.map(({ kind: of, id }) => ({ kind: of, id }))}
            recipe={JSON.stringify(ask)}
            name={`For ${(listener && listenerName(listener)) ?? search.like?.join(', ') ?? search.genre?.join(', ') ?? 'me'}`.slice(
              0,
              80,
            )}
          />
        </div>
        <details className={`${classes.fold} only-narrow`}>
          <summary>
            <IconAdjustmentsHorizontal size={18} aria-hidden /> How it should be
          </summary>
          <KnobPanel search={search} listener={listener} onChange={onChange} />
        </details>
        {list.isError && <Trouble error={list.error} onRetry={() => list.refetch()} />}
        {list.isPending && <LoadingRows rows={9} height={76} />}
        {list.isSuccess && items.length === 0 && (
          <Empty
            title="Nothing fits all of that"
            action={
              <Button
                onClick={() =>
                  onChange({
                    mood: undefined,
                    popularity: undefined,
                    bpm: undefined,
                    energy: undefined,
                    years: undefined,
                    rest: undefined,
                    known: true,
                  })
                }
              >
                Loosen the wishes
              </Button>
            }
          >
            Take away a genre or a mood above, widen the finer wishes, or allow what you know
            already.
          </Empty>
        )}
        {items.length > 0 &&
          list.data?.notes.map((note) => (
            <p key={note} className={`soft small ${classes.note}`}>
              {note}
            </p>
          ))}
        <div className={classes.list} data-old={list.isPlaceholderData || undefined}>
          {first && (
            <FirstUp item={first} onPlay={() => playItem(items, first)}>
              <Opinions item={first} listener={listener} onGone={hide(first.id)} key={first.id} />
            </FirstUp>
          )}
          <ol className={classes.rows}>
            {rest.map((item) => (
              <ItemRow key={item.id} item={item} onPlay={() => playItem(items, item)}>
                <Opinions item={item} listener={listener} onGone={hide(item.id)} />
              </ItemRow>
            ))}
          </ol>
          {list.data && list.data.items.length >= n && n < 300 && (
            <Button onClick={() => onChange({ n: n + MORE })} loading={list.isFetching}>
              More
            </Button>
          )}
        </div>
      </section>
      <aside className={`${classes.side} only-wide`} aria-label="How it should be">
        <h2>How it should be</h2>
        <KnobPanel search={search} listener={listener} onChange={onChange} />
      </aside>
    </div>
  );
}
