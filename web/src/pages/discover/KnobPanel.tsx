import { NativeSelect, Switch } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { libraryQuery } from '../../api/library';
import { moodsQuery } from '../../api/recommend';
import { Chips } from '../../parts/Chips';
import { Knob } from '../../parts/Knob';
import { ACTIVITIES, type DiscoverSearch, toggled, USUAL } from './ask';
import classes from './KnobPanel.module.css';
import { SpanKnob } from './SpanKnob';

type Props = {
  search: DiscoverSearch;
  listener: string | null;
  onChange: (part: Partial<DiscoverSearch>) => void;
};

const RESTS = [
  { value: '0', label: 'heard at any time' },
  { value: '7', label: 'not heard for a week' },
  { value: '30', label: 'not heard for a month' },
  { value: '90', label: 'not heard for three months' },
  { value: '365', label: 'not heard for a year' },
];

const FINER = ['popularity', 'bpm', 'energy', 'years', 'explore', 'perArtist'] as const;

/// How the list should be.
export function KnobPanel({ search, listener, onChange }: Props) {
  const library = useQuery(libraryQuery);
  const moods = useQuery(moodsQuery);
  const known = search.known ?? false;
  // Most libraries have all of it: nothing should jump when the answer comes.
  const { hasAudio = true, hasFeatures = true, hasTimes = true } = library.data ?? {};
  const turned = FINER.filter((name) => search[name] !== undefined).length;
  return (
    <div className={classes.panel}>
      <Knob
        low="Familiar"
        high="Surprising"
        value={search.surprise ?? 0}
        onChange={(surprise) => onChange({ surprise })}
      />
      <Knob
        low="Of one kind"
        high="Varied"
        value={search.diversity ?? USUAL.diversity}
        onChange={(diversity) => onChange({ diversity })}
      />
      {hasAudio && (
        <Knob
          low="By plays"
          high="By sound"
          value={search.sound ?? 0}
          onChange={(sound) => onChange({ sound })}
        />
      )}
      <div className={classes.known}>
        <Switch
          color="var(--warm)"
          label="Also what I know already"
          checked={known}
          onChange={(event) => onChange({ known: event.currentTarget.checked || undefined })}
        />
        {hasTimes && listener !== null && (
          <NativeSelect
            size="xs"
            aria-label="How long what I know must have rested"
            disabled={!known}
            data={RESTS}
            value={`${search.rest ?? 0}`}
            onChange={(event) => onChange({ rest: Number(event.currentTarget.value) || undefined })}
          />
        )}
      </div>
      <Chips
        label="For the moment"
        choices={[
          { value: 'now', label: 'now', title: 'What suits this hour and weekday' },
          ...ACTIVITIES.map((value) => ({ value })),
        ]}
        chosen={[...(search.now ? ['now'] : []), ...(search.activity ? [search.activity] : [])]}
        onToggle={(value) =>
          value === 'now'
            ? onChange({ now: search.now ? undefined : true })
            : onChange({
                activity:
                  search.activity === value ? undefined : ACTIVITIES.find((a) => a === value),
              })
        }
      />
      {moods.data && moods.data.items.length > 0 && (
        <Chips
          label="Mood"
          choices={moods.data.items.map((mood) => ({ value: mood.name, title: mood.words }))}
          chosen={search.mood ?? []}
          onToggle={(name) => onChange({ mood: toggled(search.mood, name) })}
        />
      )}
      <details className={classes.finer} open={turned > 0 || undefined}>
        <summary>Finer wishes{turned > 0 && <span className="soft"> ({turned})</span>}</summary>
        <div className={classes.panel}>
          <SpanKnob
            name="How well known"
            min={0}
            max={1}
            step={0.05}
            words={known100}
            value={search.popularity}
            onChange={(popularity) => onChange({ popularity })}
          />
          {hasFeatures && (
            <>
              <SpanKnob
                name="Tempo"
                min={60}
                max={200}
                step={1}
                words={(low, high) => `${low} to ${high} BPM`}
                value={search.bpm}
                onChange={(bpm) => onChange({ bpm })}
              />
              <SpanKnob
                name="Energy"
                min={1}
                max={10}
                step={1}
                value={search.energy}
                onChange={(energy) => onChange({ energy })}
              />
              <SpanKnob
                name="Years"
                min={1950}
                max={THIS_YEAR}
                step={1}
                value={search.years}
                onChange={(years) => onChange({ years })}
              />
              <Knob
                low="Proven"
                high="Hardly played yet"
                title="How readily music is shown that hardly anybody has played, by its sound and tags"
                value={search.explore ?? 0}
                onChange={(explore) => onChange({ explore: explore || undefined })}
              />
            </>
          )}
          <NativeSelect
            size="xs"
            label="Of one artist at most"
            data={[
              { value: '1', label: 'one track' },
              { value: '2', label: 'two tracks' },
              { value: '4', label: 'four tracks' },
              { value: '0', label: 'any number' },
            ]}
            value={`${search.perArtist ?? USUAL.perArtist}`}
            onChange={(event) => {
              const most = Number(event.currentTarget.value);
              onChange({ perArtist: most === USUAL.perArtist ? undefined : most });
            }}
          />
          {turned > 0 && (
            <button type="button" className={classes.clear} onClick={() => onChange(NOTHING)}>
              Take these wishes back
            </button>
          )}
        </div>
      </details>
    </div>
  );
}

const THIS_YEAR = new Date().getFullYear();
const NOTHING = Object.fromEntries(FINER.map((name) => [name, undefined]));

/// "the lesser known half": shares of all music by how much it is played.
function known100(low: number, high: number): string {
  if (low === 0) return `the lesser known ${Math.round(100 * high)} %`;
  if (high === 1) return `the best known ${Math.round(100 * (1 - low))} %`;
  return `${Math.round(100 * low)} to ${Math.round(100 * high)} %`;
}
