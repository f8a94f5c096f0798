import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { accepted, sign } from '../fixtures/case-walks.ts';
import * as people from '../fixtures/people/cast.ts';
import { textsOf } from './support/accessible/texts.ts';
import { confirmationOf } from './support/confirmation.ts';
import { makeSeat } from './support/exchange/seats.ts';
import { launchApp } from './support/launch.ts';
import { passphrase } from './support/probe.ts';
import { actName, goTo, signAct, startAct } from './support/steps/case-steps.ts';
import { fillTexts } from './support/steps/form-steps.ts';
import { unlock } from './support/steps/vault-steps.ts';
import { fillAssignment } from './support/story/personnel.ts';

// The employee asks the unit for another counsellor, without a reason: the head ends the accepted assignment before the
// day of the first session, by the keyboard, and assigns somebody else.

const t = textsOf('id');
const whose = people.employee.name;

test('the head ends an accepted assignment before the first session, and assigns another counsellor', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'bilik-ended-'));
  const seat = await makeSeat(folder, 'head', {
    person: people.personnelHead,
    roles: ['personnelHead', 'personnelOfficer'],
  });
  const caseId = await accepted(seat.calls, { kind: 'independent', person: people.otherEmployee });
  await sign(seat.calls, caseId, 'sessionScheduled', 'personnelHead');
  seat.leave();
  const app = await launchApp({ home: seat.home });
  try {
    app.electron.context().setDefaultTimeout(30_000);
    const page = await unlock(app, passphrase);
    await goTo(page, t('cases.nav'));
    await page.getByText(whose).first().click();
    const form = await startAct(page, 'assignmentEnded');
    const late = form.getByText(t('errors.firstSessionPassed'), { exact: true }).first();
    await fillTexts(form, { [t('cases.field.date')]: '2026-05-07' });
    await expect(late).toBeVisible();
    await fillTexts(form, { [t('cases.field.date')]: '2026-05-05' });
    await expect(late).toHaveCount(0);
    const button = page.getByRole('button', { name: t('cases.form.sign'), exact: true });
    await button.focus();
    await page.keyboard.press('Enter');
    const view = await confirmationOf(page);
    // Who ceases to counsel learns it, whole.
    await expect(view.getByText(`${t('roles.counsellor')}: ${t('confirm.receivesAll')}`)).toBeVisible();
    const confirm = view.getByRole('button', { name: t('confirm.sign.answer'), exact: true });
    await expect(confirm).toBeEnabled();
    await confirm.focus();
    await view.keyboard.press('Enter').catch(() => undefined);
    await fillAssignment(await startAct(page, 'counsellorAssigned'));
    await signAct(page, whose);
    const timeline = page.getByRole('list', { name: t('cases.view.timeline') });
    const entries = (type: 'assignmentEnded' | 'counsellorAssigned') =>
      timeline.getByRole('listitem').filter({ has: page.getByText(actName(type), { exact: true }) });
    await expect(entries('assignmentEnded')).toHaveCount(1);
    await expect(entries('counsellorAssigned')).toHaveCount(2);
    await expect(timeline).toContainText(people.counsellor.name);
  } finally {
    await app.close();
    await rm(folder, { recursive: true, force: true });
  }
});
