import type { Page } from '@playwright/test';
import { textsOf } from '../accessible/texts.ts';
import type { RunningApp } from '../launch.ts';
import { button } from './guidance-steps.ts';

const t = textsOf('id');
const text = (key: string, values: Readonly<Record<string, string>> = {}): string => t(`programme.${key}`, values);

export interface TypedElement {
  /** Code of the element. */
  readonly element: string;
  readonly text: string;
  readonly document?: { readonly title: string; readonly number: string; readonly date: string };
  readonly unit?: string;
  /** `YYYY-MM-DD`. */
  readonly since?: string;
  /** Path of the document. */
  readonly file?: string;
}

/** Sets an element of the programme, on its page. */
export const setElement = async (
  app: RunningApp,
  page: Page,
  { element, text: what, document, unit = '', since = '', file }: TypedElement,
  look: () => Promise<void> = async () => {},
): Promise<void> => {
  const name = text(`element.${element}`);
  await button(page, text('editNamed', { name })).click();
  const dialog = page.getByRole('dialog', { name });
  const fields = { text: what, ...document, unit, since };
  for (const [field, value] of Object.entries(fields))
    await dialog.getByLabel(text(`field.${field}`), { exact: true }).fill(value);
  if (file !== undefined) {
    await app.setDialogs({ files: [file] });
    await button(dialog, t('common.chooseFile')).click();
    await dialog.getByRole('list', { name: t('common.attachments') }).waitFor();
  }
  await look();
  await button(dialog, t('common.save')).click();
  await dialog.waitFor({ state: 'detached' });
};
