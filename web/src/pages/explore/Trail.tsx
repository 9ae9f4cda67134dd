import { IconChevronRight } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import classes from './Trail.module.css';
import { type Step, useTrail } from './trail';

export function Trail({ here }: { here: Step | undefined }) {
  const steps = useTrail(here);
  if (steps.length === 0) return null;
  return (
    <nav className={classes.trail} aria-label="The way here">
      <Link to="/explore">Explore</Link>
      {steps.map((step) => (
        <span key={`${step.kind} ${step.id}`} className={classes.step}>
          <IconChevronRight size={14} aria-hidden />
          <Link
            to={step.kind === 'artist' ? '/artists/$id' : '/tracks/$id'}
            params={{ id: step.id }}
            aria-current={step.id === here?.id && step.kind === here.kind ? 'page' : undefined}
          >
            {step.name}
          </Link>
        </span>
      ))}
    </nav>
  );
}
