import { expect, test } from '@playwright/test';
import { launchApp } from './support/launch.ts';

/** Said of each page with such a policy; it is there against dialogs and files, not against the page's own origin. */
const ofSandbox = /^An iframe which has both allow-scripts and allow-same-origin/;

test("the application's own first page works under the policy without a complaint", async () => {
  const app = await launchApp();
  const page = await app.page('lock');
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type()) && !ofSandbox.test(message.text()))
      complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.reload();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  expect(complaints).toEqual([]);
  // A style with the nonce of the response applies: the theme's own, which comes with the page of welcome.
  const themed = () => getComputedStyle(document.body).getPropertyValue('--mantine-color-body');
  await expect.poll(() => page.evaluate(themed)).not.toBe('');
  expect(complaints).toEqual([]);

  await page.evaluate(() => {
    const text = document.createElement('p');
    text.draggable = true;
    text.id = 'dragged';
    document.body.append(text);
  });
  const dragged = await page.evaluate(() =>
    document.getElementById('dragged')?.dispatchEvent(new DragEvent('dragstart', { bubbles: true, cancelable: true })),
  );
  expect(dragged).toBe(false);
  await app.close();
});
