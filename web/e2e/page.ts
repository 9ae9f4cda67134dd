import { readFileSync } from 'node:fs';
import AxeBuilder from '@axe-core/playwright';
import { type Download, expect, type Page } from '@playwright/test';

/// The address of one of the servers that run.sh started.
export function address(name: 'SEGUE_DEMO' | 'SEGUE_LISTENER' | 'SEGUE_DJ'): string {
  const url = process.env[name];
  if (!url) throw new Error(`${name} is not set: start the journeys with npm run e2e`);
  return url;
}

/// No finding that would keep someone from using the page.
export async function expectAccessible(page: Page) {
  const { violations } = await new AxeBuilder({ page }).analyze();
  const serious = violations.filter((v) => v.impact === 'serious' || v.impact === 'critical');
  const words = serious.map((v) =>
    `${v.id}: ${v.nodes.map((n) => n.html).join(' | ')}`.slice(0, 600),
  );
  expect(words, await page.title()).toEqual([]);
}

/// Nothing that the page says to the console as an error, a broken policy among them.
export function watchErrors(page: Page): string[] {
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => {
    // Chromium itself reports answers of 404 as errors: a track without a cover has one.
    if (message.type() === 'error' && !message.text().includes('404')) errors.push(message.text());
  });
  return errors;
}

export async function contentOf(download: Download): Promise<string> {
  return readFileSync(await download.path(), 'utf8');
}

/// Begins a download and waits for it.
export async function downloadOf(page: Page, start: () => Promise<void>): Promise<Download> {
  const [download] = await Promise.all([page.waitForEvent('download'), start()]);
  return download;
}
