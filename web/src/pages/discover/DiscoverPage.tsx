import { getRouteApi } from '@tanstack/react-router';
import { useWho } from '../../parts/who';
import { type DiscoverSearch, saysSomething } from './ask';
import { ForWhom } from './ForWhom';
import { Onboarding } from './Onboarding';
import { Picks } from './Picks';

const route = getRouteApi('/');

/// What to play next: for a listener, a taste, a mood; a newcomer is asked first.
export function DiscoverPage() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const mine = useWho();
  const listener = search.listener ?? mine;
  const change = (part: Partial<DiscoverSearch>) =>
    navigate({ search: (before) => ({ ...before, ...part }), replace: true, resetScroll: false });
  const begun = saysSomething(search, listener);
  return begun ? (
    <>
      <ForWhom search={search} listener={listener} onChange={change} />
      <Picks search={search} listener={listener} onChange={change} />
    </>
  ) : (
    <Onboarding
      taste={search}
      onChange={(part) => change({ ...part, pick: true })}
      onDone={() => navigate({ search: (before) => ({ ...before, pick: undefined }) })}
    />
  );
}
