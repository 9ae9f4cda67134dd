import { Button, Modal, Progress, SegmentedControl, Switch, TextInput } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, useEffect, useState } from 'react';
import type { Schemas } from '../../api/client';
import { settingsQuery } from '../../api/library';
import { importFiles } from '../../api/upload';
import { importPath, noteJob } from '../../api/work';
import { Trouble } from '../../parts/states';
import { DropPlace } from './DropPlace';
import { bytes, sorted } from './files';
import classes from './ImportDialog.module.css';

type Kind = Schemas['ImportKind'];
const KINDS: { value: Kind; label: string; words: string }[] = [
  {
    value: 'auto',
    label: 'Find out',
    words: 'Music, logs of plays, tables of features: Segue sees what each file is.',
  },
  {
    value: 'music',
    label: 'Music',
    words: 'Files of sound. Segue listens to each once and keeps its tempo, key, energy and sound.',
  },
  {
    value: 'plays',
    label: 'Plays',
    words: 'A log of what was played: CSV, TSV, JSON lines or Parquet, from any player or service.',
  },
  { value: 'features', label: 'Features', words: "A table of Spotify's audio features, by track." },
  { value: 'hetrec', label: 'HetRec', words: 'The folder of the HetRec 2011 Last.fm data set.' },
];

type Props = { opened: boolean; onClose: () => void; dropped: File[] };

/// Brings music or plays into the library: files from this browser, or a folder the server can see.
export function ImportDialog({ opened, onClose, dropped }: Props) {
  const [kind, setKind] = useState<Kind>('auto');
  const [chosen, setChosen] = useState<File[]>([]);
  const [path, setPath] = useState('');
  const [listener, setListener] = useState('');
  const [lenient, setLenient] = useState(false);
  const [sent, setSent] = useState<number | null>(null);
  const [problem, setProblem] = useState<Error | null>(null);
  const settings = useQuery({ ...settingsQuery, enabled: opened });
  const narrow = useMediaQuery('(max-width: 36rem)');
  const navigate = useNavigate();
  const { files, left } = sorted(chosen);
  const size = files.reduce((sum, file) => sum + file.size, 0);
  const limit = settings.data?.uploadLimitBytes ?? Number.POSITIVE_INFINITY;
  const folders = settings.data?.importFolders ?? [];

  useEffect(() => {
    setChosen(dropped);
    setProblem(null);
  }, [dropped]);

  const start = async (event: FormEvent) => {
    event.preventDefault();
    setSent(0);
    setProblem(null);
    try {
      const how = { listener: listener.trim() || undefined, maxRejects: lenient ? 1 : undefined };
      const job =
        files.length > 0
          ? await importFiles(files, kind, how, setSent)
          : await importPath({ path: path.trim(), kind, ...how });
      noteJob(job);
      onClose();
      navigate({ to: '/lab/jobs/$id', params: { id: job.id } });
    } catch (wrong) {
      setProblem(wrong as Error);
    } finally {
      setSent(null);
    }
  };

  return (
    <Modal opened={opened} onClose={onClose} title="Add music or plays" size="lg">
      <form onSubmit={start} className="stack">
        <SegmentedControl
          aria-label="What it is"
          fullWidth
          orientation={narrow ? 'vertical' : 'horizontal'}
          value={kind}
          onChange={(to) => setKind(KINDS.find((k) => k.value === to)?.value ?? 'auto')}
          data={KINDS}
        />
        <p className="soft small">{KINDS.find((k) => k.value === kind)?.words}</p>
        <DropPlace files={files} left={left} size={size} onFiles={setChosen} />
        {size > limit && (
          <p role="alert" className={classes.tooMuch}>
            That is more than the {bytes(limit)} that can be sent at once. Name the folder below
            instead: then nothing need be sent.
          </p>
        )}
        <TextInput
          label="Or a folder or file on the machine where Segue runs"
          placeholder={folders[0] ?? '/home/me/Music'}
          description={
            folders.length > 0
              ? `Below ${folders.join(' or ')}. Files stay where they are.`
              : 'Files stay where they are.'
          }
          value={path}
          disabled={files.length > 0}
          onChange={(event) => setPath(event.currentTarget.value)}
          spellCheck={false}
        />
        {(kind === 'plays' || kind === 'auto') && (
          <TextInput
            label="Whose plays, if the log does not say"
            placeholder="me"
            value={listener}
            maxLength={200}
            onChange={(event) => setListener(event.currentTarget.value)}
            spellCheck={false}
          />
        )}
        {kind !== 'music' && kind !== 'hetrec' && (
          <Switch
            color="var(--warm)"
            label="Take the good lines of a file also where many are broken"
            checked={lenient}
            onChange={(event) => setLenient(event.currentTarget.checked)}
          />
        )}
        {problem && <Trouble error={problem} />}
        {sent !== null && files.length > 0 && (
          <Progress value={100 * sent} aria-label="Sending" size="md" radius="xl" />
        )}
        <div className="row">
          <Button
            type="submit"
            variant="filled"
            loading={sent !== null}
            disabled={(files.length === 0 && path.trim() === '') || size > limit}
          >
            {{ auto: 'Add', music: 'Listen' }[kind as string] ?? 'Import'}
          </Button>
          {chosen.length > 0 && <Button onClick={() => setChosen([])}>Take the files out</Button>}
        </div>
      </form>
    </Modal>
  );
}
