import { Problem, problemOf, type Schemas } from './client';
import type { Job } from './work';

/// Sends files to be imported, and says how far that is, 0 to 1. What fetch cannot tell, the older
/// request can.
export function importFiles(
  files: File[],
  kind: Schemas['ImportKind'],
  how: { listener?: string; maxRejects?: number },
  onProgress: (share: number) => void,
): Promise<Job> {
  const form = new FormData();
  form.append('kind', kind);
  for (const [name, value] of Object.entries(how)) {
    if (value !== undefined) form.append(name, String(value));
  }
  for (const file of files) form.append('file', file, file.name);
  return new Promise((done, fail) => {
    const request = new XMLHttpRequest();
    request.open('POST', '/api/v1/imports');
    request.setRequestHeader('X-Segue', 'page');
    request.responseType = 'json';
    request.upload.addEventListener('progress', ({ loaded, total }) =>
      onProgress(total > 0 ? loaded / total : 0),
    );
    request.addEventListener('load', () => {
      if (request.status >= 200 && request.status < 300) done(request.response as Job);
      else fail(problemOf(request.response, request.status));
    });
    request.addEventListener('error', () =>
      fail(new Problem('The files did not arrive', 'The connection broke off. Try again.', 0)),
    );
    request.send(form);
  });
}
