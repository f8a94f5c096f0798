import { rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { PersonInput, Role } from '../../../../shared/domain/identity/person.ts';
import type { Calls } from '../../../fixtures/calls.ts';
import type { Getter } from '../../../fixtures/case-steps.ts';
import { institution } from '../../../fixtures/people/cast.ts';
import { seatSomebody } from '../confirmed-call.ts';
import { callFrom, launchProbe, openNewVault, vaultLabel } from '../probe.ts';
import { makeProbeApp } from '../probe-app.ts';

/** A vault open in the built application, reached by the calls of its page. */
export interface CaseVault extends Getter {
  /** Folder of the vault. */
  readonly dir: string;
  readonly person: PersonInput;
  /** Leaves the application and removes everything. */
  readonly close: () => Promise<void>;
}

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
    close: async () => {
      await app.close();
      await rm(dirname(appFolder), { recursive: true, force: true });
    },
  };
};

/** The file as its holder sees it. */
export const viewOf = (vault: CaseVault, caseId: string) => vault.get('case.open', { caseId });
