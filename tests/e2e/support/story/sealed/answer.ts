import { textsOf } from '../../accessible/texts.ts';
import { pressConfirm } from '../../confirmation.ts';
import { actForm, actName, signAct } from '../../steps/case-steps.ts';
import { sealShown } from '../../steps/exchange-steps.ts';
import { collect, collectCase, note, packagesOf, type SealedStage, send } from './desk.ts';
import type { Desks } from './founding.ts';

const t = textsOf('id');
const text = 'Dua laporan terlambat karena sistem tidak dapat dibuka; bukti percobaan saya simpan.';

/** The assessor gives the employee a copy of the communication, unasked; the employee answers, and it comes back. */
export const answerCommunication = async (
  stage: SealedStage,
  { assessor, employee: employed }: Desks,
  whose: string,
): Promise<void> => {
  const give = t('cases.now.giveCopy', { act: actName('problemCommunicated') });
  await assessor.page.getByRole('button', { name: give, exact: true }).click();
  await actForm(assessor.page, 'copyReleased');
  await signAct(assessor.page, whose);
  const [file = ''] = await send(stage, assessor, [employed], { whose });
  const { app, page } = employed;
  await collect(stage, employed, file);
  await page.getByRole('button', { name: t('exchange.openCopy'), exact: true }).click();
  const form = page.getByRole('form', { name: t('exchange.answer'), exact: true });
  await form.getByRole('textbox', { name: t('exchange.answerText') }).fill(text);
  await form.scrollIntoViewIfNeeded();
  await stage.look(page, 'copy-answer');
  await form.getByRole('button', { name: t('exchange.answerSign') }).click();
  await pressConfirm(page);
  await page.getByRole('status').filter({ hasText: assessor.person.name }).waitFor();
  await page.getByRole('button', { name: t('exchange.lookAndSend'), exact: true }).click();
  const [sealed = ''] = await sealShown({ app, page, folder: await packagesOf(stage) }, [assessor.person.name]);
  note(stage, employed, assessor, sealed);
  await collectCase(stage, assessor, sealed, { whose });
  await stage.look(assessor.page, 'case-answered');
  stage.tell('employee: the communication answered in the own vault');
};
