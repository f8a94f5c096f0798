import type { ActInput, OpeningView } from '@shared/contract/case.ts';
import type { ActType } from '@shared/domain/case/act-type.ts';
import type { StartingPoint } from '@shared/domain/case/content/observation.ts';
import type { PersonInput, Role } from '@shared/domain/identity/person.ts';
import type { HolderWithSettings } from '../../../lib/holder.ts';
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

/** What a page on which a file begins is given. */
export interface OpeningFormProps {
  readonly holder: HolderWithSettings;
  /** In which role the holder opens; null: may not. */
  readonly role: Role | null;
  /** Who may. */
  readonly openers: readonly Role[];
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

/** The way of opening a file from this point: who may, and in which role the holder does; null: in none. */
export const openingFrom = (
  openings: readonly OpeningView[],
  start: StartingPoint,
): { readonly role: Role | null; readonly openers: readonly Role[] } => {
  const opening = openings.find(({ startsFrom }) => startsFrom === start);
  return { role: opening?.ownCapacities[0] ?? null, openers: opening?.capacities ?? [] };
};
