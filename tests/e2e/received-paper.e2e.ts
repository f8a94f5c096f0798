import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { unlockedOf } from '../../electron/backend/vault/unlocked.ts';
import { contents } from '../fixtures/case-steps.ts';
import { evaluated, observed, sign } from '../fixtures/case-walks.ts';
import { sampleIdentity } from '../fixtures/document-samples.ts';
import { keepInstead, withPageReplaced } from '../fixtures/forged-paper.ts';
import * as people from '../fixtures/people/cast.ts';
import { textsOf } from './support/accessible/texts.ts';
import { sealFrom, takeBackstage } from './support/exchange/backstage.ts';
import { seatInstitution } from './support/exchange/seats.ts';
import { launchApp } from './support/launch.ts';
import { passphrase } from './support/probe.ts';
import { goTo } from './support/steps/case-steps.ts';
import { unlock } from './support/steps/vault-steps.ts';

const t = textsOf('id');

test('a forged page stands beside what was really signed, and is called changed', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'bilik-received-'));
  const { officer, assessor } = await seatInstitution(folder, {
    officer: { person: people.personnelOfficer, roles: ['personnelOfficer'] },
    assessor: { person: people.assessor, roles: ['assessor'] },
  });
  const caseId = await observed(assessor.calls);
  await evaluated(assessor.calls, caseId);
  const hash = await sign(assessor.calls, caseId, 'reportSubmitted', 'assessor');
  const { documentId } = await assessor.calls.get('documents.ofAct', { hash });
  const { bytes } = await assessor.calls.get('documents.read', { documentId, offset: 0, length: 1_048_576 });
  await takeBackstage(officer, await sealFrom(assessor, officer, caseId));
  const { work } = unlockedOf(officer.calls.context);
  keepInstead(officer.vault, work, withPageReplaced(bytes, sampleIdentity(people.assessor.name)));
  for (const seat of [officer, assessor]) seat.leave();

  const app = await launchApp({ home: officer.home });
  try {
    const page = await unlock(app, passphrase);
    await goTo(page, t('papers.nav'));
    await page.getByRole('button', { name: new RegExp(`^${t('papers.open')}: `) }).click();
    const shown = page.locator('.pdf-page').first();
    await page.getByRole('tab', { name: t('documents.reading.view') }).click();
    await expect(shown).toContainText(contents.reportSubmitted.monitoring.slice(0, 30));
    await expect(page.getByText(people.assessor.name).first()).toBeVisible();
    await page.getByRole('tab', { name: t('documents.reading.file') }).click();
    await expect(page.getByText(t('documents.verdict.shownChanged'))).toBeVisible();
    await expect(page.getByText(t('documents.reading.notSigned'))).toBeVisible();
    await expect(shown).not.toContainText(contents.reportSubmitted.monitoring.slice(0, 30));
  } finally {
    await app.close();
    await rm(folder, { recursive: true, force: true });
  }
});
