import { featureWords } from '../../parts/features';
import { featureName } from '../../parts/words';
import classes from './Categories.module.css';
import type { Telling } from './kinds';

/// How much a category has of each feature, with a mark where the others stand on average.
export function Loadings({ of }: { of: Telling[] }) {
  const most = Math.max(...of.flatMap((one) => [one.here, one.usual]), 1e-9);
  const at = (value: number) => `${Math.round((100 * value) / most)}%`;
  return (
    <ul
      className={classes.loadings}
      aria-label="What it has, the bar; the others on average, the mark"
    >
      {of.map(({ feature, here, usual }) => (
        <li key={feature} title={featureWords(feature)}>
          <span>{featureName(feature)}</span>
          <span
            className={classes.scale}
            role="img"
            aria-label={`${at(here)}, others ${at(usual)}`}
          >
            <i style={{ width: at(here) }} data-more={here > usual || undefined} />
            <b style={{ left: at(usual) }} />
          </span>
        </li>
      ))}
    </ul>
  );
}
