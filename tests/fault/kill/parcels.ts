import { createHash, randomBytes } from 'node:crypto';
import { attachmentChunks } from '../../../electron/backend/attachments/read-attachment.ts';
import { findActRow } from '../../../electron/backend/case/act-rows.ts';
import { findPackage } from '../../../electron/backend/exchange/ledger/package-rows.ts';
import { readIncoming } from '../../../electron/backend/exchange/receive/read-incoming.ts';
import type { OpenVault } from '../../../electron/backend/vault/vault.ts';
import type { VaultKeys } from '../../../electron/backend/vault/vault-keys.ts';
import type { Workspace } from '../../../electron/backend/workspace/workspace.ts';
import type { Manifest } from '../../../shared/domain/package/manifest.ts';
import { attachBytes } from '../../fixtures/case-steps.ts';
import { opened, sign } from '../../fixtures/case-walks.ts';
import { foundInstitution, type Institution, type Member, send } from '../../fixtures/institution.ts';
import * as people from '../../fixtures/people/cast.ts';
import { unwrap } from '../../fixtures/results.ts';

const cast = {
  officer: { person: people.personnelOfficer, roles: ['personnelOfficer'] },
  assessor: { person: people.assessor, roles: ['assessor'] },
} as const;

/** An assessor and a personnel officer, each with a vault. */
export const foundPair = (): Promise<Institution<keyof typeof cast>> => foundInstitution(cast);

/** A file of the assessor with a report, ready to leave; its evidence has so many bytes. */
export const reportedCase = async ({ calls }: Member, evidenceBytes: number): Promise<string> => {
  const caseId = await opened(calls);
  const evidence = [await attachBytes(calls, new Uint8Array(randomBytes(evidenceBytes)))];
  await sign(calls, caseId, 'feedbackRecorded', 'assessor', { attachmentIds: evidence });
  await sign(calls, caseId, 'problemIdentified', 'assessor');
  await sign(calls, caseId, 'problemCommunicated', 'assessor');
  await sign(calls, caseId, 'changeEvaluated', 'assessor');
  const attachmentIds = [await attachBytes(calls, new Uint8Array(randomBytes(evidenceBytes)))];
  await sign(calls, caseId, 'reportSubmitted', 'assessor', { attachmentIds });
  return caseId;
};

/** A package on its way and what its manifest says. */
export interface Parcel {
  readonly path: string;
  readonly manifest: Manifest;
  readonly manifestHash: string;
}

/** Reads a package with the keys of its receiver. */
export const readParcel = async (path: string, { receivingIdentities }: VaultKeys): Promise<Parcel> => {
  const read = unwrap(await readIncoming([path], receivingIdentities));
  return { path, manifest: read.manifest, manifestHash: read.manifestHash };
};

/** Packages of as many cases from the assessor to the officer, none of them taken in. */
export const makeParcels = async (
  { assessor, officer }: Readonly<Record<'assessor' | 'officer', Member>>,
  sizes: readonly number[],
): Promise<Parcel[]> => {
  const parcels: Parcel[] = [];
  for (const size of sizes) {
    const [path = ''] = await send(assessor, officer, await reportedCase(assessor, size));
    parcels.push(await readParcel(path, officer.vault.keys));
  }
  return parcels;
};

const fileIds = ({ records }: Pick<OpenVault, 'records'>, sha256: string): string[] =>
  records.$client
    .prepare<[Buffer], string>('SELECT id FROM attachments WHERE sha256 = ? AND complete = 1')
    .pluck()
    .all(Buffer.from(sha256, 'hex'));

const isWhole = (work: Workspace, id: string, sha256: string): boolean => {
  const hash = createHash('sha256');
  for (const chunk of attachmentChunks(work, 'records', id)) hash.update(chunk);
  return hash.digest('hex') === sha256;
};

/** What of a package is in a vault. */
export type Presence = 'whole' | 'absent' | readonly string[];

/** Whether a package is in a vault wholly or not at all; otherwise what is there and what is missing. */
export const presenceOf = (work: Workspace, { manifest, manifestHash }: Parcel): Presence => {
  const known = findPackage(work.records, 'in', manifest.packageId);
  const acts = manifest.acts.filter(({ hash, form }) => {
    const row = findActRow(work.records, hash);
    return row !== undefined && (form === 'header' || row.body !== null);
  });
  const blobs = manifest.blobs.filter(({ sha256 }) => fileIds(work, sha256).length > 0);
  const spoiled = blobs.filter(({ sha256 }) => fileIds(work, sha256).some((id) => !isWhole(work, id, sha256)));
  const found = `${known ? 'noted' : 'not noted'}, ${acts.length}/${manifest.acts.length} acts, ${blobs.length}/${manifest.blobs.length} files`;
  if (spoiled.length > 0) return [`${found}, ${spoiled.length} spoiled`];
  if (known === undefined && acts.length === 0 && blobs.length === 0) return 'absent';
  const whole = acts.length === manifest.acts.length && blobs.length === manifest.blobs.length;
  return known?.manifestHash === manifestHash && whole ? 'whole' : [found];
};
