import { Button, Skeleton } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconCheck, IconSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { libraryQuery } from '../../api/library';
import { moodsQuery, onboardingQuery } from '../../api/recommend';
import { Sleeve } from '../../parts/art/Sleeve';
import { Chips } from '../../parts/Chips';
import { LinkButton } from '../../parts/LinkButton';
import { SearchDialog } from '../../parts/search/SearchDialog';
import { Empty, PageHead, Trouble } from '../../parts/states';
import { type DiscoverSearch, toggled } from './ask';
import { ChooseListener } from './ChooseListener';
import classes from './Onboarding.module.css';

const PICKS = 18;

type Props = {
  taste: DiscoverSearch;
  onChange: (part: Partial<DiscoverSearch>) => void;
  onDone: () => void;
};

/// Three clicks from nothing to music: pick a few, perhaps a genre or a mood, go.
export function Onboarding({ taste, onChange, onDone }: Props) {
  const picks = useQuery(onboardingQuery(PICKS));
  const moods = useQuery(moodsQuery);
  const library = useQuery(libraryQuery);
  const [searching, search] = useDisclosure(false);
  const items = picks.data?.items ?? [];
  const genres = [...new Set(items.flatMap((item) => item.genres.slice(0, 1)))].slice(0, 12);
  const typed = (taste.like ?? []).filter((name) => !items.some((item) => item.name === name));
  const said = Boolean(taste.like ?? taste.genre ?? taste.mood);

  if (library.data && library.data.counts.artists + library.data.counts.tracks === 0) {
    return (
      <Empty
        title="There is no music here yet"
        action={
          <LinkButton variant="filled" to="/music">
            Add music or plays
          </LinkButton>
        }
      >
        Segue learns from what people played and from how music sounds. Give it a folder of music,
        or a log of plays from any player or service.
      </Empty>
    );
  }
  return (
    <div className={classes.page}>
      <PageHead
        title="What do you like?"
        lead="Pick a few artists. Three are enough for a first list; every like after that makes it yours."
      >
        <ChooseListener />
      </PageHead>
      {picks.isError && <Trouble error={picks.error} onRetry={() => picks.refetch()} />}
      <ul className={classes.grid} aria-label="Artists to pick">
        {picks.isPending && <Waiting />}
        {typed.map((name) => (
          <Pick key={name} name={name} detail="" picked onToggle={() => like(name)} />
        ))}
        {items.map((item) => (
          <Pick
            key={`${item.kind} ${item.id}`}
            name={item.name}
            detail={item.genres[0] ?? ''}
            picked={taste.like?.includes(item.name) ?? false}
            onToggle={() => like(item.name)}
          />
        ))}
        <li>
          <button type="button" className={classes.pick} onClick={search.open} data-stop>
            <span className={classes.other}>
              <IconSearch size={30} aria-hidden />
            </span>
            <span className={classes.name}>Someone else</span>
          </button>
        </li>
      </ul>
      <div className={classes.more}>
        {genres.length > 1 && (
          <Chips
            label="A genre?"
            choices={genres.map((value) => ({ value }))}
            chosen={taste.genre ?? []}
            onToggle={(name) => onChange({ genre: toggled(taste.genre, name) })}
          />
        )}
        {moods.data && moods.data.items.length > 0 && (
          <Chips
            label="A mood?"
            choices={moods.data.items.map((mood) => ({ value: mood.name, title: mood.words }))}
            chosen={taste.mood ?? []}
            onToggle={(name) => onChange({ mood: toggled(taste.mood, name) })}
          />
        )}
      </div>
      <div className={classes.go}>
        <Button variant="filled" size="lg" disabled={!said} onClick={onDone}>
          Show me music
        </Button>
        <span className="soft small" role="status">
          {said ? summary(taste) : 'Pick at least one artist, genre or mood.'}
        </span>
      </div>
      <SearchDialog
        opened={searching}
        onClose={search.close}
        kinds="artist,track"
        label="An artist or track you like"
        onPick={(hit) => onChange({ like: [...new Set([...(taste.like ?? []), nameOf(hit)])] })}
      />
    </div>
  );

  function like(name: string) {
    onChange({ like: toggled(taste.like, name) });
  }
}

/// How a track is named among likes: with its artist.
export function nameOf(hit: { kind: string; name: string; detail: string }): string {
  return hit.kind === 'track' && hit.detail ? `${hit.detail} - ${hit.name}` : hit.name;
}

function summary(taste: DiscoverSearch): string {
  return [...(taste.like ?? []), ...(taste.genre ?? []), ...(taste.mood ?? [])].join(', ');
}

/// The room of artists that are on their way.
function Waiting() {
  return Array.from({ length: PICKS }, (_, i) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: all are alike
    <li key={i} className={classes.pick}>
      <span className={classes.art}>
        <Skeleton circle height="auto" className={classes.disc} />
      </span>
      <span className={classes.name}>&nbsp;</span>
      <span className="small">&nbsp;</span>
    </li>
  ));
}

type PickProps = { name: string; detail: string; picked: boolean; onToggle: () => void };

function Pick({ name, detail, picked, onToggle }: PickProps) {
  return (
    <li>
      <button
        type="button"
        className={classes.pick}
        aria-pressed={picked}
        onClick={onToggle}
        data-stop
      >
        <span className={classes.art}>
          <Sleeve name={name} round />
          {picked && (
            <span className={classes.check}>
              <IconCheck size={20} stroke={3} aria-hidden />
            </span>
          )}
        </span>
        <span className={classes.name}>{name}</span>
        <span className="soft small one-line">{detail}</span>
      </button>
    </li>
  );
}
