import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { recordActs } from '../../electron/backend/case/record-acts.ts';
import { systemClock } from '../../electron/backend/crypto/clock.ts';
import { systemRandom } from '../../electron/backend/crypto/random.ts';
import { createVault } from '../../electron/backend/vault/create-vault.ts';
import { createKnownVaults } from '../../electron/backend/vault/known-vaults.ts';
import type { VaultDeps } from '../../electron/backend/vault/vault-deps.ts';
import { nodeAtomicFs } from '../../electron/backend/vault/write-atomically.ts';
import { workspaceOf } from '../../electron/backend/workspace/workspace.ts';
import type { ActInput } from '../../shared/contract/case.ts';
import { loadRuntime } from '../e2e/support/launch.ts';
import { assessor, employee, institution } from '../fixtures/people/cast.ts';
import { feedbackFacts } from '../fixtures/people/texts.ts';
import type { BenchSetting } from './setting.ts';

const projectRoot = resolve(import.meta.dirname, '../..');
const passphrase = 'kopi tubruk lereng Merbabu 17';

/** What the vault code needs here. */
export const vaultDeps: VaultDeps = {
  clock: systemClock,
  random: systemRandom,
  database: {
    sqliteBinding: process.env.BILIK_SQLITE_BINDING || undefined,
    resourcesFolder: join(projectRoot, 'resources'),
  },
  fs: nodeAtomicFs,
};

const act = (caseId: string | null, type: ActInput['type'], content: Record<string, unknown>): ActInput => ({
  caseId,
  type,
  capacity: 'assessor',
  about: null,
  author: assessor,
  authorOffice: '',
  institution,
  content,
  attachmentIds: [],
  paper: null,
  signedDocumentId: null,
});

/** A case with `count` acts. */
const listOfActs = (count: number): ActInput[] => [
  act(null, 'caseOpened', {
    employee,
    assessor,
    assessorSuperior: null,
    institution,
    period: '2026',
    assessorIsHead: false,
    startsFrom: 'observation',
  }),
  ...Array.from({ length: count - 1 }, (_, index) =>
    act(null, 'feedbackRecorded', {
      date: '2026-02-10',
      source: 'assessor',
      sourceName: '',
      content: `${index + 1}. ${feedbackFacts}`,
    }),
  ),
];

/** Makes the bench's vault with one case of 60 acts, and a profile that knows it. */
export const prepareSetting = async (folder: string): Promise<BenchSetting> => {
  const runtime = await loadRuntime();
  const vaultFolder = join(folder, 'Bench');
  const made = await createVault(vaultDeps, {
    dir: vaultFolder,
    passphrase,
    person: assessor,
    roles: ['assessor'],
    institution,
  });
  if (!made.ok) throw new Error(made.error.code);
  const { vault } = made.value;
  const work = workspaceOf({ vault, clock: systemClock, random: systemRandom });
  const recorded = recordActs(
    { vault, work },
    listOfActs(60).map((input) => ({ ...input, aboutIndex: null })),
    null,
  );
  vault.close();
  if (!recorded.ok) throw new Error(`${recorded.error.code} ${JSON.stringify(recorded.error.details)}`);
  const userData = join(folder, 'home', 'profile');
  await mkdir(userData, { recursive: true });
  await createKnownVaults(vaultDeps, userData).add(vaultFolder);
  const bench = join(projectRoot, 'tests/bench/bare');
  return {
    electron: runtime.runtimePaths().electronExecutable,
    electronArgs: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
    env: { ...process.env, ...runtime.appEnv() },
    folder,
    home: join(folder, 'home'),
    userData,
    vaultFolder,
    passphrase,
    appMain: join(projectRoot, 'out/main/index.js'),
    bareMain: join(bench, 'main.mjs'),
    barePage: join(bench, 'page.html'),
    watchFile: join(bench, 'watch.mjs'),
  };
};
