import { Button, SegmentedControl, Select, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import type { Schemas } from '../../api/client';
import { libraryQuery } from '../../api/library';
import { algorithmsQuery, noteJob, startJob } from '../../api/work';
import { Panel } from '../../parts/charts/Panel';
import { Trouble } from '../../parts/states';
import classes from './LabPage.module.css';

type Work = 'train' | 'tune' | 'evaluate';
const WORDS: Record<Work, string> = {
  train:
    'Learns once, with settings you choose or the usual ones. The new model answers from then on.',
  tune: 'Tries settings for a while, keeps what serves listeners best, and trains it on everything.',
  evaluate: 'Hides a part of the plays and counts how well each algorithm finds it again.',
};
const MINUTES = ['1', '5', '10', '30', '60'];

/// Begins a training, a tuning or a comparison.
export function StartWork() {
  const [work, setWork] = useState<Work>('train');
  const [algorithm, setAlgorithm] = useState('als');
  const [on, setOn] = useState<'artists' | 'tracks'>('artists');
  const [minutes, setMinutes] = useState('5');
  const [settings, setSettings] = useState<Record<string, string>>({});
  const [problem, setProblem] = useState<Error | null>(null);
  const algorithms = useQuery(algorithmsQuery);
  const library = useQuery(libraryQuery);
  const navigate = useNavigate();
  const known = algorithms.data?.items ?? [];
  const chosen = known.find((one) => one.name === algorithm);
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
    const said = Object.fromEntries(
      Object.entries(settings).filter(([, value]) => value.trim() !== ''),
    );
    switch (work) {
      case 'train':
        return { kind: 'train', request: { algorithm, on, settings: said } };
      case 'tune':
        return {
          kind: 'tune',
          request: { algorithm: algorithm || '', on, seconds: 60 * Number(minutes) },
        };
      case 'evaluate':
        return { kind: 'evaluate', request: { algorithms: [algorithm || 'all'], on } };
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
            setWork(to as Work);
            if (to === 'train' && algorithm === '') setAlgorithm('als');
            if (to !== 'train') setAlgorithm('');
          }}
          data={[
            { value: 'train', label: 'Train' },
            { value: 'tune', label: 'Tune' },
            { value: 'evaluate', label: 'Compare' },
          ]}
        />
        <Select
          label="Algorithm"
          data={[
            ...(work === 'train' ? [] : [{ value: '', label: 'all that make sense' }]),
            ...known.map((one) => ({ value: one.name, label: one.name })),
          ]}
          value={algorithm}
          onChange={(to) => {
            setAlgorithm(to ?? '');
            setSettings({});
          }}
          allowDeselect={false}
          searchable
        />
        <Select
          label="Recommends"
          data={[
            { value: 'artists', label: 'artists' },
            { value: 'tracks', label: 'tracks' },
          ]}
          value={on}
          onChange={(to) => setOn(to === 'tracks' ? 'tracks' : 'artists')}
          allowDeselect={false}
        />
        {work === 'tune' && (
          <Select
            label="Time"
            data={MINUTES.map((value) => ({ value, label: `${value} min` }))}
            value={minutes}
            onChange={(to) => setMinutes(to ?? '5')}
            allowDeselect={false}
          />
        )}
        {work === 'train' && chosen && chosen.settings.length > 0 && (
          <details>
            <summary>Settings</summary>
            <div className={classes.settings}>
              {chosen.settings.map((setting) => (
                <TextInput
                  key={setting.name}
                  label={setting.name}
                  placeholder={setting.default}
                  description={
                    setting.choices.length > 0 ? setting.choices.join(', ') : setting.usual
                  }
                  value={settings[setting.name] ?? ''}
                  onChange={(event) =>
                    setSettings({ ...settings, [setting.name]: event.currentTarget.value })
                  }
                />
              ))}
            </div>
          </details>
        )}
        {problem && <Trouble error={problem} />}
        {plays === 0 && (
          <p className="soft small">There are no plays to learn from yet: import some first.</p>
        )}
        <div className="row">
          <Button type="submit" variant="filled" disabled={plays === 0}>
            {{ train: 'Train', tune: 'Tune', evaluate: 'Compare' }[work]}
          </Button>
        </div>
      </form>
    </Panel>
  );
}
