import { queryOptions } from '@tanstack/react-query';
import { api, type Schemas, take } from './client';

export type Ask = Schemas['Ask'];
export type RankedItem = Schemas['RankedItem'];
export type ItemRef = Schemas['ItemRef'];
export type FeedbackKind = Schemas['FeedbackKind'];

export const recommendQuery = (ask: Ask) =>
  queryOptions({
    queryKey: ['recommend', ask],
    queryFn: ({ signal }) => take(api.POST('/recommendations', { body: ask, signal })),
    placeholderData: (before) => before,
  });

export const moodsQuery = queryOptions({
  queryKey: ['moods'],
  queryFn: ({ signal }) => take(api.GET('/moods', { signal })),
  staleTime: Number.POSITIVE_INFINITY,
});

export const onboardingQuery = (n: number) =>
  queryOptions({
    queryKey: ['onboarding', n],
    queryFn: ({ signal }) => take(api.GET('/onboarding', { params: { query: { n } }, signal })),
  });

/// Notes what someone thinks of an item; the answer has the key that undoes it.
export function giveFeedback(listener: string, kind: FeedbackKind, item: ItemRef) {
  return take(
    api.POST('/feedback', {
      params: { header: { 'Idempotency-Key': crypto.randomUUID() } },
      body: { listener, kind, item },
    }),
  );
}

export function undoFeedback(key: string) {
  return take(api.DELETE('/feedback/{key}', { params: { path: { key } } }));
}
