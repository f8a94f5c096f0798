import { createHash } from 'node:crypto';
import { readFile, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { expect } from '@playwright/test';
import type { PersonInput, Role } from '../../../../shared/domain/identity/person.ts';
import type { Calls } from '../../../fixtures/calls.ts';
import type { ActInputDraft, Getter } from '../../../fixtures/case-steps.ts';
import { institution } from '../../../fixtures/people/cast.ts';
import { seatSomebody } from '../confirmed-call.ts';
import { callFrom, launchProbe, openNewVault, vaultLabel } from '../probe.ts';
import { makeProbeApp } from '../probe-app.ts';

/** A vault open in the built application, reached by the calls of its page. */
export interface CaseVault extends Getter {
  /** Folder of the vault. */
  readonly dir: string;
  readonly person: PersonInput;
  /** Why an act is refused; `['ok']` when it was recorded. */
  readonly codesOf: (input: ActInputDraft) => Promise<readonly string[]>;
  /** Hash over the bytes of both databases. With a truncated journal they change with each commit, and only then. */
  readonly fingerprint: () => Promise<string>;
  /** Leaves the application and removes everything. */
  readonly close: () => Promise<void>;
}

const hashOfFiles = async (paths: readonly string[]): Promise<string> => {
  const hash = createHash('sha256');
  for (const path of paths) hash.update(await readFile(path));
  return hash.digest('hex');
};

/** Starts the built application with bare pages, makes a vault for a person in these roles and opens it. */
export const openCaseVault = async (person: PersonInput, roles: readonly Role[]): Promise<CaseVault> => {
  const appFolder = await makeProbeApp();
  const app = await launchProbe(appFolder);
  await seatSomebody(app);
  const { page } = await openNewVault(app, { person, roles, institution });
  const dir = join(app.documents, vaultLabel);
  const get = async (method: string, input: unknown): Promise<unknown> => {
    const result = await callFrom(page, method, input);
    if (!result.ok) throw new Error(`${method}: ${JSON.stringify(result.error)}`);
    return result.value;
  };
  return {
    dir,
    person,
    get: get as Calls['get'],
    codesOf: async (input) => {
      const result = await callFrom(page, 'case.recordAct', { ...input, draftId: null });
      if (result.ok) return ['ok'];
      const { code, details } = result.error as { code: string; details?: { codes?: string[] } };
      return details?.codes ?? [code];
    },
    fingerprint: () => hashOfFiles(['records.db', 'notes.db'].map((name) => join(dir, name))),
    close: async () => {
      await app.close();
      await rm(dirname(appFolder), { recursive: true, force: true });
    },
  };
};

/** Expects that an act is refused with exactly these codes and that not one byte of the databases changes. */
export const expectRefused = async (vault: CaseVault, input: ActInputDraft, ...codes: string[]): Promise<void> => {
  const before = await vault.fingerprint();
  expect(await vault.codesOf(input)).toEqual(codes);
  expect(await vault.fingerprint()).toBe(before);
};

/** The file as its holder sees it. */
export const viewOf = (vault: CaseVault, caseId: string) => vault.get('case.open', { caseId });

/** What the list says of a file. */
export const summaryOf = async (vault: CaseVault, caseId: string) => (await viewOf(vault, caseId)).summary;
