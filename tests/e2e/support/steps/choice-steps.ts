import type { Page } from '@playwright/test';
import { textsOf } from '../accessible/texts.ts';
import { button } from './guidance-steps.ts';

const t = textsOf('id');

/** Answers of the page Pilih bentuk pembinaan, by code. */
export type ChoiceAnswered = readonly (readonly [question: string, answer: string])[];

/** Goes to the page Pilih bentuk pembinaan by the palette and answers its questions. */
export const answerChoice = async (page: Page, answers: ChoiceAnswered): Promise<void> => {
  await page.keyboard.press('Control+K');
  await page.getByRole('dialog', { name: t('app.palette') }).waitFor();
  await page.keyboard.insertText(t('guidanceChoice.nav'));
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: t('guidanceChoice.title'), exact: true }).waitFor();
  for (const [question, answer] of answers)
    await page
      .getByRole('radiogroup', { name: t(`guidanceChoice.question.${question}`) })
      .getByRole('radio', { name: t(`guidanceChoice.answer.${question}.${answer}`), exact: true })
      .check();
};

/** Follows the advice to a new file of this form. */
export const startAdvised = async (page: Page, form: 'coaching' | 'mentoring'): Promise<void> => {
  const card = page.getByRole('region', { name: t(`guidanceChoice.outcome.${form}`), exact: true });
  await button(card, t(`guidanceChoice.start.${form}`)).click();
  await page.getByRole('heading', { level: 1, name: t(`guidance.new.${form}`), exact: true }).waitFor();
};
