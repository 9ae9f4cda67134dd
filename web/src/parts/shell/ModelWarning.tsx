import { IconAlertTriangle } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { libraryQuery } from '../../api/library';
import classes from './ModelWarning.module.css';

/// What people should know of the library: a damaged model, say.
export function ModelWarning() {
  const library = useQuery(libraryQuery);
  const notes = library.data?.notes ?? [];
  if (notes.length === 0) return null;
  return (
    <div role="status" className={classes.notes}>
      <IconAlertTriangle size={20} aria-hidden />
      <div>
        {notes.map((note) => (
          <p key={note}>{note}</p>
        ))}
      </div>
    </div>
  );
}
