import { queryOptions } from '@tanstack/react-query';
import { api, queryClient, type Schemas, take } from './client';

export type Job = Schemas['Job'];
export type Trial = Schemas['Trial'];
export type Model = Schemas['Model'];
export type Algorithm = Schemas['Algorithm'];

export const jobsQuery = queryOptions({
  queryKey: ['jobs'],
  queryFn: ({ signal }) => take(api.GET('/jobs', { params: { query: { limit: 50 } }, signal })),
});

export const jobQuery = (id: string) =>
  queryOptions({
    queryKey: ['job', id],
    queryFn: ({ signal }) => take(api.GET('/jobs/{id}', { params: { path: { id } }, signal })),
  });

export const logQuery = (id: string) =>
  queryOptions({
    queryKey: ['log', id],
    queryFn: ({ signal }) =>
      take(api.GET('/jobs/{id}/log', { params: { path: { id }, query: { limit: 500 } }, signal })),
  });

export const trialsQuery = (id: string) =>
  queryOptions({
    queryKey: ['trials', id],
    queryFn: ({ signal }) =>
      take(api.GET('/jobs/{id}/trials', { params: { path: { id } }, signal })),
  });

export const modelsQuery = queryOptions({
  queryKey: ['models'],
  queryFn: ({ signal }) => take(api.GET('/models', { signal })),
});

export const algorithmsQuery = queryOptions({
  queryKey: ['algorithms'],
  queryFn: ({ signal }) => take(api.GET('/algorithms', { signal })),
  staleTime: Number.POSITIVE_INFINITY,
});

export const startJob = (draft: Schemas['JobDraft']) => take(api.POST('/jobs', { body: draft }));

export const cancelJob = (id: string) =>
  take(api.POST('/jobs/{id}/cancel', { params: { path: { id } } }));

export const resumeJob = (id: string) =>
  take(api.POST('/jobs/{id}/resume', { params: { path: { id } } }));

export const importPath = (request: Schemas['ImportRequest']) =>
  take(api.POST('/imports', { body: request }));

export const activateModel = (name: string) =>
  take(api.POST('/models/{name}/activate', { params: { path: { name } } }));

export const rollBackModel = () => take(api.POST('/models/rollback'));

export const deleteModel = (name: string) =>
  take(api.DELETE('/models/{name}', { params: { path: { name } } }));

/// Puts what the server says of a job where the pages look.
export function noteJob(job: Job) {
  queryClient.setQueryData(['job', job.id], job);
  queryClient.setQueryData<Schemas['JobPage']>(['jobs'], (page) => {
    if (!page) return page;
    const known = page.items.some((j) => j.id === job.id);
    const items = known ? page.items.map((j) => (j.id === job.id ? job : j)) : [job, ...page.items];
    return { ...page, items };
  });
}

export const isOver = (job: Job) =>
  job.state === 'done' || job.state === 'failed' || job.state === 'cancelled';
