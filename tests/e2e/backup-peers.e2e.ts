import { mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { generateX25519Identity } from 'age-encryption';
import { toRecoveryGroups } from '../../electron/backend/vault/recovery-code.ts';
import { replaceRecoverySheet } from '../../electron/backend/vault/replace-recovery-sheet.ts';
import { attachBytes } from '../fixtures/case-steps.ts';
import { evaluated, observed, sign } from '../fixtures/case-walks.ts';
import { foundDirectory } from '../fixtures/directory.ts';
import * as people from '../fixtures/people/cast.ts';
import { unwrap } from '../fixtures/results.ts';
import { vaultDeps } from '../fixtures/vault-deps.ts';
import { textsOf } from './support/accessible/texts.ts';
import { type Backstage, makeBackstage, receiverOf, sealFrom, takeBackstage } from './support/exchange/backstage.ts';
import { makeSeat } from './support/exchange/seats.ts';
import { launchApp } from './support/launch.ts';
import { goTo } from './support/steps/case-steps.ts';
import { dropReceived, expectHeld, receive } from './support/steps/exchange-steps.ts';
import { lockPage, restoreBySheet, unlock } from './support/steps/vault-steps.ts';

const t = textsOf('id');
const newPassphrase = 'perahu layar di Selat Sunda 45';

/** An assessor's file with its report, ready to leave. */
const reportedBy = async ({ calls, person }: Backstage): Promise<string> => {
  const caseId = await observed(calls);
  await evaluated(calls, caseId);
  const attachmentIds = [await attachBytes(calls, new Uint8Array(Buffer.from('%PDF-1.7 lampiran')))];
  await sign(calls, caseId, 'reportSubmitted', 'assessor', { attachmentIds, author: person });
  return caseId;
};

test('a vault whose folder is lost is restored by its sheet; what peers sent still arrives, and nothing twice', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'bilik-lost-'));
  const seat = await makeSeat(folder, 'officer', { person: people.personnelOfficer, roles: ['personnelOfficer'] });
  const assessor = await makeBackstage(folder, 'assessor', { person: people.assessor, roles: ['assessor'] });
  await foundDirectory(seat.vault, [assessor]);
  const officer = receiverOf(seat);
  const taken = await sealFrom(assessor, officer, await reportedBy(assessor));
  await takeBackstage(seat, taken);
  const identity = await generateX25519Identity();
  unwrap(await replaceRecoverySheet(vaultDeps, seat.vault, identity));
  const place = join(folder, 'cadangan');
  await mkdir(place);
  await seat.calls.get('backup.setPlace', { folderToken: seat.calls.context.files.issue('folder', place) });
  await seat.calls.get('backup.make', {});
  // Sealed for the vault that is lost; the disk fails before anybody opens it there.
  const underWay = await sealFrom(assessor, officer, await reportedBy(assessor));
  seat.leave();
  await rm(seat.dir, { recursive: true });

  const app = await launchApp();
  const [backup = ''] = await readdir(place);
  const page = await restoreBySheet(app, join(place, backup), { groups: toRecoveryGroups(identity), newPassphrase });
  await receive(page, underWay);
  await dropReceived(page, taken);
  await expectHeld(page, 'packageDuplicate');
  await goTo(page, t('cases.nav'));
  await expect(page.getByRole('row').filter({ hasText: people.employee.name })).toHaveCount(2);
  // The page may be gone before the key is up.
  await page.keyboard.press('Control+l').catch(() => undefined);
  await lockPage(app);
  await unlock(app, newPassphrase);
  await app.close();
  assessor.leave();
  await rm(folder, { recursive: true, force: true });
});
