import { type ActType, actTypeSchema } from '@shared/domain/case/act-type.ts';
import { type ActBody, actBodySchema } from '@shared/domain/case/body.ts';
import { asksByWords, asksFirst } from '@shared/domain/case/fold.ts';
import { type ActHash, type ActHeader, actHeaderSchema } from '@shared/domain/case/header.ts';
import { type DeeperNames, nothingDeeper } from '@shared/domain/case/state.ts';
import type { RecordsReader } from '../db/handles.ts';
import { type SealErrorCode, verifySealedAct, withPast } from '../formats/act/act-crypto.ts';
import { readOpenings } from './act-openings.ts';
import {
  type ActRow,
  actRowsAside,
  actRowsOf,
  hashOf,
  type OpenedFile,
  singleRowsAside,
  toSealedAct,
} from './act-rows.ts';

/** An act of the vault, read. */
export interface StoredAct {
  readonly hash: ActHash;
  readonly header: ActHeader;
  /** Null for an act that came as a bare header, whose body was erased, or whose body is damaged. */
  readonly body: ActBody | null;
  /** Heads deeper than itself that its openings tell. */
  readonly deeper: DeeperNames;
  readonly recordedAt: string;
  /** Why it cannot be trusted; null: signature and commitment hold (or were not checked). */
  readonly damage: SealErrorCode | null;
}

/** An act whose very header cannot be read or whose signature is not its author's: it counts for nothing. */
export interface BrokenAct {
  readonly hash: ActHash;
  readonly type: ActType;
  readonly recordedAt: string;
  readonly damage: SealErrorCode;
}

export interface StoredActs {
  /** In the order of their arrival. */
  readonly acts: readonly StoredAct[];
  readonly broken: readonly BrokenAct[];
}

const decoder = new TextDecoder();

const readJson = (bytes: Uint8Array | null): unknown => {
  try {
    return JSON.parse(decoder.decode(bytes ?? new Uint8Array()));
  } catch {
    return undefined;
  }
};

const broken = (row: ActRow, damage: SealErrorCode): BrokenAct => ({
  hash: hashOf(row),
  type: actTypeSchema.catch('actCorrected').parse(row.type),
  recordedAt: row.recordedAt,
  damage,
});

/** Acts whose bodies lists draw from: who it is about, number, appointments and follow-ups, and their corrections. */
const listedTypes: ReadonlySet<string> = new Set<ActType>([
  'caseOpened',
  'assessorReplaced',
  'reportRegistered',
  'counsellorAssigned',
  'sessionScheduled',
  'sessionRescheduled',
  'followUpDecided',
  'actCorrected',
  'identityCorrected',
]);

/**
 * Reads header and, for some types, body, without signature and commitment: over pages that SQLCipher has
 * authenticated.
 */
const readQuickly = (row: ActRow): StoredAct | BrokenAct => {
  const header = actHeaderSchema.safeParse(readJson(row.header));
  if (!header.success) return broken(row, 'actHeaderInvalid');
  // What waits for its author has effect for who entered it, and paper that names nobody's key asks, as the body says.
  const asksByBody = asksFirst(header.data) || asksByWords(header.data);
  const withBody = row.body !== null && (listedTypes.has(row.type) || asksByBody);
  const body = withBody ? actBodySchema.safeParse(readJson(row.body)) : undefined;
  return {
    hash: hashOf(row),
    header: withPast(header.data, readOpenings(row.openings)),
    body: body?.data ?? null,
    deeper: nothingDeeper,
    recordedAt: row.recordedAt,
    damage: null,
  };
};

/** Reads and checks everything that can be checked of one act alone. */
const readVerified = (row: ActRow): StoredAct | BrokenAct => {
  const opened = verifySealedAct(toSealedAct(row));
  const hash = hashOf(row);
  if (opened.ok) {
    const { header, body, deeper } = opened.value;
    // The columns are not signed: a row put under another case or type counts for nothing.
    if (opened.value.hash !== hash || header.caseId !== row.caseId || header.type !== row.type)
      return broken(row, 'actHeaderInvalid');
    return { hash, header, body, deeper, recordedAt: row.recordedAt, damage: null };
  }
  const damage = opened.error.code;
  if (damage === 'actHeaderInvalid' || damage === 'actSignatureInvalid') return broken(row, damage);
  const openings = damage === 'actOpeningMismatch' ? null : row.openings;
  const headerAlone = readQuickly({ ...row, body: null, salt: null, openings });
  return 'header' in headerAlone ? { ...headerAlone, damage } : headerAlone;
};

const sorted = (read: readonly (StoredAct | BrokenAct)[]): StoredActs => ({
  acts: read.filter((act) => 'header' in act),
  broken: read.filter((act): act is BrokenAct => !('header' in act)),
});

/** Acts of a case, each one checked; those that came after number `after`, all when it is left out. */
export const verifiedActs = (tx: RecordsReader, caseId: string, after = 0): StoredActs =>
  sorted(actRowsOf(tx, caseId, after).map(readVerified));

/** Acts of a file that was set aside whole, each one checked. */
export const actsAside = (tx: RecordsReader, file: OpenedFile): StoredActs =>
  sorted(actRowsAside(tx, file).map(readVerified));

/** Single acts of a case that were set aside, as lists need them. */
export const singlesAside = (tx: RecordsReader, caseId: string): StoredActs =>
  sorted(singleRowsAside(tx, caseId).map(readQuickly));

/** All acts of a case as lists need them: unchecked, with the bodies that lists draw from. */
export const listedActs = (tx: RecordsReader, caseId: string): StoredActs =>
  sorted(actRowsOf(tx, caseId).map(readQuickly));
