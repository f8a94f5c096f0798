import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { enter, registered, sign } from '../fixtures/case-walks.ts';
import { foundDirectory } from '../fixtures/directory.ts';
import * as people from '../fixtures/people/cast.ts';
import { reportedCase } from '../fixtures/reported-case.ts';
import { axeFindings } from './support/accessible/axe.ts';
import { tabTo } from './support/accessible/keys.ts';
import { seedVault } from './support/accessible/seed-vault.ts';
import { textsOf } from './support/accessible/texts.ts';
import { pressConfirm } from './support/confirmation.ts';
import { makeBackstage, sealFrom } from './support/exchange/backstage.ts';
import { makeSeat } from './support/exchange/seats.ts';
import { launchApp } from './support/launch.ts';
import { passphrase } from './support/probe.ts';
import { goTo, signAct, startAct } from './support/steps/case-steps.ts';
import { receive } from './support/steps/exchange-steps.ts';
import { choose } from './support/steps/form-steps.ts';
import { unlock } from './support/steps/vault-steps.ts';

// The employee's rights (law: access, rectify): a correction is asked for by the copy and answered by the unit, and a
// paper tells what a vault keeps about somebody.

const t = textsOf('id');
const { employee } = people;
const words = 'Tanggal 5 Februari keliru: saya hadir pada rapat itu.';

test('an employee asks in an own vault, by the keyboard, that what a copy says be corrected', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'bilik-rights-'));
  const mine = await makeSeat(folder, 'employee', { person: employee, roles: ['employee'] });
  const assessor = await makeBackstage(folder, 'assessor', {
    person: people.assessor,
    roles: ['assessor', 'personnelOfficer'],
  });
  await foundDirectory(assessor.vault, [mine]);
  const caseId = await reportedCase(assessor.calls);
  const { acts } = await assessor.calls.get('case.open', { caseId });
  const about = acts.find(({ type }) => type === 'problemCommunicated')?.hash ?? null;
  const hash = await sign(assessor.calls, caseId, 'copyReleased', 'assessor', { about });
  await assessor.calls.get('documents.ofAct', { hash });
  const paths = await sealFrom(assessor, mine, caseId);
  mine.leave();
  const app = await launchApp({ home: mine.home });
  const page = await unlock(app, passphrase);
  await receive(page, paths);
  await goTo(page, t('exchange.title'));
  await page
    .getByRole('button', { name: new RegExp(`^${t('exchange.openCopy')}`) })
    .first()
    .click();
  const form = page.getByRole('form', { name: t('exchange.correction.title') });
  const field = form.getByRole('textbox', { name: t('cases.field.correctionRequest') });
  await field.waitFor();
  expect(await axeFindings(page)).toEqual([]);
  await field.focus();
  await page.keyboard.type(words);
  await tabTo(page, form.getByRole('button', { name: t('exchange.correction.sign') }));
  await page.keyboard.press('Enter');
  await pressConfirm(page);
  const asked = page.getByRole('status').filter({ hasText: words });
  await expect(asked).toContainText(t('exchange.correction.send'));
  await expect(asked).toBeFocused();
  await expect(form).toHaveCount(0);
  await app.close();
  assessor.leave();
  await rm(folder, { recursive: true, force: true });
});

test('the head answers a request from paper, which waits on Beranda, and the refusal stands on what is kept', async () => {
  const home = await seedVault(
    { person: people.personnelHead, roles: ['personnelHead', 'personnelOfficer'] },
    async (get) => {
      const caseId = await registered({ get });
      const { acts } = await get('case.open', { caseId });
      const report = acts.find(({ type }) => type === 'reportSubmitted')?.hash ?? null;
      const about = await sign({ get }, caseId, 'copyReleased', 'personnelHead', { about: report });
      const content = { request: words };
      await enter({ get }, caseId, 'correctionRequested', 'employee', { about, author: employee, content });
    },
  );
  const app = await launchApp({ home });
  const page = await unlock(app, passphrase);
  const waiting = page.getByRole('listitem').filter({ hasText: t('acts.correctionAnswered') });
  await waiting.getByRole('button', { name: employee.name }).click();
  const form = await startAct(page, 'correctionAnswered');
  await choose(form, t('cases.option.correctionAnswer.refused'));
  await form
    .getByRole('textbox', { name: t('cases.field.correctionAnswerReason') })
    .fill('Daftar hadir menunjukkan lain.');
  await signAct(page, employee.name);
  // The report has gone on: the neutral letter to the employee is offered.
  await page.getByRole('tab', { name: t('cases.view.documents'), exact: true }).click();
  await expect(page.getByRole('button', { name: t('cases.documents.notice'), exact: true })).toBeVisible();
  await goTo(page, t('employees.title'));
  await page.getByRole('button', { name: `${t('employees.held')}: ${employee.name}` }).click();
  const dialog = page.getByRole('dialog', { name: t('employees.heldOf', { name: employee.name }) });
  await expect(dialog.locator('.pdf-text').first()).toContainText('dibantah Pegawai');
  expect(await axeFindings(page)).toEqual([]);
  await app.close();
  await rm(home, { recursive: true, force: true });
});
