import { address, contentOf, downloadOf, expect, expectAccessible, test } from './page';

test('a DJ goes from a folder of audio to an exported set', async ({ page }) => {
  test.setTimeout(240_000);
  await page.goto(`${address('SEGUE_DJ')}/music`);
  await expect(page.getByRole('heading', { name: 'No tracks yet' })).toBeVisible();

  // What may not be read is refused in words.
  await page.getByRole('button', { name: 'Add music or plays' }).click();
  await page.getByLabel(/Or a folder/).fill('/etc');
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(page.getByRole('dialog').getByRole('alert')).toContainText('/etc');
  await page.getByLabel(/Or a folder/).fill(process.env.SEGUE_CRATE ?? '');
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'What was heard' })).toBeVisible({
    timeout: 180_000,
  });
  await page.getByRole('link', { name: 'See the music' }).click();

  const table = page.getByRole('table', { name: 'Tracks' });
  await expect(table.getByRole('row').nth(5)).toBeVisible();
  await page.getByRole('button', { name: 'Sort by BPM' }).click();
  await expect(page).toHaveURL(/sort=bpm/);
  await page.getByLabel('Filter tracks').fill('bpm:60-200');
  await expect(page).toHaveURL(/q=bpm/);
  await expect(table.getByRole('row').nth(3)).toBeVisible();
  await expectAccessible(page);

  await table.getByRole('link').first().click();
  await expect(page.getByRole('slider', { name: /^Waveform of/ })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'How it sounds' })).toBeVisible();
  const alike = page.locator('main ul a[data-stop]');
  await expect(alike.first()).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('slider', { name: /^Waveform of/ }).click();
  await expect(
    page.getByRole('region', { name: 'Player' }).getByRole('button', { name: 'Pause' }),
  ).toBeVisible();

  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Save as playlist' }).click();
  await page.getByLabel('Name').fill('Set one');
  await page.getByRole('button', { name: /^Save \d+ items?$/ }).click();
  await page.getByRole('link', { name: 'Open Set one' }).click();
  await expect(page.getByRole('heading', { name: 'Set one', level: 1 })).toBeVisible();
  const second = await page.locator('main ol a[data-stop]').nth(1).innerText();
  await page.getByRole('button', { name: `Move ${second} up` }).click();
  const first = page.locator('main ol a[data-stop]').first();
  await expect(first).toHaveText(second);

  // By keys alone: lifted, two down, put there; and undone.
  await page.getByRole('button', { name: `Drag ${second}` }).focus();
  await page.keyboard.press('Space');
  const said = page.locator('[aria-live="assertive"]');
  await expect(said).toContainText('place 1 of');
  await page.keyboard.press('ArrowDown');
  await expect(said).toContainText('place 2 of');
  await page.keyboard.press('Space');
  await expect(first).not.toHaveText(second);
  await expect(page.getByRole('button', { name: `Undo: ${second} moved` })).toBeEnabled();
  await page.keyboard.press('Control+z');
  await expect(first).toHaveText(second);
  await page.getByRole('button', { name: 'Export' }).click();
  const file = await downloadOf(page, () => page.getByRole('menuitem', { name: /CSV/ }).click());
  expect((await contentOf(file)).split('\n')[1]).toContain(second);
});
