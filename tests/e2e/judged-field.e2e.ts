import { expect, test } from '@playwright/test';
import * as people from '../fixtures/people/cast.ts';
import { textsOf } from './support/accessible/texts.ts';
import { launchApp, type RunningApp } from './support/launch.ts';
import { fillPerson } from './support/steps/form-steps.ts';
import { lockPage } from './support/steps/vault-steps.ts';

// The moment at which a field of one line is judged (`renderer/ui/form/JudgedInput.tsx`), at the institution's name.

const t = textsOf('id');
let app: RunningApp;

test.afterEach(() => app.close());

test('a field is judged when it is left or by Enter; never while it is written in, nor under a press', async () => {
  app = await launchApp();
  const page = await lockPage(app);
  const press = (key: string): Promise<void> => page.getByRole('button', { name: t(key), exact: true }).click();
  await press('vault.create');
  await fillPerson(page.locator('form'), people.assessor);
  await press('common.continue');
  const field = page.getByRole('textbox', { name: t('vault.institution') });
  const refused = page.getByText(t('vault.institutionMissing'), { exact: true });
  /** Writes something and takes it back, with the cursor still in the field. */
  const writeAndClear = async (): Promise<void> => {
    await field.pressSequentially('D');
    await field.press('Backspace');
    await expect(field).toHaveValue('');
    await expect(field).toBeFocused();
    await expect(refused).toHaveCount(0);
  };
  await expect(field).toBeVisible();
  await expect(refused).toHaveCount(0);
  await press('common.continue');
  await expect(refused).toHaveCount(1);

  await writeAndClear();
  await field.press('Tab');
  await expect(refused).toHaveCount(1);
  await field.focus();
  await expect(refused).toHaveCount(1);

  await writeAndClear();
  await field.press('Enter');
  await expect(field).toBeFocused();
  await expect(refused).toHaveCount(1);

  // What is said moves all that is below: so it waits until the press that leaves the field is a click.
  const role = page.getByRole('checkbox', { name: t('roles.employee'), exact: true });
  await writeAndClear();
  await role.hover();
  const before = await role.boundingBox();
  await page.mouse.down();
  await expect(field).not.toBeFocused();
  await expect(refused).toHaveCount(0);
  expect(await role.boundingBox()).toEqual(before);
  await page.mouse.up();
  await expect(role).toBeChecked();
  await expect(refused).toHaveCount(1);
});
