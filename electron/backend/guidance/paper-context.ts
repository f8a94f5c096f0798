import type { DocumentContext } from '@shared/domain/documents/context.ts';
import type { GuidancePaper } from '@shared/domain/documents/guidance/guidance-model.ts';
import type { DocumentForm } from '@shared/domain/documents/model.ts';
import type { RecordKind } from '@shared/domain/guidance/record-contents.ts';
import { blankOf } from '../settings/office.ts';
import type { Workspace } from '../workspace/workspace.ts';
import type { Head } from './record-head.ts';

/** What a paper of guidance is made from. */
export interface PaperSource {
  readonly context: DocumentContext;
  readonly paper: GuidancePaper;
}

/** A blank paper: the institution's letterhead and ruled lines. */
export const blankPaper = ({ records }: Pick<Workspace, 'records'>, kind: RecordKind): PaperSource => {
  return {
    context: blankOf(records),
    paper: { kind, topic: '', leader: null, participants: [], content: {} },
  };
};

/** What a paper about these people is made in: the letterhead, or the institution that the file names. */
export const filledContext = (
  { records }: Pick<Workspace, 'records'>,
  { institution: named, period, leader, participants }: Omit<Head, 'guidanceId' | 'topic'>,
  signed: { readonly form: Extract<DocumentForm, 'prefilled' | 'signed'>; readonly qrText: string | null },
): DocumentContext => {
  return {
    ...blankOf(records, named),
    ...signed,
    selfIssued: true,
    period,
    employee: participants[0] ?? null,
    assessor: leader,
  };
};

/** A paper with the people of a file and what is written; `form` says whether it is signed. */
export const filledPaper = (
  work: Pick<Workspace, 'records'>,
  head: Head,
  content: Readonly<Record<string, unknown>> & { readonly kind: RecordKind },
  signed: Parameters<typeof filledContext>[2],
): PaperSource => {
  const { topic, leader, participants } = head;
  return {
    context: filledContext(work, head, signed),
    paper: { kind: content.kind, topic, leader, participants, content },
  };
};
