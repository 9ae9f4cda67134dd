import { describe, expect, it } from 'vitest';
import { Problem, problemOf, take } from './client';

describe('answers of the server', () => {
  it('are handed on when all went well', async () => {
    const answer = { data: { items: [1] }, response: new Response(null, { status: 200 }) };
    expect(await take(Promise.resolve(answer))).toEqual({ items: [1] });
  });
  it('become problems with the words of the server', async () => {
    const error = { title: 'Not found', detail: 'No artist "x"; try: y', status: 404 };
    const answer = { error, response: new Response(null, { status: 404 }) };
    await expect(take(Promise.resolve(answer))).rejects.toMatchObject({
      title: 'Not found',
      message: 'No artist "x"; try: y',
      status: 404,
    });
  });
  it('say which field is wrong when there are no other words', () => {
    const body = {
      title: 'Bad request',
      detail: '',
      errors: [{ field: 'n', message: 'too large' }],
    };
    expect(problemOf(body, 400).message).toBe('n: too large');
  });
  it('say what to do when nobody answers', async () => {
    const gone = take(Promise.reject(new TypeError('Failed to fetch')));
    await expect(gone).rejects.toBeInstanceOf(Problem);
    await expect(gone).rejects.toThrow('segue serve');
  });
});
