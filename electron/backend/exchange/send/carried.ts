import type { CarriedAct } from '@shared/contract/exchange.ts';
import type { AttachmentRef } from '@shared/domain/case/body.ts';
import { isNeutralPaper } from '@shared/domain/documents/kind.ts';
import type { Held } from '@shared/domain/package/outgoing.ts';
import { filesOfAct } from '../../case/act-attachments.ts';
import type { CaseFile } from '../../case/case-file.ts';
import type { RecordsReader } from '../../db/handles.ts';
import { type StoredDocument, signedDocumentOf } from '../../papers/document-rows.ts';
import { toCarriedAct } from '../ledger/carried-act.ts';

/** The acts of a selection with all that goes along. */
export interface Cargo {
  readonly acts: readonly CarriedAct[];
  /** Attachments of whole acts, each content once. */
  readonly attachments: readonly AttachmentRef[];
  /** Signed papers made of whole acts. */
  readonly documents: readonly StoredDocument[];
}

/** Collects what goes along with a selection of acts. */
export const cargoOf = (
  tx: RecordsReader,
  file: CaseFile,
  send: readonly { readonly hash: string; readonly form: Held }[],
): Cargo => {
  const acts = send.flatMap(({ hash, form }) => {
    const act = file.byHash.get(hash);
    return act === undefined ? [] : [{ act, form }];
  });
  const whole = acts.filter(({ form }) => form === 'all').map(({ act }) => act);
  const refs = whole.flatMap((act) => filesOfAct(tx, act));
  return {
    acts: acts.map(({ act, form }) => toCarriedAct(act, form)),
    attachments: [...new Map(refs.map((ref) => [ref.sha256, ref])).values()],
    documents: whole
      .flatMap(({ hash }) => signedDocumentOf(tx, hash) ?? [])
      .filter(({ summary }) => !isNeutralPaper(summary.kind)),
  };
};

/** Attachments and papers as people are shown them. */
export const carriedFiles = ({ attachments, documents }: Pick<Cargo, 'attachments' | 'documents'>) => [
  ...attachments.map(({ name, size }) => ({ name, size, kind: 'attachment' as const })),
  ...documents.map(({ summary }) => ({ name: summary.kind, size: summary.size, kind: 'document' as const })),
];
