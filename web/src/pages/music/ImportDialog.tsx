import { Button, Modal, SegmentedControl, TextInput } from '@mantine/core';
import { IconUpload } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import type { Schemas } from '../../api/client';
import { settingsQuery } from '../../api/library';
import { importFiles, importPath, noteJob } from '../../api/work';
import { Trouble } from '../../parts/states';
import { many } from '../../parts/words';
import { guess } from './guess';
import classes from './ImportDialog.module.css';

type Kind = Schemas['ImportKind'];
const KINDS: { value: Kind; label: string; words: string }[] = [
  {
    value: 'music',
    label: 'Music',
    words: 'Files of sound. Segue listens to them; they stay where they are.',
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
  const [kind, setKind] = useState<Kind>('music');
  const [files, setFiles] = useState<File[]>([]);
  const [path, setPath] = useState('');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Error | null>(null);
  const input = useRef<HTMLInputElement>(null);
  const settings = useQuery({ ...settingsQuery, enabled: opened });
  const navigate = useNavigate();

  useEffect(() => {
    setFiles(dropped);
    if (dropped.length > 0) setKind(guess(dropped));
  }, [dropped]);

  const start = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    setProblem(null);
    try {
      const job =
        files.length > 0 ? await importFiles(files, kind) : await importPath(path.trim(), kind);
      noteJob(job);
      onClose();
      navigate({ to: '/lab/jobs/$id', params: { id: job.id } });
    } catch (wrong) {
      setProblem(wrong as Error);
    } finally {
      setBusy(false);
    }
  };

  const folders = settings.data?.importFolders ?? [];
  return (
    <Modal opened={opened} onClose={onClose} title="Add music or plays" size="lg">
      <form onSubmit={start} className="stack">
        <SegmentedControl
          aria-label="What it is"
          fullWidth
          value={kind}
          onChange={(to) => setKind(KINDS.find((k) => k.value === to)?.value ?? 'music')}
          data={KINDS}
        />
        <p className="soft small">{KINDS.find((k) => k.value === kind)?.words}</p>
        <button
          type="button"
          className={classes.drop}
          onClick={() => input.current?.click()}
          onDragOver={(event) => event.preventDefault()}
          onDrop={(event) => {
            event.preventDefault();
            event.stopPropagation();
            setFiles([...event.dataTransfer.files]);
          }}
        >
          <IconUpload size={26} aria-hidden />
          {files.length > 0
            ? `${many(files.length, 'file')}: ${files[0]?.name}${files.length > 1 ? ' …' : ''}`
            : 'Drop files here, or press to choose'}
        </button>
        <input
          ref={input}
          type="file"
          multiple
          hidden
          aria-label="Files"
          onChange={(event) => setFiles([...(event.currentTarget.files ?? [])])}
        />
        <TextInput
          label="Or a folder or file on the machine where Segue runs"
          placeholder={folders[0] ?? '/home/me/Music'}
          description={folders.length > 0 ? `Below: ${folders.join(', ')}` : undefined}
          value={path}
          disabled={files.length > 0}
          onChange={(event) => setPath(event.currentTarget.value)}
          spellCheck={false}
        />
        {problem && <Trouble error={problem} />}
        <div className="row">
          <Button
            type="submit"
            variant="filled"
            loading={busy}
            disabled={files.length === 0 && path.trim() === ''}
          >
            {kind === 'music' ? 'Listen' : 'Import'}
          </Button>
          {files.length > 0 && <Button onClick={() => setFiles([])}>Take the files out</Button>}
        </div>
      </form>
    </Modal>
  );
}
