import { readFileSync } from 'node:fs';
import AxeBuilder from '@axe-core/playwright';
import { type Download, expect, type Page, test as plain } from '@playwright/test';

/// A journey that fails if the page says an error to the console or if its policy is broken, on
/// whatever page it happens.
export const test = plain.extend<{ errors: string[] }>({
  errors: [
    async ({ page }, use) => {
      const errors = await watchErrors(page);
      await use(errors);
      expect(errors, 'errors of the page').toEqual([]);
    },
    { auto: true },
  ],
});
export { expect };

/// The address of one of the servers that run.sh started.
export function address(name: 'SEGUE_DEMO' | 'SEGUE_LISTENER' | 'SEGUE_DJ'): string {
  const url = process.env[name];
  if (!url) throw new Error(`${name} is not set: start the journeys with npm run e2e`);
  return url;
}

/// No finding that would keep someone from using the page.
export async function expectAccessible(page: Page) {
  // Axe would copy style sheets into a document of its own, which the page's policy forbids.
  const { violations } = await new AxeBuilder({ page }).options({ preload: false }).analyze();
  const serious = violations.filter((v) => v.impact === 'serious' || v.impact === 'critical');
  const words = serious.map((v) =>
    `${v.id}: ${v.nodes.map((n) => n.html).join(' | ')}`.slice(0, 600),
  );
  expect(words, await page.title()).toEqual([]);
}

async function watchErrors(page: Page): Promise<string[]> {
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => {
    // Chromium itself reports answers that refuse as errors: what people ask for is not always there.
    const refused = /^Failed to load resource: the server responded with a status of 4\d\d/;
    if (message.type() === 'error' && !refused.test(message.text())) errors.push(message.text());
  });
  await page.addInitScript(() =>
    document.addEventListener('securitypolicyviolation', (broken) =>
      reportError(new Error(`${broken.violatedDirective} forbids ${broken.blockedURI}`)),
    ),
  );
  return errors;
}

/// Waits until nothing is on its way any more: no request, no chart, no placeholder.
export async function settled(page: Page) {
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.locator('main[data-busy], .mantine-Skeleton-root')).toHaveCount(0);
  await page.evaluate(() => document.fonts.ready);
}

export async function contentOf(download: Download): Promise<string> {
  return readFileSync(await download.path(), 'utf8');
}

/// Begins a download and waits for it.
export async function downloadOf(page: Page, start: () => Promise<void>): Promise<Download> {
  const [download] = await Promise.all([page.waitForEvent('download'), start()]);
  return download;
}

/// Someone and something of the library to look at.
export async function ids(base: string): Promise<Record<string, string>> {
  const first = async (path: string) => {
    const answer = await fetch(`${base}/api/v1/${path}`);
    return ((await answer.json()) as { items: Record<string, string>[] }).items[0] ?? {};
  };
  const listener = (await first('listeners?limit=1')).id ?? '';
  const row = await first('tracks?sort=-plays&q=bpm:60-200&limit=1');
  return {
    listener: encodeURIComponent(listener),
    artist: encodeURIComponent(row.artistId ?? ''),
    track: encodeURIComponent(row.id ?? ''),
  };
}
