import type { ActInput, AvailableAct } from '@shared/contract/case.ts';
import type { ActType } from '@shared/domain/case/act-type.ts';
import type { PersonInput, Role } from '@shared/domain/identity/person.ts';
import type { FormState } from '../act-form/form-state.ts';

/** How the paper of an act is signed, and who signed it. */
export interface PaperOrigin {
  readonly medium: FormState['medium'];
  readonly documentNumber: string;
  readonly documentDate: string;
}

export interface OpeningAct {
  readonly type: ActType;
  readonly capacity: Role;
  readonly author: PersonInput;
  readonly institution: string;
  readonly content: Readonly<Record<string, unknown>>;
  readonly attachmentIds: readonly string[];
  /** Null: signed here by the holder. */
  readonly paper: PaperOrigin | null;
  readonly signedDocumentId: string | null;
}

/** One act of a file that is being opened. */
export const toOpeningAct = (act: OpeningAct): ActInput => ({
  caseId: null,
  type: act.type,
  capacity: act.capacity,
  about: null,
  author: act.author,
  authorOffice: '',
  institution: act.institution,
  content: act.content,
  attachmentIds: [...act.attachmentIds],
  paper: act.paper === null ? null : { ...act.paper, remark: '' },
  signedDocumentId: act.signedDocumentId,
});

/** Role in which the holder may open a file here, of those that fit the way it begins; null when only from paper. */
export const ownOpeningRole = (openings: readonly AvailableAct[], fitting: readonly Role[]): Role | null => {
  const own = openings.find((act) => act.type === 'caseOpened')?.ownCapacities ?? [];
  return fitting.find((role) => own.includes(role)) ?? null;
};
