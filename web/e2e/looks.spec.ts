import { address, expect, expectAccessible, ids, settled, test } from './page';

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
    test.describe(`${size}, ${colorScheme}`, () => {
      test.use({ viewport, colorScheme });
      test('every page looks right', async ({ page }) => {
        test.setTimeout(300_000);
        const base = address('SEGUE_DEMO');
        const names = await ids(base);
        for (const [name, path] of Object.entries(PAGES)) {
          await page.goto(base + path.replace(/\{(\w+)\}/, (_, key: string) => names[key] ?? ''));
          await settled(page);
          await expect(page.getByText('Something went wrong')).toHaveCount(0);
          // Nothing is wider than the screen.
          expect(
            await page.evaluate(() => document.documentElement.scrollWidth),
            name,
          ).toBeLessThanOrEqual(viewport.width);
          // What such a page is for is in the picture.
          const figure = page.getByRole('img', { name: /^Network of/ });
          if (name === 'network') await figure.scrollIntoViewIfNeeded();
          // A hidden caret would be a style that the page's policy refuses.
          await page.screenshot({
            path: `e2e/results/looks/${name}-${size}-${colorScheme}.png`,
            animations: 'disabled',
            caret: 'initial',
          });
          await expectAccessible(page);
        }
      });
    });
  }
}
