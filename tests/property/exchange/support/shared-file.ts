import { rolesInCase, sightOfRoles } from '@shared/domain/case/holder.ts';
import { toHex } from '@shared/kernel/bytes.ts';
import type { CaseFile } from '../../../../electron/backend/case/case-file.ts';
import { findCase } from '../../../../electron/backend/case/case-rows.ts';
import { loadCase } from '../../../../electron/backend/case/load-case.ts';
import { sharedPart } from '../../../../electron/backend/case/own-records.ts';
import { entryIdOf } from './registry.ts';
import type { Vault, World } from './world.ts';

/** The case in a vault; null where it has none of it. */
export const fileOf = ({ open }: Vault, caseId: string): CaseFile | null =>
  findCase(open.records, caseId) === undefined ? null : loadCase(open.records, caseId);

/** What a vault shares of its case: own records count in no other vault, and so in no comparison. */
export const sharedOf = ({ open }: Vault, file: CaseFile): CaseFile =>
  sharedPart(open.records, file, toHex(open.publicKey));

/** What a vault shares of a case; null where it has none of it. */
export const sharedFile = (vault: Vault, caseId: string): CaseFile | null => {
  const file = fileOf(vault, caseId);
  return file === null ? null : sharedOf(vault, file);
};

/** How far the holder of a vault sees into the case. */
export const sightIn = ({ state, bodies, holder }: CaseFile): number =>
  holder === null ? 2 : sightOfRoles(state, rolesInCase(state, bodies, holder));

/** Keys that the holder of a vault has or had, by the newest directory. */
export const keysOf = (world: World, vault: Vault): string[] =>
  world.directory.directory.entries
    .find(({ entryId }) => entryId === entryIdOf(vault.name))
    ?.keys.map(({ key }) => key) ?? [];
