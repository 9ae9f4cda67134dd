import { PageHead } from '../../parts/states';
import { Accuracy } from './Accuracy';
import { JobList } from './JobList';
import classes from './LabPage.module.css';
import { ModelList } from './ModelList';
import { StartWork } from './StartWork';

/// Where models are made, compared and put to work.
export function LabPage() {
  return (
    <>
      <PageHead
        title="Lab"
        lead="A model is what Segue learned from plays. Make one, see how good it is, let the best one answer."
      />
      <div className={classes.columns}>
        <StartWork />
        <JobList />
      </div>
      <div className="stack">
        <Accuracy />
        <ModelList />
      </div>
    </>
  );
}
