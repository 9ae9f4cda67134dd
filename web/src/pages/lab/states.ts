import type { Job } from '../../api/work';

export const STATES: Record<Job['state'], string> = {
  queued: 'Waits its turn',
  running: 'At work',
  done: 'Done',
  failed: 'Failed',
  cancelled: 'Stopped',
  interrupted: 'Interrupted by a restart',
};
