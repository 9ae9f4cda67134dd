import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconUser } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { listenersQuery } from '../../api/library';
import { SearchDialog } from '../../parts/search/SearchDialog';
import { who } from '../../parts/who';
import { listenerName, many } from '../../parts/words';

/// For libraries with people in them: who of these are you?
export function ChooseListener({ label = 'I am in this library' }: { label?: string }) {
  const [choosing, dialog] = useDisclosure(false);
  const navigate = useNavigate();
  const listeners = useQuery(listenersQuery('', 12));
  const known = listeners.data?.items ?? [];
  if (listeners.isSuccess && known.length === 0) return null;
  return (
    <>
      <Button
        leftSection={<IconUser size={18} aria-hidden />}
        onClick={dialog.open}
        disabled={known.length === 0}
      >
        {label}
      </Button>
      <SearchDialog
        opened={choosing}
        onClose={dialog.close}
        kinds="listener"
        label="Who are you?"
        suggestions={known.map((listener) => ({
          kind: 'listener',
          id: listener.id,
          name: listenerName(listener.name),
          detail: `${many(Math.round(listener.plays), 'play')} of ${many(listener.artists, 'artist')}`,
          score: 1,
        }))}
        onPick={(hit) => {
          who.set(hit.id);
          navigate({ to: '/', search: { listener: hit.id } });
        }}
      />
    </>
  );
}
