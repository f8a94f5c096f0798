import type { DraftContent } from '@shared/contract/exchange.ts';
import { sightOfRoles } from '@shared/domain/case/holder.ts';
import { beforeEnd } from '@shared/domain/case/routes.ts';
import { activeKeyOf } from '@shared/domain/identity/directory.ts';
import { hasRoleFor } from '@shared/domain/package/certification.ts';
import { type AppError, type Err, fail, ok, type Result } from '@shared/kernel/result.ts';
import { attachmentRefsOf } from '../../case/act-attachments.ts';
import { findCase } from '../../case/case-rows.ts';
import type { StorageErrorCode } from '../../db/storage-error.ts';
import type { ExportErrorCode } from '../../export/save-file.ts';
import type { PackageSource } from '../../formats/package/write-package.ts';
import type { Unlocked } from '../../vault/unlocked.ts';
import { writeDraftFile } from '../ledger/draft-file.ts';
import { type Standing, standingOf } from '../ledger/standing.ts';
import { cargoOf } from './carried.ts';
import { type DraftFault, draftFault } from './draft-fault.ts';
import { type CaseExchange, type CaseReceiver, caseExchange, dueTo } from './due.ts';
import { beginningOf } from './fitting.ts';
import { fitsOnePackage, type Load, ofNoCase } from './package-contents.ts';
import { abandonPackage, keepPackage } from './package-outcome.ts';
import { preparePackage } from './prepare-package.ts';

/** Where sealed packages are written: asks the person, then writes, complete or not at all. */
export interface PackageOutput {
  /** Null: the person cancelled. */
  readonly choose: () => Promise<string | null>;
  /** Writes below or at what `choose` gave; the names of the files. Null: the person broke it off. */
  readonly save: (
    target: string,
    source: PackageSource,
    partBytes: number | null,
  ) => Promise<Result<{ files: string[] } | null, AppError<ExportErrorCode | StorageErrorCode>>>;
}

export interface Sealed {
  readonly saved: boolean;
  readonly packageId: string | null;
  readonly files: string[];
}

export type SealError =
  | 'noDirectory'
  | 'notCertified'
  | 'roleNotCertified'
  | 'unknownCase'
  | 'unknownEntry'
  | 'unknownAttachment'
  | DraftFault
  | 'nothingToSend'
  | 'copyWithoutDocument'
  | 'actTooLarge'
  | 'draftTooLarge'
  | 'receiptAwaited'
  | ExportErrorCode
  | StorageErrorCode;
/** What can fail once it is certain what leaves. */
export type WriteResult = Result<Sealed, AppError<ExportErrorCode | StorageErrorCode>>;
type SealResult = Result<Sealed, AppError<SealError>>;

const notSaved: Sealed = { saved: false, packageId: null, files: [] };

/** Asks where to, then numbers, signs and writes a package; what was cancelled or failed is given up. */
export const writeLoad = async (
  unlocked: Unlocked,
  standing: Standing,
  output: PackageOutput,
  load: Load,
  partBytes: number | null,
): Promise<WriteResult> => {
  const target = await output.choose();
  if (target === null) return ok(notSaved);
  const prepared = preparePackage(unlocked, standing, load);
  if (!prepared.ok) return prepared;
  const { packageId, source } = prepared.value;
  let written = false;
  try {
    const saved = await output.save(target, source, partBytes);
    if (!saved.ok) return saved;
    if (saved.value === null) return ok(notSaved);
    written = true;
    keepPackage(unlocked.vault, prepared.value);
    return ok({ saved: true, packageId, files: saved.value.files });
  } finally {
    if (!written) abandonPackage(unlocked.vault, packageId);
  }
};

/**
 * An act signed here in a role that the directory does not certify would be held by every receiver: it does not leave.
 */
const uncertified = (
  { entry, key }: Standing,
  { file }: CaseExchange,
  send: Load['acts'],
): Err<AppError<'roleNotCertified'>> | null => {
  for (const { hash } of send) {
    const header = file.byHash.get(hash)?.header;
    if (header === undefined || header.authorKey !== key || header.origin === 'paper') continue;
    if (!hasRoleFor(entry, header)) return fail('roleNotCertified', { role: header.capacity });
  }
  return null;
};

interface Addressed {
  readonly standing: Standing;
  readonly cased: CaseExchange;
  readonly receiver: CaseReceiver;
}

const addressed = (
  unlocked: Unlocked,
  { caseId, entryId }: { readonly caseId: string; readonly entryId: string },
): Result<Addressed, AppError<'noDirectory' | 'notCertified' | 'unknownCase' | 'unknownEntry'>> => {
  const standing = standingOf(unlocked);
  if (!standing.ok) return standing;
  if (findCase(unlocked.vault.records, caseId) === undefined) return fail('unknownCase');
  const cased = caseExchange(unlocked, standing.value, caseId);
  const receiver = cased.receivers.known.find(({ entry }) => entry.entryId === entryId);
  return receiver === undefined ? fail('unknownEntry') : ok({ standing: standing.value, cased, receiver });
};

const isCopy = ({ roles }: CaseReceiver, { file }: CaseExchange): boolean =>
  file.state.caseId !== null && roles.length > 0 && roles.every((role) => role === 'employee');

const loadOf = (unlocked: Unlocked, { cased, receiver }: Addressed, acts: Load['acts'], kind: Load['kind']): Load => {
  const { attachments, documents } = cargoOf(unlocked.vault.records, cased.file, acts);
  const sees = isCopy(receiver, cased) ? null : sightOfRoles(cased.file.state, receiver.roles);
  const ended = beforeEnd(cased.file.state);
  const { entry } = receiver;
  return { kind, receiver: entry, caseId: cased.caseId, acts, sees, ended, attachments, documents, draft: null };
};

/** True when every copy in a load has its paper along: the receiver would hold all of it otherwise. */
const hasItsPapers = ({ acts, documents }: Load, { file }: CaseExchange): boolean =>
  acts
    .filter(({ hash }) => file.byHash.get(hash)?.header.type === 'copyReleased')
    .every(({ hash }) => documents.some(({ summary }) => summary.actHash === hash));

/**
 * Seals what a receiver of a case is due, and saves it where the person says. `again`: also what was sent and has no
 * receipt. What one package does not hold stays due. `nothingToSend` when nothing is due; `roleNotCertified` when an
 * act was signed in a role that the directory does not certify; `copyWithoutDocument` when a copy for the employee has
 * no paper yet; `actTooLarge` and `receiptAwaited` as `beginningOf` says.
 */
export const sealCase = async (
  unlocked: Unlocked,
  output: PackageOutput,
  input: {
    readonly caseId: string;
    readonly entryId: string;
    readonly again: boolean;
    readonly partBytes: number | null;
  },
): Promise<SealResult> => {
  const to = addressed(unlocked, input);
  if (!to.ok) return to;
  const { standing, cased, receiver } = to.value;
  const { send } = dueTo(unlocked, standing, cased, receiver, input.again);
  if (send.length === 0) return fail('nothingToSend');
  const problem = uncertified(standing, cased, send);
  if (problem !== null) return problem;
  const copy = isCopy(receiver, cased);
  const load = beginningOf(unlocked, standing, {
    caseId: input.caseId,
    peer: activeKeyOf(receiver.entry)?.key ?? '',
    send,
    loadOf: (acts) => loadOf(unlocked, to.value, acts, copy ? 'copy' : 'acts'),
    again: input.again,
  });
  if (!load.ok) return load;
  if (copy && !hasItsPapers(load.value, cased)) return fail('copyWithoutDocument');
  return writeLoad(unlocked, standing, output, load.value, input.partBytes);
};

/**
 * Seals a draft for the receiver's signature, with all that the receiver is due and the files that the draft names.
 * Fails with a `DraftFault` when the receiver may not sign it, or may not see a file that it names; `draftTooLarge`
 * when one package does not hold it together with what is due.
 */
export const sealDraft = async (
  unlocked: Unlocked,
  output: PackageOutput,
  input: {
    readonly caseId: string;
    readonly entryId: string;
    readonly draft: DraftContent;
    readonly partBytes: number | null;
  },
): Promise<SealResult> => {
  const to = addressed(unlocked, input);
  if (!to.ok) return to;
  const { standing, cased, receiver } = to.value;
  const named = { attachmentIds: input.draft.attachmentIds, signedDocumentId: null };
  const attachments = attachmentRefsOf(unlocked.vault.records, input.caseId, named);
  if (!attachments.ok) return fail('unknownAttachment');
  const fault = draftFault(input.draft, attachments.value, cased, receiver);
  if (fault !== null) return fail(fault);
  const { send } = dueTo(unlocked, standing, cased, receiver, false);
  const problem = uncertified(standing, cased, send);
  if (problem !== null) return problem;
  const due = loadOf(unlocked, to.value, send, 'draft');
  const all = [...new Map([...due.attachments, ...attachments.value].map((ref) => [ref.sha256, ref])).values()];
  const draft = writeDraftFile({ draft: input.draft, attachments: attachments.value });
  const load = { ...due, attachments: all, draft };
  if (!fitsOnePackage(unlocked, standing, load)) return fail('draftTooLarge');
  return writeLoad(unlocked, standing, output, load, input.partBytes);
};

/** Seals a receipt: what this vault has from a person, and nothing else. */
export const sealReceipt = async (
  unlocked: Unlocked,
  output: PackageOutput,
  { entryId }: { readonly entryId: string },
): Promise<SealResult> => {
  const standing = standingOf(unlocked);
  if (!standing.ok) return standing;
  const { directory } = standing.value.directory;
  const receiver = directory.entries.find(
    (entry) => entry.entryId === entryId && entry.keys.some((key) => key.revoked === null),
  );
  if (receiver === undefined) return fail('unknownEntry');
  const load: Load = {
    kind: 'receipt',
    receiver,
    ...ofNoCase,
  };
  return writeLoad(unlocked, standing.value, output, load, null);
};
