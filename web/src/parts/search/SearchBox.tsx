import { Loader, Modal } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, useState } from 'react';
import type { Schemas } from '../../api/client';
import { searchQuery } from '../../api/library';
import { Sleeve } from '../art/Sleeve';
import classes from './SearchBox.module.css';

export type Hit = Schemas['SearchHit'];

const KIND: Record<Hit['kind'], string> = {
  artist: 'Artist',
  track: 'Track',
  listener: 'Listener',
  tag: 'Tag',
};

export type SearchProps = {
  opened: boolean;
  onClose: () => void;
  kinds: string;
  label: string;
  /// What is offered before anything is typed.
  suggestions?: Hit[];
  onPick: (hit: Hit) => void;
};

/// Type, walk with the arrows, pick with enter.
export function SearchBox({
  opened,
  onClose,
  kinds,
  label,
  suggestions = [],
  onPick,
}: SearchProps) {
  const [text, setText] = useState('');
  const [at, setAt] = useState(0);
  const [asked] = useDebouncedValue(text.trim(), 60);
  const found = useQuery(searchQuery(asked, kinds, 12));
  const hits = text.trim() === '' ? suggestions : (found.data?.items ?? []);

  const pick = (hit: Hit) => {
    onClose();
    onPick(hit);
  };

  const onKey = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown') setAt(Math.min(at + 1, hits.length - 1));
    else if (event.key === 'ArrowUp') setAt(Math.max(at - 1, 0));
    else if (event.key === 'Enter' && hits[at]) pick(hits[at]);
    else return;
    event.preventDefault();
  };

  return (
    <Modal
      opened={opened}
      onClose={onClose}
      withCloseButton={false}
      centered={false}
      yOffset="9dvh"
      size="lg"
      padding={0}
      attributes={{ content: { 'aria-label': label } }}
    >
      <div className={classes.field}>
        <input
          data-autofocus
          type="text"
          role="combobox"
          aria-label={label}
          aria-expanded={hits.length > 0}
          aria-controls="found"
          aria-activedescendant={hits[at] ? `hit-${at}` : undefined}
          placeholder={label}
          value={text}
          onChange={(event) => {
            setText(event.target.value);
            setAt(0);
          }}
          onKeyDown={onKey}
          autoComplete="off"
          spellCheck={false}
        />
        {found.isFetching && <Loader size="xs" color="gray" />}
      </div>
      <div id="found" role="listbox" aria-label="Found" className={classes.list}>
        {hits.map((hit, i) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are those of the field
          <div
            key={`${hit.kind} ${hit.id}`}
            id={`hit-${i}`}
            role="option"
            tabIndex={-1}
            aria-selected={i === at}
            className={classes.hit}
            onMouseMove={() => setAt(i)}
            onClick={() => pick(hit)}
          >
            <Sleeve
              name={hit.kind === 'track' ? `${hit.name}${hit.detail}` : hit.name}
              round={hit.kind !== 'track'}
              className={classes.sleeve}
            />
            <span className={classes.text}>
              <span className="one-line">{hit.name}</span>
              <span className="one-line soft small">
                {KIND[hit.kind]}
                {hit.detail && ` · ${hit.detail}`}
              </span>
            </span>
          </div>
        ))}
      </div>
      <p className={classes.foot} role="status">
        {found.isError ? found.error.message : hint(text, hits.length, found.isFetching)}
      </p>
    </Modal>
  );
}

function hint(text: string, hits: number, fetching: boolean): string {
  if (hits > 0) return '↑ ↓ to walk, enter to choose, esc to close';
  if (text.trim() === '') return 'A few letters are enough; typing errors are forgiven.';
  return fetching ? 'Searching…' : `Nothing is called "${text.trim()}" here.`;
}
