import { execFileSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { evaluated, observed, sign } from '../fixtures/case-walks.ts';
import { makeP12, type P12Wanted } from '../fixtures/p12-files.ts';
import * as people from '../fixtures/people/cast.ts';
import { textsOf } from './support/accessible/texts.ts';
import { confirmationOf } from './support/confirmation.ts';
import { seatInstitution } from './support/exchange/seats.ts';
import { launchApp } from './support/launch.ts';
import { passphrase } from './support/probe.ts';
import { goTo } from './support/steps/case-steps.ts';
import { unlock } from './support/steps/vault-steps.ts';

// A paper of one's own leaves with a signature by an own certificate file, of today and as old programs seal it.

const t = textsOf('id');

/** Types both passphrases into the window of confirmation. */
const confirm = async (page: Page, ofFile: string): Promise<void> => {
  const window = await confirmationOf(page);
  await expect(window.locator('body')).toContainText('sertifikat.p12');
  await window.getByLabel(t('common.passphrase'), { exact: true }).fill(passphrase);
  await window.getByLabel(t('confirm.chosen.certificate'), { exact: true }).fill(ofFile);
  const closed = window.waitForEvent('close').catch(() => undefined);
  await window
    .getByRole('button', { name: t('common.continue'), exact: true })
    .click()
    .catch((thrown: unknown) => {
      if (!window.isClosed()) throw thrown;
    });
  await closed;
};

test('an own certificate signs a copy of a paper, of both kinds', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'bilik-certificate-'));
  const { officer, assessor } = await seatInstitution(folder, {
    officer: { person: people.personnelOfficer, roles: ['personnelOfficer'] },
    assessor: { person: people.assessor, roles: ['assessor'] },
  });
  const caseId = await observed(assessor.calls);
  await evaluated(assessor.calls, caseId);
  const hash = await sign(assessor.calls, caseId, 'reportSubmitted', 'assessor');
  await assessor.calls.get('documents.ofAct', { hash });
  for (const seat of [officer, assessor]) seat.leave();

  const app = await launchApp({ home: assessor.home });
  try {
    const page = await unlock(app, passphrase);
    await goTo(page, t('papers.nav'));
    await page
      .getByRole('button', { name: new RegExp(`^${t('papers.open')}: `) })
      .first()
      .click();
    const action = page.getByRole('button', { name: t('papers.certificate.action'), exact: true });
    const file = join(folder, 'sertifikat.p12');
    const kinds: readonly P12Wanted[] = [
      { key: 'rsa:2048', sealing: 'modern', issued: 'authority' },
      { key: 'rsa:2048', sealing: 'legacy', issued: 'self' },
    ];
    for (const [at, wanted] of kinds.entries()) {
      const save = join(folder, `keluar-${at}.pdf`);
      await writeFile(file, makeP12(folder, wanted));
      await app.setDialogs({ files: [file], save });
      await action.click();
      await confirm(page, 'keliru');
      await expect(page.getByText(t('errors.certificatePassphraseWrong'))).toBeVisible();
      await action.click();
      await confirm(page, 'rahasia kecil');
      const said = page.getByRole('status').filter({ hasText: 'Kepala Contoh' });
      await expect(said).toContainText(wanted.issued === 'self' ? t('papers.certificate.selfIssued') : 'Induk Contoh');
      const report = execFileSync('pdfsig', ['-nocert', save], { encoding: 'utf8' });
      expect(report.match(/Signature is Valid/g)).toHaveLength(2);
    }
  } finally {
    await app.close();
    await rm(folder, { recursive: true, force: true });
  }
});
