import type { Page } from '@playwright/test';
import { address, expect, ids, settled, test } from './page';

const PAGES = {
  welcome: ['/', 'ul[aria-label="Artists to pick"] button'],
  discover: ['/?listener={listener}', '[aria-label="Recommended"] li'],
  explore: ['/explore', 'main ul a[data-stop]'],
  artist: ['/artists/{artist}', 'main ul a[data-stop]'],
  network: ['/artists/{artist}?view=network', '[aria-label^="Network of"] canvas'],
  track: ['/tracks/{track}', 'main ul a[data-stop]'],
  map: ['/map', '[aria-label^="Map of"]'],
  music: ['/music', '[aria-label="Tracks"] a'],
  playlists: ['/playlists', 'h1'],
  listening: ['/insights?listener={listener}', 'main canvas'],
  sound: ['/insights?tab=sound', 'main canvas'],
  categories: ['/insights?tab=categories', 'main h2'],
  lab: ['/lab', 'main table'],
} as const;

/// What people feel as jumping, by Google's measure; good is below .1.
const JUMPS = 0.1;

for (const [size, viewport] of Object.entries({
  desktop: { width: 1440, height: 900 },
  phone: { width: 390, height: 844 },
})) {
  test.describe(size, () => {
    test.use({ viewport });
    test('pages are soon there and do not jump', async ({ page }) => {
      const base = address('SEGUE_DEMO');
      const names = await ids(base);
      await page.addInitScript(watchJumps);
      const found: string[] = [];
      const jumping: string[] = [];
      for (const [name, [path, ready]] of Object.entries(PAGES)) {
        await page.goto(base + path.replace(/\{(\w+)\}/, (_, key: string) => names[key] ?? ''), {
          waitUntil: 'commit',
        });
        const usable = await since(page, 'nav[aria-label="Places"] a');
        const there = await since(page, ready);
        await settled(page);
        const jumps = await page.evaluate(() => window.jumps);
        const sum = jumps.reduce((total, one) => total + one.value, 0);
        found.push(
          `${name}: usable after ${usable} ms, there after ${there} ms, jumps ${sum.toFixed(3)}`,
        );
        if (sum >= JUMPS) jumping.push(`${name}: ${JSON.stringify(jumps)}`);
      }
      test.info().annotations.push({ type: 'pages', description: found.join('\n') });
      process.stdout.write(`${found.map((line) => `    ${size}, ${line}`).join('\n')}\n`);
      expect(jumping).toEqual([]);
    });
  });
}

/// Milliseconds from the click until something is on the page.
async function since(page: Page, selector: string): Promise<number> {
  const there = await page.waitForFunction(
    (what) => document.querySelector(what) && performance.now(),
    selector,
  );
  return Math.round((await there.jsonValue()) as number);
}

declare global {
  interface Window {
    jumps: { value: number; of: string[] }[];
  }
}

/// Notes, in the page, what moves without anyone having asked for it.
function watchJumps() {
  window.jumps = [];
  type Shift = PerformanceEntry & {
    value: number;
    hadRecentInput: boolean;
    sources: { node: Node | null }[];
  };
  new PerformanceObserver((list) => {
    for (const shift of list.getEntries() as Shift[]) {
      if (shift.hadRecentInput) continue;
      const of = shift.sources.map(({ node }) =>
        node instanceof Element ? `${node.tagName} ${node.className}` : `${node?.nodeName}`,
      );
      window.jumps.push({ value: shift.value, of });
    }
  }).observe({ type: 'layout-shift', buffered: true });
}
