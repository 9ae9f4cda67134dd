import { Slider, Switch } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { libraryQuery } from '../../api/library';
import { moodsQuery } from '../../api/recommend';
import { Chips } from '../../parts/Chips';
import { ACTIVITIES, type DiscoverSearch, toggled } from './ask';
import classes from './KnobPanel.module.css';

type Props = { search: DiscoverSearch; onChange: (part: Partial<DiscoverSearch>) => void };

/// How the list should be.
export function KnobPanel({ search, onChange }: Props) {
  const library = useQuery(libraryQuery);
  const moods = useQuery(moodsQuery);
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
        value={search.diversity ?? 0.3}
        onChange={(diversity) => onChange({ diversity })}
      />
      {library.data?.hasAudio && (
        <Knob
          low="By plays"
          high="By sound"
          value={search.sound ?? 0.3}
          onChange={(sound) => onChange({ sound })}
        />
      )}
      <Switch
        color="var(--warm)"
        label="Also what I know already"
        checked={search.known ?? false}
        onChange={(event) => onChange({ known: event.currentTarget.checked || undefined })}
      />
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
    </div>
  );
}

type KnobProps = { low: string; high: string; value: number; onChange: (value: number) => void };

function Knob({ low, high, value, onChange }: KnobProps) {
  const [now, setNow] = useState<number | null>(null);
  const id = useId();
  return (
    <div>
      <div className={classes.ends} id={id}>
        <span>{low}</span>
        <span>{high}</span>
      </div>
      <Slider
        label={null}
        size="sm"
        min={0}
        max={1}
        step={0.05}
        value={now ?? value}
        onChange={setNow}
        onChangeEnd={(end) => {
          onChange(Math.round(end * 100) / 100);
          setNow(null);
        }}
        thumbLabel={`${low} to ${high}`}
      />
    </div>
  );
}
