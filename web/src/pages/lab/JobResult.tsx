import { type Reason, type Result, resultsOf } from '../../api/results';
import type { Job } from '../../api/work';
import { Panel } from '../../parts/charts/Panel';
import { LinkButton } from '../../parts/LinkButton';
import { count, duration } from '../../parts/words';
import { EvaluationReport } from './EvaluationReport';
import classes from './JobPage.module.css';

/// How a job ended, in figures, with what one may want to do next.
export function JobResult({ job }: { job: Job }) {
  return resultsOf(job).map((result, i) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: they never change
    <OneResult key={i} result={result} />
  ));
}

function OneResult({ result }: { result: Result }) {
  switch (result.of) {
    case 'import': {
      const { read, kept, duplicates, rejected, reasons, notes } = result.said;
      return (
        <Panel title="What came in">
          <Figures
            of={{ Read: read, Kept: kept, 'Already there': duplicates, Rejected: rejected }}
          />
          <Reasons title="Why lines were rejected" reasons={reasons} />
          <Notes notes={notes} />
          <Next>
            <LinkButton variant="filled" to="/lab">
              Train on it
            </LinkButton>
            <LinkButton to="/">Discover</LinkButton>
          </Next>
        </Panel>
      );
    }
    case 'failures':
      return (
        <Panel
          title="What was not taken"
          lead="Nothing of these files is in the library. Mend them, or bring them in again and take the good lines only."
        >
          <ul className={classes.reasons}>
            {result.said.map(({ file, reason }) => (
              <li key={file}>
                <strong>{file}</strong>
                <span className={classes.lines}>{reason}</span>
              </li>
            ))}
          </ul>
          <Next>
            <LinkButton to="/music">Bring them in again</LinkButton>
          </Next>
        </Panel>
      );
    case 'listen': {
      const { found, heard, unchanged, gone, failures, damaged, musicSeconds } = result.said;
      const failed = failures.reduce((sum, one) => sum + one.count, 0);
      return (
        <Panel title="What was heard" lead={`${duration(musicSeconds)} of music.`}>
          <Figures
            of={{ Files: found, Heard: heard, Known: unchanged, Gone: gone, Failed: failed }}
          />
          <Reasons title="What could not be heard" reasons={failures} />
          {damaged.count > 0 && <Reasons title="Heard, though damaged" reasons={[damaged]} />}
          <Next>
            <LinkButton variant="filled" to="/music">
              See the music
            </LinkButton>
            <LinkButton to="/map">Map</LinkButton>
          </Next>
        </Panel>
      );
    }
    case 'train': {
      const { name, users, items, trainSeconds } = result.said;
      return (
        <Panel
          title={`${name} is trained`}
          lead={`It took ${duration(trainSeconds)} and answers from now on.`}
        >
          <Figures of={{ Listeners: users, Items: items }} />
          <Next>
            <LinkButton variant="filled" to="/">
              Discover
            </LinkButton>
            <LinkButton to="/lab">Compare</LinkButton>
          </Next>
        </Panel>
      );
    }
    case 'tune': {
      const { algorithm, changed, validation, trials, notes } = result.said;
      const settings = Object.entries(changed).map(([name, value]) => `${name} ${value}`);
      return (
        <Panel title={`Best: ${algorithm}`} lead={settings.join(', ')}>
          <dl className={classes.figures}>
            <Figure name="Accuracy (NDCG@10)" value={validation.ndcg.toFixed(3)} />
            <Figure name="Coverage" value={`${Math.round(100 * validation.coverage)} %`} />
            <Figure name="Trials" value={count(trials)} />
          </dl>
          <Notes notes={notes} />
          <Next>
            <LinkButton variant="filled" to="/lab">
              To the models
            </LinkButton>
          </Next>
        </Panel>
      );
    }
    case 'categories': {
      const { tracks, leftOut, categories } = result.said;
      return (
        <Panel title="The music is sorted">
          <Figures of={{ Categories: categories.length, Tracks: tracks, 'Left out': leftOut }} />
          <Next>
            <LinkButton variant="filled" to="/insights" search={{ tab: 'categories' }}>
              See the categories
            </LinkButton>
            <LinkButton to="/map" search={{ colour: 'category' }}>
              On the map
            </LinkButton>
          </Next>
        </Panel>
      );
    }
    case 'evaluate':
      return <EvaluationReport table={result.said} />;
  }
}

function Figures({ of }: { of: Record<string, number> }) {
  return (
    <dl className={classes.figures}>
      {Object.entries(of).map(([name, value]) => (
        <Figure key={name} name={name} value={count(value)} />
      ))}
    </dl>
  );
}

function Figure({ name, value }: { name: string; value: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd className="figures">{value}</dd>
    </div>
  );
}

function Reasons({ title, reasons }: { title: string; reasons: Reason[] }) {
  if (reasons.length === 0) return null;
  return (
    <>
      <h3>{title}</h3>
      <ul className={classes.reasons}>
        {reasons.map((one) => (
          <li key={one.reason}>
            {one.reason} ({count(one.count)})
            {one.examples.map((example, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: they never change
              <span key={i} className={`soft small ${classes.example}`}>
                {example.line ? `line ${example.line}: ` : ''}
                {example.path ? `${example.path}: ` : ''}
                {example.text}
              </span>
            ))}
          </li>
        ))}
      </ul>
    </>
  );
}

function Notes({ notes }: { notes: string[] }) {
  return notes.map((note) => (
    <p key={note} className="soft small">
      {note}
    </p>
  ));
}

function Next({ children }: { children: React.ReactNode }) {
  return <div className="row">{children}</div>;
}
