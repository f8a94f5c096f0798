import type { ActInput } from '@shared/contract/case.ts';
import type { ActType } from '@shared/domain/case/act-type.ts';
import type { DraftContent } from '@shared/domain/draft/kinds.ts';
import type { Role } from '@shared/domain/identity/person.ts';

/** What a person has typed into the form of an act; the draft that is saved while typing. */
export type FormState = DraftContent<`act:${ActType}`>;

/** Where an act belongs. */
export interface ActPlace {
  readonly caseId: string | null;
  readonly type: ActType;
  readonly about: string | null;
  readonly institution: string;
}

/** The act that the form asks for. The scan goes along as an attachment and stands as the act's document. */
export const toActInput = (state: FormState, { caseId, type, about, institution }: ActPlace): ActInput => {
  const onPaper = state.mode === 'paper';
  const scan = onPaper ? state.scan : null;
  const files = scan === null ? state.attachments : [scan, ...state.attachments];
  const { medium, documentNumber, documentDate, remark } = state;
  return {
    caseId,
    type,
    capacity: state.capacity,
    about,
    author: state.author,
    authorOffice: state.authorOffice,
    institution,
    content: state.content,
    attachmentIds: [...new Set(files.map((file) => file.attachmentId))],
    paper: onPaper ? { medium, documentNumber, documentDate, remark } : null,
    signedDocumentId: scan?.attachmentId ?? null,
  };
};

export interface FreshState {
  readonly mode: FormState['mode'];
  readonly capacity: Role;
  readonly author: FormState['author'];
  readonly content: Readonly<Record<string, unknown>>;
  readonly attachments: FormState['attachments'];
}

/** A form that nobody has touched. */
export const freshFormState = ({ mode, capacity, author, content, attachments }: FreshState): FormState => ({
  mode,
  capacity,
  author,
  authorOffice: '',
  content,
  attachments,
  medium: 'ink',
  documentNumber: '',
  documentDate: '',
  remark: '',
  scan: null,
});
