import { expect } from '@playwright/test';
import { textsOf } from '../../accessible/texts.ts';
import { pressConfirm } from '../../confirmation.ts';
import { signAct, startAct } from '../../steps/case-steps.ts';
import { dropReceived, expectHeld, lookAndSend, openExchange, sealShown } from '../../steps/exchange-steps.ts';
import { fillTexts } from '../../steps/form-steps.ts';
import { openPage } from '../../steps/guidance-steps.ts';
import { employee, writeReport } from '../assessor.ts';
import { accept, hold, lockWhileWriting, missOneSession, signResult, writeNote } from '../counsellor.ts';
import {
  closeFile,
  confirmResult,
  decide,
  decideFollowUp,
  fillAssignment,
  releaseCopy,
  schedule,
} from '../personnel.ts';
import { signAndExport } from '../stage.ts';
import { answerCommunication } from './answer.ts';
import { collect, collectCase, confirm, note, openFileOf, packagesOf, type SealedStage, send, workOf } from './desk.ts';
import { askCorrection, refuseCorrection } from './dispute.ts';
import { openReceivedDraft, sendDraft } from './draft.ts';
import type { Desks } from './founding.ts';

const t = textsOf('id');
const whose = employee.name;

/** The assessor's report and its evidence go to the officer, who confirms and puts the case on the list. */
const report = async (stage: SealedStage, desks: Desks): Promise<void> => {
  const { assessor, officer } = desks;
  await writeReport(workOf(assessor, whose), stage);
  await answerCommunication(stage, desks, whose);
  const [file = ''] = await send(stage, assessor, [officer], { whose, picture: 'send' });
  stage.tell('assessor: report sealed for the officer');
  await openExchange(officer.page);
  await stage.look(officer.page, 'exchange');
  await collect(stage, officer, file, 'package');
  const receipt = await confirm(stage, officer, assessor, 'receipt-made');
  await dropReceived(officer.page, [file]);
  await officer.page.getByRole('alert').waitFor();
  await stage.look(officer.page, 'package-held');
  await expectHeld(officer.page, 'packageDuplicate');
  await collect(stage, assessor, receipt, 'receipt');
  await openFileOf(officer.page, whose);
  await startAct(officer.page, 'reportRegistered');
  await fillTexts(officer.page.locator('form'), { 'Nomor dalam daftar': '07/DPK/2026', Tanggal: '2026-05-08' });
  await signAct(officer.page, whose);
  stage.tell('officer: report received and registered');
};

/** The head decides; the officer drafts the assignment, the head signs it and schedules. */
const assignment = async (stage: SealedStage, { officer, head, counsellor }: Desks): Promise<readonly string[]> => {
  const [toHead = ''] = await send(stage, officer, [head], { whose });
  await collectCase(stage, head, toHead, { whose });
  await decide(workOf(head, whose));
  const [decision = ''] = await send(stage, head, [officer], { whose });
  await collectCase(stage, officer, decision, { whose });
  await fillAssignment(await startAct(officer.page, 'counsellorAssigned', 'paper'));
  await stage.look(officer.page, 'act-assignment');
  const remark = 'Mohon diperiksa; jadwal pertama menyusul setelah ditandatangani.';
  const draft = await sendDraft(stage, officer, head, { type: 'counsellorAssigned', whose, remark });
  stage.tell('officer: assignment drafted for the head');
  await collect(stage, head, draft, 'draft');
  await openReceivedDraft(head, 'counsellorAssigned');
  await stage.look(head.page, 'draft-received');
  await signAndExport(workOf(head, whose), stage, 'penugasan.pdf');
  await schedule(workOf(head, whose), stage, 'undangan.pdf');
  const files = await send(stage, head, [counsellor, officer], { whose, picture: 'send-assignment' });
  stage.tell('head: decided, signed the assignment, scheduled');
  return files;
};

/** The counsellor's side, from the package to the result record; the vault is locked in the middle. */
const counselling = async (stage: SealedStage, desks: Desks, file: string) => {
  const { head, assessor, officer, counsellor } = desks;
  await writeNote(counsellor, stage);
  await collect(stage, counsellor, file, 'assignment');
  await collect(stage, head, await confirm(stage, counsellor, head));
  await openFileOf(counsellor.page, whose);
  const work = workOf(counsellor, whose);
  await accept(work);
  await hold(work);
  await missOneSession(work, stage.look);
  const again = { ...counsellor, page: await lockWhileWriting(work, stage) };
  await signResult(workOf(again, whose), stage, 'rekaman-hasil.pdf');
  await startAct(again.page, 'statusNotified');
  await signAct(again.page, whose);
  const delivery = { whose, picture: 'send-result' };
  const [result = '', toAssessor = '', toOfficer = ''] = await send(stage, again, [head, assessor, officer], delivery);
  await collectCase(stage, assessor, toAssessor, { whose, picture: 'status' });
  await expect(assessor.page.getByRole('list', { name: t('cases.view.timeline') })).not.toContainText(
    t('acts.resultSigned'),
  );
  await stage.look(assessor.page, 'case-assessor-status');
  await collectCase(stage, officer, toOfficer, { whose });
  await stage.look(officer.page, 'case-officer-status');
  stage.tell('counsellor: result sealed for the head, the bare status for the others');
  return { desks: { ...desks, counsellor: again }, result };
};

/**
 * The result reaches the head, who decides, gives the employee a copy and closes; all learn the rest of what is theirs.
 */
const followUp = async (stage: SealedStage, desks: Desks, result: string): Promise<void> => {
  const { head, assessor, officer, counsellor, employee: employed } = desks;
  const work = workOf(head, whose);
  await collect(stage, head, result, 'result');
  await collect(stage, counsellor, await confirm(stage, head, counsellor));
  await openFileOf(head.page, whose);
  await confirmResult(work);
  await decideFollowUp(work, stage);
  await releaseCopy(work, stage, false);
  await closeFile(work);
  await stage.look(head.page, 'case-personnel');
  const files = await send(stage, head, [assessor, officer, counsellor, employed], {
    whose,
    picture: 'send-follow-up',
  });
  stage.tell('head: follow-up decided, file closed');
  await Promise.all([
    ...[assessor, officer, counsellor].map((desk, index) => collectCase(stage, desk, files[index] ?? '', { whose })),
    acknowledge(stage, desks, files[3] ?? ''),
  ]);
  await refuseCorrection(stage, desks, whose);
};

/** The employee's own vault: the copy is read, its receipt signed, and a correction asked for. */
const acknowledge = async (stage: SealedStage, { head, employee: employed }: Desks, file: string): Promise<void> => {
  const { app, page } = employed;
  await collect(stage, employed, file, 'copy');
  await page.getByRole('button', { name: t('exchange.openCopy'), exact: true }).click();
  // The text is laid over a page when it is drawn.
  await page.locator('.pdf-page').first().locator('.pdf-text span').first().waitFor({ state: 'attached' });
  await stage.look(page, 'copy');
  await app.setDialogs({ paperPrinted: true });
  const print = page.getByRole('button', { name: t('common.print'), exact: true });
  await print.click();
  await expect(print).not.toHaveAttribute('data-loading', 'true');
  await expect(page.getByRole('alert')).toHaveCount(0);
  const form = page.getByRole('form', { name: t('exchange.acknowledge') });
  await form.getByRole('textbox', { name: t('exchange.response') }).fill('Sudah saya terima dan baca. Terima kasih.');
  await form.scrollIntoViewIfNeeded();
  await stage.look(page, 'copy-acknowledge');
  await form.getByRole('button', { name: t('exchange.acknowledgeSign') }).click();
  await pressConfirm(page);
  await page.getByRole('status').filter({ hasText: head.person.name }).waitFor();
  await stage.look(page, 'copy-acknowledged');
  await askCorrection(stage, employed);
  await lookAndSend(page);
  const folder = await packagesOf(stage);
  const [sealed = ''] = await sealShown({ app, page, folder }, [head.person.name]);
  note(stage, employed, head, sealed);
  await collectCase(stage, head, sealed, { whose });
  await openPage(page, t('settings.nav'), t('settings.title'));
  await page.getByRole('tab', { name: t('settings.security'), exact: true }).click();
  await page.getByRole('button', { name: t('auditTrail.open'), exact: true }).click();
  await page.locator('.audit-row').getByText(t('audit.formPrinted')).first().waitFor();
  stage.tell('employee: copy received, its receipt signed');
};

/** One case from the first observation to the employee's copy, every act carried as a package. */
export const playCase = async (stage: SealedStage, desks: Desks): Promise<Desks> => {
  await report(stage, desks);
  const [toCounsellor = '', toOfficer = ''] = await assignment(stage, desks);
  await collectCase(stage, desks.officer, toOfficer, { whose });
  const counselled = await counselling(stage, desks, toCounsellor);
  await followUp(stage, counselled.desks, counselled.result);
  return counselled.desks;
};
