import { writeFile } from 'node:fs/promises';
import { expect, type Page } from '@playwright/test';
import { textsOf } from '../accessible/texts.ts';
import type { RunningApp } from '../launch.ts';
import { pick } from './form-steps.ts';
import { button, openPage } from './guidance-steps.ts';

const t = textsOf('id');

/** A text of the area by its key. */
export const text = (key: string, values: Record<string, string | number> = {}): string =>
  t(`competence.${key}`, values);

/** The ledger of JP. */
export const openLedger = (page: Page): Promise<void> => openPage(page, text('nav'), text('title'));

/** From the ledger to somebody's page. */
export const openLearner = async (page: Page, name: string): Promise<void> => {
  await button(page, name).click();
  await page.getByRole('heading', { level: 1, name, exact: true }).waitFor();
};

/** Goes to a part of somebody's page. */
export const openPart = (page: Page, part: 'hours' | 'gaps' | 'plan'): Promise<void> =>
  page.getByRole('tab', { name: text(`tab.${part}`), exact: true }).click();

export interface TypedActivity {
  readonly kind: string;
  readonly title: string;
  /** Only day of the activity. */
  readonly day: string;
  readonly unit: string;
  /** As people type it: with a decimal comma. */
  readonly amount: string;
  /** Paths of files that prove it, chosen at once. */
  readonly proofs?: readonly string[];
}

/** Adds an activity on somebody's page; the dialog closes when it is kept. */
export const addActivity = async (
  app: RunningApp,
  page: Page,
  { kind, title, day, unit, amount, proofs = [] }: TypedActivity,
): Promise<void> => {
  await button(page, text('add')).click();
  const dialog = page.getByRole('dialog', { name: text('add') });
  await pick(dialog, text('field.kind'), text(`kind.${kind}`));
  await dialog.getByLabel(new RegExp(`^${text('field.title')}`)).fill(title);
  await dialog.getByLabel(new RegExp(`^${text('field.from')}`)).fill(day);
  await dialog.getByLabel(new RegExp(`^${text('field.to')}`)).fill(day);
  await pick(dialog, text('field.unit'), text(`unit.${unit}`));
  await dialog.getByLabel(new RegExp(`^${text('field.amount')}`)).fill(amount);
  if (proofs.length > 0) {
    await app.setDialogs({ files: [...proofs] });
    await button(dialog, t('common.chooseFile')).click();
    await expect(dialog.getByRole('list', { name: t('common.attachments') }).getByRole('listitem')).toHaveCount(
      proofs.length,
    );
  }
  await button(dialog, t('common.save')).click();
  await dialog.waitFor({ state: 'detached' });
};

/** Writes lines as a spreadsheet would, with a byte order mark, and has them looked at on the page of the import. */
export const lookAtCsv = async (app: RunningApp, page: Page, file: string, lines: readonly string[]): Promise<void> => {
  await writeFile(file, `\uFEFF${lines.join('\r\n')}`);
  await app.setDialogs({ files: [file] });
  await button(page, text('import.choose')).click();
};

/** Takes an activity back, with a reason. */
export const withdrawActivity = async (page: Page, title: string, reason: string): Promise<void> => {
  await button(page, text('withdrawNamed', { title })).click();
  const dialog = page.getByRole('dialog', { name: text('withdrawNamed', { title }) });
  await dialog.getByLabel(new RegExp(`^${text('reason')}`)).fill(reason);
  await button(dialog, text('withdraw')).click();
  await dialog.waitFor({ state: 'detached' });
};
