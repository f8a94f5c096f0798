import type { ListedAct } from '@shared/contract/case.ts';
import type { AboutAct, ActToSign } from '@shared/contract/confirmation.ts';
import type { ClockAnswer } from '@shared/domain/audit/stated-time.ts';
import { statedOnOf } from '@shared/domain/case/act-days.ts';
import { isClockCorrected } from '@shared/domain/case/header.ts';
import { type AppError, fail, ok, type Result } from '@shared/kernel/result.ts';
import { ownKeyOf, type Unlocked } from '../vault/unlocked.ts';
import { toContentView, type Viewed } from './act-view.ts';
import { employeeNameOf } from './case-name.ts';
import { keysOfHolder } from './own-records.ts';
import { type PreparedActs, prepareActs, type RecordError } from './record-acts.ts';
import type { SignedAct } from './store-acts.ts';
import { tryActs } from './try-acts.ts';

/** Acts as a person reads them before they are signed. */
export interface ActsToSign {
  readonly employee: string;
  readonly acts: readonly ActToSign[];
}

type Known = Pick<Viewed, 'file' | 'ownKeys'>;

/** What an act is about: an earlier one of the case, shown as the page shows it, or of the same list. */
const aboutOf = (known: Known, signed: readonly SignedAct[], hash: string | null): AboutAct | null => {
  if (hash === null) return null;
  const act = signed.find(({ sealed }) => sealed.hash === hash) ?? known.file.byHash.get(hash);
  if (act === undefined) return null;
  const { header, body } = act;
  return { type: header.type, statedOn: statedOnOf(header), content: toContentView(known, act, body?.content ?? null) };
};

const nothing = new Uint8Array(64);

/** Everything that is done to record acts, but for signing and storing them. */
const rehearse = (
  unlocked: Unlocked,
  inputs: readonly ListedAct[],
  clock: ClockAnswer | null,
): Result<PreparedActs, AppError<RecordError>> =>
  prepareActs({ ...unlocked, vault: { ...unlocked.vault, sign: () => nothing } }, inputs, clock);

const nameOf = ({ work }: Unlocked, { caseId, file, signed }: PreparedActs): string => {
  const opened = signed.find(({ header }) => header.type === 'caseOpened')?.body.content;
  const employee = opened?.employee as { readonly name?: string } | undefined;
  return employee?.name ?? employeeNameOf(work.records, caseId, file);
};

/**
 * What `recordActs` would sign of these inputs, in its own words: header and body as they are composed there, who
 * receives what, and what to look at. A refusal is the one that `recordActs` would give.
 */
export const actsToSign = (
  unlocked: Unlocked,
  inputs: readonly ListedAct[],
  clock: ClockAnswer | null,
): Result<ActsToSign, AppError<RecordError>> => {
  const prepared = rehearse(unlocked, inputs, clock);
  if (!prepared.ok) return prepared;
  const checks = tryActs(unlocked.work.records, ownKeyOf(unlocked), inputs);
  if (!checks.ok) return fail(checks.error.code);
  const { file, signed } = prepared.value;
  const ownKeys = keysOfHolder(unlocked.work.records, ownKeyOf(unlocked));
  return ok({
    employee: nameOf(unlocked, prepared.value),
    acts: signed.map(({ header, body, signedDocumentId }, index): ActToSign => {
      const { attachments, ...said } = body;
      const check = checks.value[index];
      return {
        ...said,
        type: header.type,
        capacity: header.capacity,
        statedOn: statedOnOf(header),
        clockCorrectedTo: isClockCorrected(header) ? header.statedAt : null,
        about: aboutOf({ file, ownKeys }, signed, header.about),
        files: attachments.map(({ name }) => name),
        signedDocument: attachments.find(({ attachmentId }) => attachmentId === signedDocumentId)?.name ?? null,
        deliveries: check?.deliveries ?? [],
        warnings: (check?.warnings ?? []).map(({ code }) => code),
      };
    }),
  });
};
