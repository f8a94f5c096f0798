import { type ErasedComing, erasedComing } from '@shared/domain/package/erased-copies.ts';
import { copyErasedAt, noteCopyTaken } from '../../db/erased-copies.ts';
import { erasedAt } from '../../db/erased-files.ts';
import type { RecordsReader, RecordsWriter } from '../../db/handles.ts';
import { readRecordFile } from '../../formats/record/record-file.ts';
import { guidanceErasedAt } from '../../guidance/receive-record.ts';
import { appendAudit } from '../../trail/audit-chain.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import type { IncomingAct } from './judged-package.ts';
import type { ReadPackage } from './read-incoming.ts';

type Carried = Pick<ReadPackage, 'manifest'>;

/** When copies that a package brings were erased here, each moment once; empty: none of them was. */
export const copiesErased = (tx: RecordsReader, { manifest }: Carried): string[] =>
  manifest.kind === 'copy'
    ? [...new Set(manifest.acts.flatMap(({ hash }) => copyErasedAt(tx, hash) ?? []))].sort()
    : [];

/** True for a package of something that was erased here: nobody keeps it sealed either. */
export const bringsErased = (tx: RecordsReader, carried: Carried & Pick<ReadPackage, 'guidance'>): boolean => {
  const { caseId } = carried.manifest;
  if ((caseId !== null && erasedAt(tx, caseId) !== null) || copiesErased(tx, carried).length > 0) return true;
  const record = carried.guidance === null ? null : readRecordFile(carried.guidance);
  return record?.ok === true && guidanceErasedAt(tx, record.value.record) !== null;
};

/** What becomes of acts of a package that belong to copies which were erased here. */
export const comingOf = (tx: RecordsReader, { manifest }: Carried, acts: readonly IncomingAct[]): ErasedComing =>
  erasedComing(
    manifest.kind === 'copy' ? acts.map(({ hash, header, news }) => ({ hash, header, isNew: news !== 'known' })) : [],
    (copy) => copyErasedAt(tx, copy) !== null,
  );

/** A package without some of its acts and their papers. */
export const without = (opened: ReadPackage, hashes: ReadonlySet<string>): ReadPackage => {
  const { manifest } = opened;
  return {
    ...opened,
    acts: opened.acts.filter(({ hash }) => !hashes.has(hash)),
    manifest: {
      ...manifest,
      acts: manifest.acts.filter(({ hash }) => !hashes.has(hash)),
      documents: manifest.documents.filter(({ actHash }) => !hashes.has(actHash)),
    },
  };
};

/** Notes that erased copies among these acts are here again. In the caller's transaction. */
export const noteTakenAgain = (
  work: Workspace,
  tx: RecordsWriter,
  acts: readonly Pick<IncomingAct, 'hash'>[],
): void => {
  for (const { hash } of acts) {
    if (copyErasedAt(tx, hash) === null) continue;
    noteCopyTaken(tx, hash);
    appendAudit(work, tx, { kind: 'copyTakenAgain', subject: hash });
  }
};
