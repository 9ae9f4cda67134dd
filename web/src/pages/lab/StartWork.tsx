import { Button, SegmentedControl, Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import type { Schemas } from '../../api/client';
import { libraryQuery } from '../../api/library';
import { algorithmsQuery, noteJob, startJob } from '../../api/work';
import { Chips } from '../../parts/Chips';
import { Panel } from '../../parts/charts/Panel';
import { LinkButton } from '../../parts/LinkButton';
import { Trouble } from '../../parts/states';
import { ABOUT } from './algorithms';
import { SettingFields } from './SettingFields';
import type { LabSearch } from './search';

type Work = 'train' | 'tune' | 'evaluate';
const WORDS: Record<Work, string> = {
  train:
    'Learns once, with settings you choose or the usual ones. The new model answers from then on.',
  tune: 'Tries settings for a while, keeps what serves listeners best, and trains it on everything.',
  evaluate: 'Hides a part of the plays and counts how well each algorithm finds it again.',
};
const MINUTES = ['1', '5', '10', '30', '60'];
const ALL = 'all';

const route = getRouteApi('/lab');

/// Begins a training, a tuning or a comparison.
export function StartWork() {
  const search = route.useSearch();
  const { work = 'train', on = 'artists', minutes = '5' } = search;
  const change = route.useNavigate();
  const navigate = useNavigate();
  const say = (part: Partial<LabSearch>) =>
    change({ search: (before) => ({ ...before, ...part }), replace: true, resetScroll: false });
  const [settings, setSettings] = useState<Record<string, string>>({});
  const [problem, setProblem] = useState<Error | null>(null);
  const algorithms = useQuery(algorithmsQuery);
  const library = useQuery(libraryQuery);
  const known = algorithms.data?.items ?? [];
  const algorithm = search.algorithm ?? (work === 'train' ? 'als' : ALL);
  const chosen = known.find((one) => one.name === algorithm);
  const several = search.compare ?? [];
  const plays = library.data?.counts.plays ?? 1;

  const start = async (event: FormEvent) => {
    event.preventDefault();
    setProblem(null);
    try {
      const job = await startJob(draft());
      noteJob(job);
      navigate({ to: '/lab/jobs/$id', params: { id: job.id } });
    } catch (wrong) {
      setProblem(wrong as Error);
    }
  };

  function draft(): Schemas['JobDraft'] {
    switch (work) {
      case 'train': {
        const said = Object.entries(settings).filter(([, value]) => value.trim() !== '');
        return { kind: 'train', request: { algorithm, on, settings: Object.fromEntries(said) } };
      }
      case 'tune':
        return {
          kind: 'tune',
          request: {
            algorithm: algorithm === ALL ? '' : algorithm,
            on,
            seconds: 60 * Number(minutes),
          },
        };
      case 'evaluate':
        return {
          kind: 'evaluate',
          request: { algorithms: several.length > 0 ? several : [ALL], on },
        };
    }
  }

  return (
    <Panel title="New work" lead={WORDS[work]}>
      <form onSubmit={start} className="stack">
        <SegmentedControl
          aria-label="What to do"
          fullWidth
          value={work}
          onChange={(to) => {
            setSettings({});
            say({
              work: to === 'tune' || to === 'evaluate' ? to : undefined,
              algorithm: undefined,
            });
          }}
          data={[
            { value: 'train', label: 'Train' },
            { value: 'tune', label: 'Tune' },
            { value: 'evaluate', label: 'Compare' },
          ]}
        />
        {work === 'evaluate' ? (
          <Chips
            label="Algorithms; all that make sense when none is picked"
            choices={known.map(({ name }) => ({ value: name, title: ABOUT[name] }))}
            chosen={several}
            plain
            onToggle={(name) =>
              say({
                compare: several.includes(name)
                  ? several.filter((one) => one !== name)
                  : [...several, name],
              })
            }
          />
        ) : (
          <Select
            label="Algorithm"
            description={ABOUT[algorithm]}
            inputWrapperOrder={['label', 'input', 'description']}
            data={[
              ...(work === 'train' ? [] : [{ value: ALL, label: 'all that make sense' }]),
              ...known.map((one) => ({ value: one.name, label: one.name })),
            ]}
            value={algorithm}
            onChange={(to) => {
              setSettings({});
              say({ algorithm: to && to !== ALL ? to : undefined });
            }}
            allowDeselect={false}
            searchable
          />
        )}
        <Select
          label="Recommends"
          data={[
            { value: 'artists', label: 'artists' },
            { value: 'tracks', label: 'tracks' },
          ]}
          value={on}
          onChange={(to) => say({ on: to === 'tracks' ? to : undefined })}
          allowDeselect={false}
        />
        {work === 'tune' && (
          <Select
            label="Time"
            data={MINUTES.map((value) => ({ value, label: `${value} min` }))}
            value={minutes}
            onChange={(to) => say({ minutes: to ?? undefined })}
            allowDeselect={false}
          />
        )}
        {work === 'train' && chosen && (
          <SettingFields settings={chosen.settings} said={settings} onSay={setSettings} />
        )}
        {problem && <Trouble error={problem} />}
        {plays === 0 && <p className="soft small">There are no plays to learn from yet.</p>}
        <div className="row">
          <Button type="submit" variant="filled" disabled={plays === 0}>
            {{ train: 'Train', tune: 'Tune', evaluate: 'Compare' }[work]}
          </Button>
          {plays === 0 && <LinkButton to="/music">Import plays</LinkButton>}
        </div>
      </form>
    </Panel>
  );
}
