import { Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import type { Schemas } from '../../api/client';
import { featuresQuery } from '../../api/library';
import { Panel, Panels } from '../../parts/charts/Panel';
import { featureValue, featureWords } from '../../parts/features';
import { LinkButton } from '../../parts/LinkButton';
import { Empty, LoadingRows, Trouble } from '../../parts/states';
import { featureName, many } from '../../parts/words';
import { ByYear } from './ByYear';
import { Correlations } from './Correlations';
import { FeatureScatter } from './FeatureScatter';
import { PlainBars } from './PlainBars';
import { withPopularity } from './popularity';
import type { InsightsSearch } from './search';
import { Ties } from './Ties';

type Figures = Schemas['FeatureFigures'];

const route = getRouteApi('/insights');

export function Sound() {
  const figures = useQuery(featuresQuery(''));
  if (figures.isError) return <Trouble error={figures.error} onRetry={() => figures.refetch()} />;
  if (!figures.data) return <LoadingRows rows={3} height={300} />;
  if (figures.data.features.length === 0) {
    return (
      <Empty
        title="No features yet"
        action={
          <LinkButton variant="filled" to="/music">
            Add music
          </LinkButton>
        }
      >
        Let Segue listen to a folder of music, or import a table of audio features.
      </Empty>
    );
  }
  return <Charts figures={figures.data} />;
}

function Charts({ figures }: { figures: Figures }) {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const say = (part: Partial<InsightsSearch>) =>
    navigate({ search: (before) => ({ ...before, ...part }), replace: true, resetScroll: false });
  const names = figures.features.map((one) => one.feature);
  const feature =
    figures.features.find((one) => one.feature === search.feature) ?? figures.features[0];
  const { by, ties } = withPopularity(figures);
  return (
    <Panels>
      {figures.years.length > 1 && (
        <Panel
          title="How music changed"
          lead="The middle of each feature by the year of the music, between its least and its most."
          wide
        >
          <ByYear figures={figures} />
        </Panel>
      )}
      {feature && (
        <Panel
          title="Distribution"
          lead={`${featureWords(feature.feature)}. ${middle(feature)}`}
          tools={
            <Select
              aria-label="Feature"
              data={names.map((name) => ({ value: name, label: featureName(name) }))}
              value={feature.feature}
              onChange={(to) => to && say({ feature: to })}
              allowDeselect={false}
              maw={190}
            />
          }
        >
          <PlainBars
            label={`Distribution of ${featureName(feature.feature)}`}
            height={300}
            bars={feature.bins.map((value, i) => ({ name: edge(feature, i), value }))}
          />
        </Panel>
      )}
      {ties.length > 0 && (
        <Panel
          title={by === 'plays' ? 'What is played more' : 'What popular tracks have'}
          lead={`How ${by} ${by === 'plays' ? 'go' : 'goes'} with each feature, from −1 to 1. Press a bar to see the tracks.`}
        >
          <Ties ties={ties} onPick={(picked) => say({ x: picked, y: by })} />
        </Panel>
      )}
      <Panel
        title="What goes together"
        lead="Warm where two features rise together, violet where one falls as the other rises."
      >
        <Correlations figures={figures} />
      </Panel>
      <Panel title="Two features" lead="Every dot is a track; press one to open it.">
        <FeatureScatter figures={figures} x={search.x} y={search.y} onChoose={say} />
      </Panel>
    </Panels>
  );
}

/// "Half of 96 tracks have between 0.42 and 0.68."
function middle({ feature, summary }: Figures['features'][number]): string {
  const { quarter, threeQuarters, count } = summary;
  if (quarter === null || threeQuarters === null || ['key', 'mode'].includes(feature)) return '';
  return `Half of ${many(count, 'track')} lie between ${featureValue(feature, quarter)} and ${featureValue(feature, threeQuarters)}.`;
}

function edge({ feature, summary, bins }: Figures['features'][number], i: number): string {
  const { min, max } = summary;
  if (min === null || max === null) return `${i}`;
  const whole = ['key', 'mode', 'time_signature'].includes(feature);
  return featureValue(feature, whole ? min + i : min + ((max - min) * i) / bins.length);
}
