import { Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Schemas } from '../../api/client';
import { featuresQuery } from '../../api/library';
import { Panel, Panels } from '../../parts/charts/Panel';
import { LinkButton } from '../../parts/LinkButton';
import { Empty, LoadingRows, Trouble } from '../../parts/states';
import { ByYear } from './ByYear';
import { Correlations } from './Correlations';
import { FeatureScatter } from './FeatureScatter';
import { PlainBars } from './PlainBars';

type Figures = Schemas['FeatureFigures'];

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
  const names = figures.features.map((one) => one.feature);
  const [shown, setShown] = useState(names[0] ?? '');
  const feature = figures.features.find((one) => one.feature === shown) ?? figures.features[0];
  const popular = figures.features.filter((one) => one.withPopularity !== null);
  const choose = (
    <Select
      aria-label="Feature"
      data={names}
      value={shown}
      onChange={(to) => to && setShown(to)}
      allowDeselect={false}
      maw={190}
    />
  );
  return (
    <Panels>
      <Panel
        title="How music changed"
        lead="The middle of each feature by the year of the music."
        wide
      >
        <ByYear figures={figures} />
      </Panel>
      {feature && (
        <Panel title="Distribution" lead="How many tracks have how much of it." tools={choose}>
          <PlainBars
            label={`Distribution of ${feature.feature}`}
            height={300}
            bars={feature.bins.map((value, i) => ({ name: edge(feature, i), value }))}
          />
        </Panel>
      )}
      {popular.length > 0 && (
        <Panel
          title="What popular tracks have"
          lead="How popularity goes with each feature, from −1 to 1."
        >
          <PlainBars
            label="Correlation of each feature with popularity"
            height={300}
            bars={popular.map((one) => ({
              name: one.feature,
              value: Math.round(100 * (one.withPopularity ?? 0)) / 100,
            }))}
          />
        </Panel>
      )}
      <Panel title="What goes together" lead="Each feature against each other one.">
        <Correlations figures={figures} />
      </Panel>
      <Panel title="Two features" lead="Every dot is a track; press one to open it.">
        <FeatureScatter figures={figures} />
      </Panel>
    </Panels>
  );
}

function edge({ summary, bins }: Figures['features'][number], i: number): string {
  const { min, max } = summary;
  if (min === null || max === null) return `${i}`;
  const at = min + ((max - min) * i) / bins.length;
  return max - min > 20 ? at.toFixed(0) : at.toFixed(2);
}
