import { useNavigate } from '@tanstack/react-router';
import { who } from '../who';
import { type Hit, SearchDialog } from './SearchDialog';

/// Search from anywhere, for anything; picking goes there.
export function SearchPalette({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const navigate = useNavigate();
  const go = (hit: Hit) => {
    switch (hit.kind) {
      case 'artist':
        return navigate({ to: '/artists/$id', params: { id: hit.id } });
      case 'track':
        return navigate({ to: '/tracks/$id', params: { id: hit.id } });
      case 'listener':
        who.set(hit.id);
        return navigate({ to: '/', search: { listener: hit.id } });
      case 'tag':
        return navigate({ to: '/', search: { genre: [hit.name] } });
    }
  };
  return (
    <SearchDialog
      opened={opened}
      onClose={onClose}
      kinds="artist,track,listener,tag"
      label="Search artists, tracks, listeners, tags"
      onPick={go}
    />
  );
}
