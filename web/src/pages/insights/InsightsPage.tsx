import { SegmentedControl } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { PageHead } from '../../parts/states';
import { Categories } from './Categories';
import { Listening } from './Listening';
import { Sound } from './Sound';

const route = getRouteApi('/insights');

/// What a listener's history and the library's sound say.
export function InsightsPage() {
  const { tab = 'listening' } = route.useSearch();
  const navigate = route.useNavigate();
  return (
    <>
      <PageHead title="Insights" lead={LEADS[tab]}>
        <SegmentedControl
          aria-label="What to look at"
          value={tab}
          onChange={(to) =>
            navigate({
              search: (before) => ({
                ...before,
                tab: to === 'sound' || to === 'categories' ? to : undefined,
              }),
              replace: true,
            })
          }
          data={[
            { value: 'listening', label: 'Listening' },
            { value: 'sound', label: 'Sound' },
            { value: 'categories', label: 'Categories' },
          ]}
        />
      </PageHead>
      {tab === 'listening' && <Listening />}
      {tab === 'sound' && <Sound />}
      {tab === 'categories' && <Categories />}
    </>
  );
}

const LEADS = {
  listening: 'When someone listened, and to what.',
  sound: 'What the features of the tracks say together.',
  categories: 'The kinds of music in here, found by how they sound.',
};
