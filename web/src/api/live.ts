import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { Schemas } from './client';
import { type Job, noteJob, type Trial } from './work';

/// Keeps the page true while the library, the model or jobs change, by server-sent events.
export function useLive() {
  const client = useQueryClient();
  useEffect(() => {
    const events = new EventSource('/api/v1/events');
    events.addEventListener('job', (event) => noteJob(JSON.parse(event.data) as Job));
    events.addEventListener('library', () => {
      // All that is shown may have changed, but for what never does.
      client.invalidateQueries({
        predicate: (query) =>
          !['session', 'job', 'log', 'trials'].includes(String(query.queryKey[0])),
      });
    });
    return () => events.close();
  }, [client]);
}

/// Follows one job closely: its trials and what it says.
export function useLiveJob(id: string | undefined, running: boolean) {
  const client = useQueryClient();
  useEffect(() => {
    if (!id || !running) return;
    const events = new EventSource(`/api/v1/jobs/${encodeURIComponent(id)}/events`);
    events.addEventListener('job', (event) => noteJob(JSON.parse(event.data) as Job));
    events.addEventListener('trial', (event) => {
      const trial = JSON.parse(event.data) as Trial;
      client.setQueryData<Schemas['TrialPage']>(['trials', id], (page) => ({
        items: [...(page?.items ?? []).filter((t) => t.number !== trial.number), trial],
      }));
    });
    events.addEventListener('log', (event) => {
      const line = JSON.parse(event.data) as Schemas['JobLine'];
      client.setQueryData<Schemas['JobLinePage']>(['log', id], (page) => ({
        next: null,
        items: [...(page?.items ?? []), line],
      }));
    });
    // The stream ends with the job; a browser would open it again.
    events.addEventListener('error', () => events.close());
    return () => events.close();
  }, [id, running, client]);
}
