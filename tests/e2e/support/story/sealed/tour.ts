import type { Locator, Page } from '@playwright/test';
import { textsOf } from '../../accessible/texts.ts';
import { goTo } from '../../steps/case-steps.ts';
import { openDirectory } from '../../steps/directory-steps.ts';
import { openExchange } from '../../steps/exchange-steps.ts';
import type { Stage } from '../stage.ts';
import type { Desks } from './founding.ts';

const t = textsOf('id');
const button = (page: Page, name: string): Locator => page.getByRole('button', { name, exact: true });

const closeDialog = async (page: Page): Promise<void> => {
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
};

/** The publisher's dialogs: another role, a key that no longer counts. */
const tourMembers = async ({ page }: Desks['officer'], name: string, look: Stage['look']): Promise<void> => {
  await openDirectory(page, 'members');
  for (const [label, picture] of [
    [t('directory.changeRolesOf', { name }), 'directory-roles'],
    [t('directory.revokeOf', { name }), 'directory-revoke'],
  ] as const) {
    await button(page, label).click();
    await page.getByRole('dialog').waitFor();
    await look(page, picture);
    await closeDialog(page);
  }
};

const tourAudit = async ({ page }: Desks['officer'], look: Stage['look']): Promise<void> => {
  await page.keyboard.press('Control+K');
  await page.getByRole('dialog', { name: t('app.palette') }).waitFor();
  await page.keyboard.insertText(t('auditTrail.title'));
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: t('auditTrail.title') }).waitFor();
  await page.locator('.audit-row').first().waitFor();
  await look(page, 'audit');
  await button(page, t('auditTrail.verify')).click();
  await page
    .getByRole('status')
    .filter({ hasText: t('auditTrail.whole') })
    .waitFor();
  await look(page, 'audit-verified');
};

/** Looks at the screens of the exchange that the story does not pass through. */
export const tourExchange = async (stage: Stage, { officer, assessor, employee }: Desks): Promise<void> => {
  const { look } = stage;
  await tourMembers(officer, assessor.person.name, look);
  await goTo(officer.page, 'Beranda');
  await look(officer.page, 'home-officer');
  await openExchange(officer.page);
  await officer.page.getByRole('heading', { level: 2, name: t('exchange.history') }).scrollIntoViewIfNeeded();
  await look(officer.page, 'exchange-history');
  await openExchange(employee.page);
  await look(employee.page, 'exchange-employee');
  await tourAudit(officer, look);
};
