import { address, expect, ids, settled, test } from './page';

test('likeness goes by plays, by sound or by both, says why, and the address keeps it', async ({
  page,
}) => {
  await page.goto(`${address('SEGUE_DEMO')}/explore`);
  await page.locator('main ul a[data-stop]').first().click();
  const heading = page.getByRole('heading', { level: 1 });
  await expect(heading).not.toHaveText('Explore');
  const artist = await heading.innerText();
  const knob = page.getByRole('slider', { name: 'By plays to By sound' });
  await knob.press('End');
  await expect(page).toHaveURL(/sound=1/);
  await expect(page.getByText('By sound.', { exact: true })).toBeVisible();
  await expect(page.getByText(/^Sounds alike/).first()).toBeVisible();
  await knob.press('Home');
  await expect(page).toHaveURL(/sound=0/);
  await expect(page.getByText(/^By plays: /)).toBeVisible();
  await expect(page.getByText(/^Played by the same people/).first()).toBeVisible();

  // On to a track that can be heard, where both count.
  const played = page.locator('main ol li').filter({ has: page.getByRole('button') });
  await played.first().locator('a[data-stop]').click();
  await expect(page).toHaveURL(/\/tracks\//);
  await expect(page.getByRole('slider', { name: /^Waveform of/ })).toBeVisible();
  await knob.press('Home');
  for (let step = 0; step < 10; step++) await knob.press('ArrowRight');
  await expect(page).toHaveURL(/sound=0\.5/);
  await expect(page.getByText(/sound counts 50 %/)).toBeVisible();
  const list = page.locator('main ul a[data-stop]');
  const names = await list.allInnerTexts();
  await page.reload();
  await settled(page);
  await expect(page.getByText(/sound counts 50 %/)).toBeVisible();
  expect(await list.allInnerTexts()).toEqual(names);

  // The trail leads back.
  const trail = page.getByRole('navigation', { name: 'The way here' });
  await trail.getByRole('link', { name: artist, exact: true }).click();
  await expect(heading).toHaveText(artist);
  await expect(trail.getByRole('link')).toHaveCount(2);
});

test('the waveform goes along with what plays, and leads through it', async ({ page }) => {
  const base = address('SEGUE_DEMO');
  await page.goto(`${base}/tracks/${(await ids(base)).track}`);
  const wave = page.getByRole('slider', { name: /^Waveform of/ });
  // Bars are drawn, also under the page's policy: the styles of the waveform hold.
  await expect(wave.locator('canvas').first()).toBeVisible();
  await expect(wave.locator('.cursor')).toHaveCSS('position', 'absolute');
  const box = await wave.boundingBox();
  if (!box) throw new Error('no waveform');
  await wave.click({ position: { x: box.width / 2, y: box.height / 2 } });
  const bar = page.getByRole('region', { name: 'Player' });
  await expect(bar.getByRole('button', { name: 'Pause' })).toBeVisible();
  const middle = Number(await wave.getAttribute('aria-valuemax')) / 2;
  await expect
    .poll(async () => Number(await wave.getAttribute('aria-valuenow')))
    .toBeGreaterThanOrEqual(Math.floor(middle) - 1);
  await bar.getByRole('button', { name: 'Pause' }).click();
  await wave.click({ position: { x: 2, y: box.height / 2 } });
  await expect.poll(async () => Number(await wave.getAttribute('aria-valuenow'))).toBe(0);

  // Another track's waveform takes over from the one that plays.
  await bar.getByRole('button', { name: 'Play', exact: true }).click();
  const first = await page.getByRole('heading', { level: 1 }).innerText();
  await page
    .locator('main ul li')
    .filter({ hasText: /BPM/ })
    .locator('a[data-stop]')
    .first()
    .click();
  await expect(page.getByRole('heading', { level: 1 })).not.toHaveText(first);
  const second = await page.getByRole('heading', { level: 1 }).innerText();
  await expect(wave.locator('canvas').first()).toBeVisible();
  await wave.click({ position: { x: box.width / 4, y: box.height / 2 } });
  await expect(bar.getByRole('link', { name: second, exact: true })).toBeVisible();
  await expect(bar.getByRole('button', { name: 'Pause' })).toBeVisible();
  await expect
    .poll(async () => Number(await wave.getAttribute('aria-valuenow')))
    .toBeGreaterThan(5);
});
