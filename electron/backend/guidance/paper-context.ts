import { blankContext, type DocumentContext } from '@shared/domain/documents/context.ts';
import type { GuidancePaper } from '@shared/domain/documents/guidance/guidance-model.ts';
import type { DocumentForm } from '@shared/domain/documents/model.ts';
import type { RecordKind } from '@shared/domain/guidance/record-contents.ts';
import { getSettings } from '../settings/settings.ts';
import type { Workspace } from '../workspace/workspace.ts';
import type { Head } from './record-head.ts';

/** What a paper of coaching or mentoring is made from. */
export interface PaperSource {
  readonly context: DocumentContext;
  readonly paper: GuidancePaper;
}

/** A blank paper: the institution's letterhead and ruled lines. */
export const blankPaper = ({ records }: Pick<Workspace, 'records'>, kind: RecordKind): PaperSource => {
  const { institution, defaultClassification } = getSettings(records);
  return {
    context: blankContext(institution, defaultClassification),
    paper: { kind, topic: '', leader: null, participants: [], content: {} },
  };
};

/** A paper with the people of a file and what is written; `form` says whether it is signed. */
export const filledPaper = (
  work: Pick<Workspace, 'records'>,
  head: Head,
  content: Readonly<Record<string, unknown>> & { readonly kind: RecordKind },
  signed: { readonly form: Extract<DocumentForm, 'prefilled' | 'signed'>; readonly qrText: string | null },
): PaperSource => {
  const { context, paper } = blankPaper(work, content.kind);
  const { topic, institution, period, leader, participants } = head;
  return {
    context: {
      ...context,
      institution: { ...context.institution, name: institution || context.institution.name },
      ...signed,
      selfIssued: true,
      period,
      employee: participants[0] ?? null,
      assessor: leader,
    },
    paper: { ...paper, topic, leader, participants, content },
  };
};
