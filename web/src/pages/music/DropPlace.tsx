import { Button } from '@mantine/core';
import { IconUpload } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { many } from '../../parts/words';
import { bytes, filesOf } from './files';
import classes from './ImportDialog.module.css';

type Props = { files: File[]; left: number; size: number; onFiles: (files: File[]) => void };

/// Where files and folders are dropped, or chosen by a press.
export function DropPlace({ files, left, size, onFiles }: Props) {
  const [over, setOver] = useState(false);
  const some = useRef<HTMLInputElement>(null);
  const folder = useRef<HTMLInputElement>(null);
  return (
    <div>
      <button
        type="button"
        className={classes.drop}
        data-over={over || undefined}
        onClick={() => some.current?.click()}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={async (event) => {
          event.preventDefault();
          event.stopPropagation();
          setOver(false);
          onFiles(await filesOf(event.dataTransfer));
        }}
      >
        <IconUpload size={26} aria-hidden />
        {files.length > 0
          ? `${many(files.length, 'file')}, ${bytes(size)}: ${files[0]?.name}${files.length > 1 ? ' …' : ''}`
          : 'Drop files or folders here, or press to choose files'}
        {left > 0 && (
          <span className="soft small">
            {many(left, 'other file')} {left === 1 ? 'is' : 'are'} left out: neither sound nor a
            table.
          </span>
        )}
      </button>
      <Button className={classes.folder} size="compact-sm" onClick={() => folder.current?.click()}>
        Choose a whole folder
      </Button>
      <input
        ref={some}
        type="file"
        multiple
        hidden
        aria-label="Files"
        onChange={(event) => onFiles([...(event.currentTarget.files ?? [])])}
      />
      <input
        ref={(node) => {
          folder.current = node;
          node?.setAttribute('webkitdirectory', '');
        }}
        type="file"
        hidden
        aria-label="A folder"
        onChange={(event) => onFiles([...(event.currentTarget.files ?? [])])}
      />
    </div>
  );
}
