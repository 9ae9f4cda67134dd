import type { Schemas } from '../../api/client';
import { clock, featureName, oneDigit } from '../../parts/words';
import classes from './FeatureBars.module.css';

/// Numbers that stand for words: of these there is neither more nor less.
const NAMED: Record<string, string[]> = {
  key: ['C', 'C♯', 'D', 'E♭', 'E', 'F', 'F♯', 'G', 'A♭', 'A', 'B♭', 'B'],
  mode: ['minor', 'major'],
};

/// How it sounds: each feature as a bar, the library's average as a mark on it.
export function FeatureBars({ features }: { features: Schemas['TrackFeature'][] }) {
  return (
    <>
      <h2 className={classes.title}>How it sounds</h2>
      <p className="soft small">The mark is the average of the library.</p>
      <dl className={classes.bars}>
        {features.map((feature) => (
          <div key={`${feature.source} ${feature.name}`}>
            <dt>{featureName(feature.name)}</dt>
            <dd>
              <span className={classes.track} aria-hidden>
                {!(feature.name in NAMED) && <Bar feature={feature} />}
              </span>
              <span className={`${classes.value} figures`}>{short(feature)}</span>
            </dd>
          </div>
        ))}
      </dl>
    </>
  );
}

function Bar({ feature }: { feature: Schemas['TrackFeature'] }) {
  return (
    <>
      <span className={classes.bar} style={{ width: `${100 * share(feature, feature.value)}%` }} />
      {feature.average !== null && (
        <span
          className={classes.mark}
          style={{ left: `${100 * share(feature, feature.average)}%` }}
        />
      )}
    </>
  );
}

function share({ low, high }: Schemas['TrackFeature'], value: number): number {
  return high > low ? Math.min(1, Math.max(0, (value - low) / (high - low))) : 0;
}

function short({ name, value, low, high }: Schemas['TrackFeature']): string {
  const named = NAMED[name]?.[Math.round(value)];
  if (named) return named;
  if (name === 'duration_ms') return clock(value / 1000);
  return high - low <= 1.5 ? `${Math.round(100 * value)} %` : oneDigit(value);
}
