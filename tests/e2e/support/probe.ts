import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Page } from '@playwright/test';
import type { Result } from '../../../shared/kernel/result.ts';
import { type LaunchOptions, launchApp, type RunningApp } from './launch.ts';
import type { Probe } from './probe-app.ts';

declare global {
  interface Window {
    readonly probe: Probe;
  }
}

export const passphrase = 'kopi tubruk lereng Merbabu 17';

/** Calls the backend from a probe page. */
export const callFrom = <T>(page: Page, method: string, input: unknown): Promise<Result<T, { code: string }>> =>
  page.evaluate(([name, value]) => window.probe.client.call(name as never, value as never), [
    method,
    input,
  ] as const) as Promise<Result<T, { code: string }>>;

/** A probe page that has its port. */
export const readyPage = async (app: RunningApp, name: 'lock' | 'app'): Promise<Page> => {
  const page = await app.page(name);
  await page.waitForFunction(() => 'probe' in window);
  return page;
};

/** Starts the probe app. */
export const launchProbe = (appFolder: string, options: LaunchOptions = {}): Promise<RunningApp> =>
  launchApp({ ...options, appFolder });

/** Name of the folder of vaults that tests make. */
export const vaultLabel = 'Brankas Contoh';

const sampleHolder = {
  person: { name: 'Sekar Ayu Contoh', nip: '', rank: '', position: '', unit: '', employmentStatus: 'pns' },
  roles: ['counsellor'],
  institution: 'Kementerian Contoh',
};

/** Makes a vault in the running probe app and opens it; answers with the page of the open vault. */
export const openNewVault = async (
  app: RunningApp,
  identity: object = sampleHolder,
): Promise<{ readonly page: Page; readonly vaultId: string }> => {
  const page = await readyPage(app, 'lock');
  await mkdir(dirname(app.documents), { recursive: true });
  const made = await callFrom<{ vaultId: string; recoveryGroups: string[]; askedGroups: [number, number] }>(
    page,
    'vault.create',
    { parentToken: null, label: vaultLabel, passphrase, identity },
  );
  if (!made.ok) throw new Error(made.error.code);
  const { vaultId, recoveryGroups, askedGroups } = made.value;
  await enter(page, 'vault.confirmRecovery', { vaultId, answers: askedGroups.map((index) => recoveryGroups[index]) });
  return { page: await readyPage(app, 'app'), vaultId };
};

/** Makes a call after which the page may be gone before it hears the answer. */
export const enter = async (page: Page, method: string, input: unknown): Promise<void> => {
  await callFrom(page, method, input).catch(() => undefined);
};

/** Process id of the backend. */
export const backendPid = (app: RunningApp): Promise<number | undefined> =>
  app.electron.evaluate(
    ({ app: electronApp }) => electronApp.getAppMetrics().find(({ name }) => name === 'Bilik backend')?.pid,
  );

/** Process ids of all pages. */
export const pagePids = (app: RunningApp): Promise<number[]> =>
  app.electron.evaluate(({ webContents }) =>
    webContents.getAllWebContents().map((contents) => contents.getOSProcessId()),
  );

/** True while a process exists. */
export const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};
