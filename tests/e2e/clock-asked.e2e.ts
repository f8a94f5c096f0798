import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { observed } from '../fixtures/case-walks.ts';
import * as people from '../fixtures/people/cast.ts';
import { callsIn } from '../fixtures/vault-calls.ts';
import { textsOf } from './support/accessible/texts.ts';
import { confirmationOf, pressConfirm } from './support/confirmation.ts';
import { makeSeat } from './support/exchange/seats.ts';
import { launchApp } from './support/launch.ts';
import { passphrase } from './support/probe.ts';
import { startAct } from './support/steps/case-steps.ts';
import { unlock } from './support/steps/vault-steps.ts';
import { identify } from './support/story/alone.ts';
import { openFileOf } from './support/story/sealed/desk.ts';

const t = textsOf('id');
const aDay = 86_400_000;

test('a clock that is behind is asked about, and what is signed then says that it was corrected', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'bilik-clock-'));
  const user = await makeSeat(folder, 'user', { person: people.assessor, roles: ['assessor'] });
  // What the case has was signed ten days ahead of this computer's clock.
  await observed(callsIn(user.home, user.vault, { now: () => Date.now() + 10 * aDay }));
  // The leap is settled, so that it is the case alone that speaks against the clock.
  await callsIn(user.home, user.vault).get('overview.stateClock', { reason: 'earlierWrong' });
  user.leave();
  const app = await launchApp({ home: user.home });
  try {
    const page = await unlock(app, passphrase);
    await openFileOf(page, people.employee.name);
    await startAct(page, 'problemIdentified');
    await identify(page);
    const sign = page.getByRole('button', { name: 'Tanda tangani', exact: true });
    const asked = page.getByRole('dialog', { name: t('clock.ask.title') });
    await sign.click();
    await expect(asked).toContainText(/Yang akan dirujuk sudah ditandatangani kemudian/);
    await asked.getByRole('button', { name: t('common.cancel'), exact: true }).click();
    await asked.waitFor({ state: 'detached' });
    // Left unanswered, nothing is signed, and it is asked again.
    await sign.click();
    await asked.getByLabel(t('clock.ask.reason.computerWrong')).check();
    const right = new Date(Date.now() + 11 * aDay).toLocaleDateString('sv-SE');
    await asked.getByRole('textbox', { name: t('clock.ask.date') }).fill(right);
    await asked.getByLabel(new RegExp(`^${t('clock.ask.time')}`)).fill('10:15');
    await asked.getByRole('button', { name: t('clock.ask.goOn'), exact: true }).click();
    const corrected = new RegExp(`${t('clock.correctedTo', { time: '' })}.*10\\.15`);
    await expect((await confirmationOf(page)).getByText(corrected)).toBeVisible();
    await pressConfirm(page);
    const timeline = page.getByRole('list', { name: t('cases.view.timeline') });
    await expect(timeline.getByText(corrected)).toHaveCount(1);
  } finally {
    await app.close();
    await rm(folder, { recursive: true, force: true });
  }
});
