import { QueryClient } from '@tanstack/react-query';
import createClient from 'openapi-fetch';
import type { components, paths } from './schema';

export type Schemas = components['schemas'];

/// The REST API, typed from the server's openapi.yaml.
export const api = createClient<paths>({ baseUrl: '/api/v1', headers: { 'X-Segue': 'page' } });

/// An error in words, as the server's problem documents tell it.
export class Problem extends Error {
  readonly title: string;
  readonly status: number;

  constructor(title: string, detail: string, status: number) {
    super(detail || title);
    this.title = title;
    this.status = status;
  }
}

type Answer<T> = { data?: T; error?: unknown; response: Response };

/// The body of an answer; throws a Problem when the server says no or isn't there.
export async function take<T>(asked: Promise<Answer<T>>): Promise<T> {
  let answer: Answer<T>;
  try {
    answer = await asked;
  } catch (problem) {
    if (problem instanceof DOMException && problem.name === 'AbortError') throw problem;
    throw new Problem(
      'Segue is not reachable',
      'The program behind this page does not answer. Is it still running? Start it with: segue serve',
      0,
    );
  }
  if (answer.response.ok) return answer.data as T;
  throw problemOf(answer.error, answer.response.status);
}

export function problemOf(body: unknown, status: number): Problem {
  if (typeof body === 'object' && body !== null && 'title' in body) {
    const { title, detail, errors } = body as Partial<Schemas['Problem']>;
    const fields = (errors ?? []).map((e) => `${e.field}: ${e.message}`).join('; ');
    return new Problem(title ?? 'Something went wrong', detail || fields, status);
  }
  return new Problem(
    'Something went wrong',
    `The server answered ${status} without a reason.`,
    status,
  );
}

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 60_000,
      refetchOnWindowFocus: false,
      retry: (failures, problem) =>
        failures < 2 &&
        problem instanceof Problem &&
        (problem.status === 0 || problem.status >= 502),
    },
  },
});
