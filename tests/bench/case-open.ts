import { join } from 'node:path';
import Database from 'better-sqlite3';
import { openCase } from '../../electron/backend/case/open-case.ts';
import { acts, cases } from '../../electron/backend/db/records-schema.ts';
import { openVault } from '../../electron/backend/vault/open-vault.ts';
import { launchApp } from '../e2e/support/launch.ts';
import { unlock } from '../e2e/support/steps/vault-steps.ts';
import { employee } from '../fixtures/people/cast.ts';
import { vaultDeps } from './prepare.ts';
import type { BenchSetting } from './setting.ts';
import { type Figure, figure, percentile } from './statistics.ts';

const rounds = 60;

const timed = (run: () => unknown): number => {
  const started = performance.now();
  run();
  return performance.now() - started;
};

/** Fold and verify of a case against reading the same rows from a plain database, p95 in milliseconds. */
export const measureCaseInBackend = async (setting: BenchSetting, expected: number): Promise<Figure> => {
  const opened = await openVault(vaultDeps, { dir: setting.vaultFolder, passphrase: setting.passphrase });
  if (!opened.ok) throw new Error(opened.error.code);
  const vault = opened.value;
  const plain = new Database(join(setting.folder, 'plain.db'), {
    ...(vaultDeps.database.sqliteBinding ? { nativeBinding: vaultDeps.database.sqliteBinding } : {}),
  });
  try {
    const rows = vault.records.select().from(acts).all();
    if (rows.length !== expected) throw new Error(`expected ${expected} acts, found ${rows.length}`);
    plain.exec(
      'CREATE TABLE acts (hash BLOB PRIMARY KEY, case_id TEXT, header BLOB, body BLOB, salt BLOB, signature BLOB)',
    );
    const insert = plain.prepare('INSERT INTO acts VALUES (?, ?, ?, ?, ?, ?)');
    for (const row of rows) insert.run(row.hash, row.caseId, row.header, row.body, row.salt, row.signature);
    const caseId = vault.records.select().from(cases).get()?.id ?? '';
    const read = plain.prepare('SELECT * FROM acts WHERE case_id = ?');
    const own: number[] = [];
    const bare: number[] = [];
    for (let round = -5; round < rounds; round += 1) {
      const a = timed(() => openCase(vault, caseId));
      const b = timed(() => read.all(caseId));
      if (round < 0) continue;
      own.push(a);
      bare.push(b);
    }
    return figure('caseOpen60.backendP95', 'ms', percentile(own, 0.95), percentile(bare, 0.95), null);
  } finally {
    plain.close();
    vault.close();
  }
};

/** From the click on the file to its last act on the screen, p95 in milliseconds, against the same plain rows. */
export const measureCaseInWindow = async (setting: BenchSetting, baseline: number, opens: number): Promise<Figure> => {
  const app = await launchApp({ home: setting.home });
  try {
    const page = await unlock(app, setting.passphrase);
    const own: number[] = [];
    for (let round = -2; round < opens; round += 1) {
      await page
        .getByRole('navigation', { name: 'Navigasi utama' })
        .getByText('Berkas konseling', { exact: true })
        .click();
      const row = page.getByRole('row', { name: new RegExp(employee.name.slice(0, 12)) });
      await row.waitFor();
      const took = await page.evaluate(
        ([name, count]) =>
          new Promise<number>((resolve) => {
            const target = [...document.querySelectorAll<HTMLElement>('[role=row], tr')].find((it) =>
              it.textContent?.includes(name),
            );
            const started = performance.now();
            const look = (): void => {
              const done = [...document.querySelectorAll('h1')].some((it) => it.textContent === name);
              const shown = document.body.innerText.split('Isi umpan balik').length - 1;
              if (done && (shown >= count || document.querySelectorAll('.mantine-Timeline-item').length >= count)) {
                requestAnimationFrame(() => resolve(performance.now() - started));
              } else requestAnimationFrame(look);
            };
            target?.click();
            look();
          }),
        [employee.name, 59] as const,
      );
      if (round >= 0) own.push(took);
    }
    return figure('caseOpen60.windowP95', 'ms', percentile(own, 0.95), baseline, null);
  } finally {
    await app.close();
  }
};
