import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { listenerQuery, listenersQuery } from '../../api/library';
import { SearchDialog } from '../../parts/search/SearchDialog';
import { listenerName, many } from '../../parts/words';
import classes from './Listening.module.css';

const route = getRouteApi('/insights');

/// Whose history it is.
export function ListenerPicker({ listener }: { listener: string }) {
  const [choosing, dialog] = useDisclosure(false);
  const navigate = route.useNavigate();
  const listeners = useQuery(listenersQuery('', 12));
  const now = useQuery({ ...listenerQuery(listener), enabled: listener !== '' });
  return (
    <div className={classes.picker}>
      <h2>{listenerName(now.data?.name ?? listener)}</h2>
      <Button size="compact-sm" onClick={dialog.open}>
        Someone else
      </Button>
      <SearchDialog
        opened={choosing}
        onClose={dialog.close}
        kinds="listener"
        label="Whose history?"
        suggestions={(listeners.data?.items ?? []).map((one) => ({
          kind: 'listener',
          id: one.id,
          name: listenerName(one.name),
          detail: many(Math.round(one.plays), 'play'),
          score: 1,
        }))}
        onPick={(hit) => navigate({ search: (before) => ({ ...before, listener: hit.id }) })}
      />
    </div>
  );
}
