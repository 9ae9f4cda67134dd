import { expect, test } from '@playwright/test';
import { address, expectAccessible, watchErrors } from './page';

const SIZES = { desktop: { width: 1440, height: 900 }, phone: { width: 390, height: 844 } };
const PAGES = {
  welcome: '/',
  discover: '/?listener={listener}',
  explore: '/explore',
  artist: '/artists/{artist}',
  network: '/artists/{artist}?view=network',
  track: '/tracks/{track}',
  map: '/map',
  music: '/music',
  playlists: '/playlists',
  listening: '/insights?listener={listener}',
  sound: '/insights?tab=sound',
  categories: '/insights?tab=categories',
  lab: '/lab',
};

for (const [size, viewport] of Object.entries(SIZES)) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test(`every page looks right: ${size}, ${colorScheme}`, async ({ browser }) => {
      test.setTimeout(300_000);
      const base = address('SEGUE_DEMO');
      const context = await browser.newContext({ viewport, colorScheme });
      const page = await context.newPage();
      const errors = watchErrors(page);
      const names = await ids(base);
      for (const [name, path] of Object.entries(PAGES)) {
        await page.goto(base + path.replace(/\{(\w+)\}/, (_, key: string) => names[key] ?? ''));
        await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
        await page.waitForLoadState('load');
        await expect(page.getByRole('status', { name: 'Loading' })).toHaveCount(0);
        await expect(page.getByText('Something went wrong')).toHaveCount(0);
        // Nothing is wider than the screen.
        expect(
          await page.evaluate(() => document.documentElement.scrollWidth),
          name,
        ).toBeLessThanOrEqual(viewport.width);
        await page.evaluate(() => document.fonts.ready);
        await page.screenshot({
          path: `e2e/results/looks/${name}-${size}-${colorScheme}.png`,
          animations: 'disabled',
        });
        await expectAccessible(page);
      }
      expect(errors).toEqual([]);
      await context.close();
    });
  }
}

/// Someone and something of the library to look at.
async function ids(base: string): Promise<Record<string, string>> {
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
