import { address, contentOf, downloadOf, expect, expectAccessible, test } from './page';

test('a newcomer goes from three clicks to an exported playlist', async ({ page }) => {
  await page.goto(address('SEGUE_DEMO'));
  await expect(page.getByRole('heading', { name: 'What do you like?' })).toBeVisible();
  const picks = page.getByRole('list', { name: 'Artists to pick' }).getByRole('button');
  await expect(picks.nth(4)).toBeVisible();
  await expectAccessible(page);

  await picks.nth(0).click();
  await picks.nth(3).click();
  await page.getByRole('button', { name: 'Show me music' }).click();
  await expect(page.getByRole('heading', { name: 'What next?' })).toBeVisible();
  await page.getByText('Tracks', { exact: true }).click();
  const list = page.getByRole('region', { name: 'Recommended' });
  await expect(list.getByRole('listitem').nth(8)).toBeVisible();
  await expectAccessible(page);

  // It plays in place, and the space bar pauses it.
  await list
    .getByRole('button', { name: /^Play / })
    .first()
    .click();
  const bar = page.getByRole('region', { name: 'Player' });
  await expect(bar.getByRole('button', { name: 'Pause' })).toBeVisible();
  await expect(bar.getByText('0:01').first()).toBeVisible();
  await page.locator('h1').click();
  await page.keyboard.press('Space');
  await expect(bar.getByRole('button', { name: 'Play', exact: true })).toBeVisible();

  // An opinion is heeded, and can be taken back.
  await list
    .getByRole('button', { name: /^Like / })
    .nth(1)
    .click();
  await expect(page.getByText('The list heeds it.')).toBeVisible();
  const rows = list
    .getByRole('listitem')
    .filter({ has: page.getByRole('button', { name: /^More about/ }) });
  const name = await rows.nth(2).locator('[data-stop]').innerText();
  await rows
    .nth(2)
    .getByRole('button', { name: /^More about/ })
    .click();
  await page.getByRole('menuitem', { name: 'Not this' }).click();
  await expect(page.getByText(`Less like ${name}.`)).toBeVisible();
  await expect(list.getByRole('link', { name, exact: true })).toHaveCount(0);
  await page.getByRole('button', { name: 'Undo' }).last().click();
  await expect(list.getByRole('link', { name, exact: true }).first()).toBeVisible();

  // A knob changes the address, so that the list can be found again.
  await page.getByRole('slider', { name: 'Familiar to Surprising' }).last().press('End');
  await expect(page).toHaveURL(/surprise=1/);

  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Save as playlist' }).click();
  await page.getByLabel('Name').fill('First evening');
  await page.getByRole('button', { name: /^Save \d+ items?$/ }).click();
  await page.getByRole('link', { name: 'Open First evening' }).click();
  await expect(page.getByRole('heading', { name: 'First evening' })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Export' }).click();
  const file = await downloadOf(page, () => page.getByRole('menuitem', { name: /M3U8/ }).click());
  expect(file.suggestedFilename()).toBe('First evening.m3u8');
  expect(await contentOf(file)).toMatch(/^#EXTM3U[\s\S]*\.flac/);
});

test('everything can be reached by keyboard', async ({ page }) => {
  await page.goto(address('SEGUE_DEMO'));
  await expect(page.getByRole('heading', { name: 'What do you like?' })).toBeVisible();
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog')).toContainText('Play or pause');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);

  await page.keyboard.press('g');
  await page.keyboard.press('t');
  await expect(page.getByRole('heading', { name: 'Music', level: 1 })).toBeVisible();
  const title = page.getByRole('table').getByRole('link').first();
  const name = await title.innerText();
  await page.keyboard.press('j');
  await expect(title).toBeFocused();

  await page.keyboard.press('/');
  await page.getByRole('combobox').fill(name.slice(0, 6));
  await expect(page.getByRole('option').first()).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/(tracks|artists)\//);
});

test('what is not there is said in words, with a way on', async ({ page }) => {
  await page.goto(`${address('SEGUE_DEMO')}/nowhere`);
  await expect(page.getByText('There is no such page')).toBeVisible();
  await page.goto(`${address('SEGUE_DEMO')}/artists/nobody-of-that-id`);
  await expect(page.getByRole('alert')).toContainText('nobody-of-that-id');
  await expect(page.getByRole('button', { name: 'Try again' })).toBeVisible();
});
