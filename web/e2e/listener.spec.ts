import { address, contentOf, downloadOf, expect, expectAccessible, test } from './page';

test('a listener goes from an empty library over HetRec to an exported playlist', async ({
  page,
}) => {
  test.setTimeout(240_000);
  await page.goto(address('SEGUE_LISTENER'));
  await expect(page.getByText('There is no music here yet')).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('link', { name: 'Add music or plays' }).click();

  await page.getByRole('button', { name: 'Add music or plays' }).click();
  await page.getByRole('dialog').getByText('HetRec', { exact: true }).click();
  await page.getByLabel(/Or a folder/).fill(process.env.SEGUE_HETREC ?? '');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Import' }).click();
  await expect(page.getByRole('heading', { name: 'What came in' })).toBeVisible({
    timeout: 120_000,
  });
  await expectAccessible(page);

  await page.getByRole('link', { name: 'Train on it' }).click();
  await page.getByRole('button', { name: 'Train', exact: true }).click();
  await expect(page.getByRole('heading', { name: /is trained$/ })).toBeVisible({
    timeout: 120_000,
  });
  await page.getByRole('main').getByRole('link', { name: 'Discover' }).click();

  await page.getByRole('button', { name: 'I am in this library' }).click();
  await page.getByRole('option').first().click();
  await expect(page.getByRole('heading', { name: 'What next?' })).toBeVisible();
  const list = page.getByRole('region', { name: 'Recommended' });
  await expect(list.getByRole('listitem').nth(8)).toBeVisible();
  await expectAccessible(page);

  // From artist to artist, and back along the trail.
  await list.getByRole('heading').getByRole('link').click();
  await expect(page).toHaveURL(/\/artists\//);
  await expect(page.getByRole('heading', { level: 1 })).not.toHaveText('What next?');
  const first = await page.getByRole('heading', { level: 1 }).innerText();
  const close = page.locator('main ul a[data-stop]').first();
  await close.click();
  await expect(page.getByRole('heading', { level: 1 })).not.toHaveText(first);
  const trail = page.getByRole('navigation', { name: 'The way here' });
  await expect(trail.getByRole('link')).toHaveCount(3);
  await page.getByText('Network', { exact: true }).click();
  await expect(page.getByRole('img', { name: /^Network of/ })).toBeVisible();
  await expectAccessible(page);
  await trail.getByRole('link', { name: first }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(first);

  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Save as playlist' }).click();
  await page.getByRole('button', { name: /^Save \d+ items$/ }).click();
  await page.getByRole('link', { name: /^Open / }).click();
  await page.getByRole('button', { name: 'Export' }).click();
  const file = await downloadOf(page, () => page.getByRole('menuitem', { name: /JSPF/ }).click());
  const { playlist } = JSON.parse(await contentOf(file));
  expect(playlist.track.length).toBeGreaterThan(5);
});
