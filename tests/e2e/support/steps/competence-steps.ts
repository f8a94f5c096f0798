import { writeFile } from 'node:fs/promises';
import { expect, type Page } from '@playwright/test';
import { textsOf } from '../accessible/texts.ts';
import type { RunningApp } from '../launch.ts';
import { pick } from './form-steps.ts';
import { button, openPage, pickExactly } from './guidance-steps.ts';

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
  const typed = dialog.getByLabel(new RegExp(`^${text('field.amount')}`));
  await typed.clear();
  await typed.pressSequentially(amount);
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

export interface TypedRow {
  readonly kind: string;
  readonly unit: string;
  /** As people type it. */
  readonly jp: string;
  readonly maximum?: string;
  readonly evidence: boolean;
  readonly citation: string;
}

/** Fills the next version of the conversion table, which is shown without any row; publishes it. */
export const publishTable = async (
  page: Page,
  { year, basis, rows }: { readonly year: number; readonly basis: string; readonly rows: readonly TypedRow[] },
  look: () => Promise<void> = async () => {},
): Promise<void> => {
  await page.getByLabel(text('table.fromYear')).fill(String(year));
  await page.getByLabel(new RegExp(`^${text('table.targetCitation')}`)).fill(basis);
  for (const [index, { kind, unit, jp, maximum = '', evidence, citation }] of rows.entries()) {
    await button(page, text('table.addRow')).click();
    const row = page.getByRole('group', { name: text('table.row', { number: index + 1 }), exact: true });
    await pickExactly(row, text('table.column.kind'), text(`kind.${kind}`));
    await pickExactly(row, text('table.column.unit'), text(`unit.${unit}`));
    await row.getByLabel(text('table.column.jp'), { exact: true }).fill(jp);
    await row.getByLabel(text('table.column.maximum'), { exact: true }).fill(maximum);
    await row.getByLabel(text('table.column.evidence')).setChecked(evidence);
    await row.getByLabel(new RegExp(`^${text('table.column.citation')}`)).fill(citation);
  }
  await look();
  await button(page, text('table.publish', { year })).click();
  const confirmation = page.getByRole('dialog', { name: text('table.confirm', { year }) });
  await button(confirmation, text('table.publish', { year })).click();
  await page.getByRole('region', { name: text('table.version', { number: 1, year }) }).waitFor();
};

export interface TypedCompetence {
  readonly name: string;
  readonly type: 'technical' | 'managerial' | 'sociocultural';
  readonly level: number;
}

/** Adds the standard of a position on the page of standards. */
export const addStandard = async (
  page: Page,
  position: string,
  citation: string,
  competences: readonly TypedCompetence[],
): Promise<void> => {
  await button(page, text('standards.add')).click();
  const dialog = page.getByRole('dialog', { name: text('standards.add') });
  await dialog.getByRole('combobox', { name: t('person.position') }).fill(position);
  await dialog.getByLabel(new RegExp(`^${text('table.column.citation')}`)).fill(citation);
  for (const [index, { name, type, level }] of competences.entries()) {
    const number = index + 1;
    if (index > 0) await button(dialog, text('standards.addCompetence')).click();
    await dialog.getByRole('textbox', { name: text('standards.competence', { number }) }).fill(name);
    await pickExactly(dialog, text('standards.type', { number }), text(`type.${type}`));
    await pickExactly(dialog, text('standards.levelOf', { number }), String(level));
  }
  await button(dialog, t('common.save')).click();
  await page.getByRole('region', { name: position }).waitFor();
};

/** Assesses somebody against the standard of the position; `levels` in the order of `competences`. */
export const assess = async (
  page: Page,
  basis: string,
  competences: readonly TypedCompetence[],
  levels: readonly number[],
): Promise<void> => {
  await page.getByLabel(new RegExp(`^${text('basis')}`)).fill(basis);
  for (const [index, { name, type, level }] of competences.entries()) {
    const label = text('levelOf', { name, type: text(`type.${type}`), level });
    await pickExactly(page.locator('main'), label, String(levels[index] ?? level));
  }
  await button(page, text('saveAssessment')).click();
};

export interface TypedItem {
  /** The competence whose gap is planned for. */
  readonly gap: string;
  readonly aim: string;
  readonly kind: string;
  readonly activity: string;
  readonly quarter: number;
  readonly jp: string;
  /** Title of an activity that counts for it. */
  readonly record?: string;
}

/** Plans for gaps, one item each, on the plan that is shown without any; saves it. */
export const planGaps = async (page: Page, items: readonly TypedItem[]): Promise<void> => {
  for (const [index, { gap, aim, kind, activity, quarter, jp, record }] of items.entries()) {
    await button(page, text('plan.addGap', { name: gap })).click();
    const item = page.getByRole('group', { name: text('plan.item', { number: index + 1 }), exact: true });
    await item.getByLabel(new RegExp(`^${text('plan.aim')}`)).fill(aim);
    await pickExactly(item, text('field.kind'), text(`kind.${kind}`));
    await item.getByLabel(text('plan.activity'), { exact: true }).fill(activity);
    await pickExactly(item, text('plan.quarter'), String(quarter));
    await item.getByLabel(text('plan.plannedJp')).fill(jp);
    if (record === undefined) continue;
    await pick(item, text('plan.records'), record);
    await page.keyboard.press('Escape');
  }
  await button(page, text('plan.save')).click();
};

/** Attaches the scan of a paper that was signed. */
export const attachScan = async (app: RunningApp, page: Page, scan: string): Promise<void> => {
  await app.setDialogs({ files: [scan] });
  await button(page.locator('main'), t('common.chooseFile')).click();
  await page
    .locator('main')
    .getByRole('list', { name: t('common.attachments') })
    .waitFor();
};

const onPaper = (page: Page) => page.getByRole('radio', { name: text('evaluation.paper'), exact: true });

/** Evaluates every item of a saved plan as the official signed it on paper, whose scan is attached; closes the plan. */
export const evaluatePlan = async (
  { app, page }: { readonly app: RunningApp; readonly page: Page },
  { official, office, scan }: { readonly official: string; readonly office: string; readonly scan: string },
  outcomes: Readonly<Record<string, 'met' | 'partly' | 'notMet'>>,
): Promise<void> => {
  await page
    .getByRole('button', { name: text('evaluation.printForm'), exact: true })
    .or(onPaper(page))
    .first()
    .waitFor();
  // Whoever holds that office is asked first whether to sign here.
  if ((await onPaper(page).count()) > 0) await onPaper(page).check();
  await page.getByLabel(new RegExp(`^${text('evaluation.official')}`)).fill(official);
  await page.getByLabel(text('evaluation.office'), { exact: true }).fill(office);
  for (const [aim, outcome] of Object.entries(outcomes))
    await pickExactly(page.locator('main'), text('evaluation.of', { aim }), text(`evaluation.outcome.${outcome}`));
  await attachScan(app, page, scan);
  await button(page, text('evaluation.enter')).click();
  await page
    .getByRole('region', { name: text('evaluation.title') })
    .getByRole('article', { name: new RegExp(official) })
    .waitFor();
};
