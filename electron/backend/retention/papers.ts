import type { DocumentContext } from '@shared/domain/documents/context.ts';
import { noFacts } from '@shared/domain/documents/office/facts.ts';
import type { ArchiveList } from '@shared/domain/documents/office/kinds.ts';
import { officeModel } from '@shared/domain/documents/office/models.ts';
import { erasureModel } from '@shared/domain/documents/retention/erasure-model.ts';
import type { ErasurePaperKind } from '@shared/domain/retention/erasure.ts';
import { type AppError, fail, type Result } from '@shared/kernel/result.ts';
import { printView } from '../papers/print-view.ts';
import type { Host } from '../rpc/host.ts';
import { blankOf } from '../settings/office.ts';
import type { Unlocked } from '../vault/unlocked.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { allOfArchive, inactiveOfArchive } from './archive.ts';
import { findErasure } from './erasure-rows.ts';
import { askedAfter } from './requests.ts';

/** The making of papers of an erasure (print): loaded when one is first asked for. */

const unsigned = (work: Workspace): DocumentContext => ({ ...blankOf(work.records), form: 'prefilled' });

type Shown = Result<{ viewId: string; size: number }, AppError<'unknownErasure' | 'printFailed'>>;

/** Makes a paper of an erasure to be signed by hand, kept in memory until lock. */
export const prepareErasurePaper = async (
  work: Workspace,
  host: Host,
  { erasureId, paper }: { readonly erasureId: string; readonly paper: ErasurePaperKind },
): Promise<Shown> => {
  const erasure = findErasure(work.records, erasureId);
  if (erasure === undefined) return fail('unknownErasure');
  return printView(work, host, erasureModel(unsigned(work), paper, erasure.content, askedAfter(work, erasure)));
};

/** Makes a list of the archive to be signed by hand, kept in memory until lock; rows to write on where it is empty. */
export const prepareArchiveList = async (unlocked: Unlocked, host: Host, list: ArchiveList): Promise<Shown> => {
  const { work } = unlocked;
  const archive = list === 'fileList' ? allOfArchive(unlocked) : inactiveOfArchive(unlocked);
  const isEmpty = archive.files.length + archive.guidance.length === 0;
  return printView(work, host, officeModel(list, unsigned(work), { ...noFacts, archive: isEmpty ? null : archive }));
};
