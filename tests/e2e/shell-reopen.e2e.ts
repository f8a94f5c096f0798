import { rm } from 'node:fs/promises';
import { expect, test } from '@playwright/test';
import { personnelOfficer } from '../fixtures/people/cast.ts';
import { seedVault } from './support/accessible/seed-vault.ts';
import { launchApp } from './support/launch.ts';
import { passphrase } from './support/probe.ts';
import { lock, unlock } from './support/steps/vault-steps.ts';

// Every page answers, however often the vault is locked and opened. Pages compile on their own thread because of what
// this found (ARCHITECTURE.md, "Windows"). Two of them at once, and so many rounds, make the long form:
// BILIK_REOPENINGS=150 npx playwright test shell-reopen --repeat-each 2

const reopenings = Number(process.env.BILIK_REOPENINGS ?? 10);

test('a vault opens again and again', async () => {
  test.setTimeout(120_000 + reopenings * 30_000);
  const home = await seedVault({ person: personnelOfficer, roles: ['personnelOfficer'] });
  const app = await launchApp({ home });
  for (let round = 0; round < reopenings; round += 1) {
    const page = await unlock(app, passphrase);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await lock(app, page);
  }
  await app.close();
  await rm(home, { recursive: true, force: true });
});
