import type { Page } from '@playwright/test';
import { authorisedOfficial } from '../../../../fixtures/people/cast.ts';
import { textsOf } from '../../accessible/texts.ts';
import { pressConfirm } from '../../confirmation.ts';
import { recordAct, startAct } from '../../steps/case-steps.ts';
import { choose, fillTexts, pick } from '../../steps/form-steps.ts';
import { fromPaper } from '../personnel.ts';
import { showInMiddle } from '../scroll.ts';
import { signAndExport } from '../stage.ts';
import { collect, collectCase, type Desk, type SealedStage, send, workOf } from './desk.ts';
import type { Desks } from './founding.ts';

const t = textsOf('id');
const request = 'Rencana pada butir kedua keliru: tugas itu sudah saya selesaikan.';

/** On a copy that is open in the own vault: the employee asks that what it says be corrected. */
export const askCorrection = async ({ look }: SealedStage, { page }: Desk): Promise<void> => {
  const form = page.getByRole('form', { name: t('exchange.correction.title'), exact: true });
  await form.getByRole('textbox', { name: t('cases.field.correctionRequest') }).fill(request);
  await form.scrollIntoViewIfNeeded();
  await look(page, 'copy-correction');
  await form.getByRole('button', { name: t('exchange.correction.sign') }).click();
  await pressConfirm(page);
  await page.getByRole('status').filter({ hasText: request }).waitFor();
};

/** Scrolls the paper that is shown to the words of the employee; a page is drawn when it is near. */
const showDispute = async (page: Page): Promise<void> => {
  const heading = page.locator('.pdf-text').getByText(t('cases.field.disputes'));
  await page.locator('.pdf-page').first().waitFor();
  for (const drawn of await page.locator('.pdf-page').all()) {
    await drawn.scrollIntoViewIfNeeded();
    await drawn.locator('.pdf-text span').first().waitFor({ state: 'attached' });
    if ((await heading.count()) > 0) break;
  }
  await showInMiddle(heading.first());
};

/**
 * From the file at the head's desk, where the request has arrived: the official, who did not write the act, refuses it
 * on paper with a reason, and another copy says in the employee's own words what is disputed.
 */
export const refuseCorrection = async (
  stage: SealedStage,
  { head, officer, employee: employed }: Desks,
  whose: string,
): Promise<void> => {
  const form = await startAct(head.page, 'correctionAnswered');
  await choose(form, t('cases.form.modePaper'));
  await pick(form, 'Sebagai', t('roles.authorisedOfficial'));
  await fromPaper(head, authorisedOfficial, stage.files.scan);
  await choose(form, t('cases.option.correctionAnswer.refused'));
  await fillTexts(form, {
    [t('cases.field.correctionAnswerReason')]: 'Tugas itu belum diserahkan kepada unit penerima.',
  });
  await stage.look(head.page, 'act-correction-answer');
  await recordAct(head.page, whose);
  const copy = await startAct(head.page, 'copyReleased');
  const capacity = copy.getByRole('combobox', { name: 'Sebagai', exact: true });
  if ((await capacity.count()) > 0) await pick(copy, 'Sebagai', t('roles.personnelHead'));
  await stage.look(head.page, 'act-copy-disputed');
  await signAndExport(workOf(head, whose), stage, 'salinan-dibantah.pdf');
  const [toOfficer = '', toEmployee = ''] = await send(stage, head, [officer, employed], { whose });
  await collectCase(stage, officer, toOfficer, { whose });
  await collect(stage, employed, toEmployee);
  const { page } = employed;
  await page
    .getByRole('button', { name: t('exchange.openCopy'), exact: true })
    .first()
    .click();
  await showDispute(page);
  await stage.look(page, 'copy-disputed');
  stage.tell('employee and official: a correction asked for and refused, disputed on the copy');
};
