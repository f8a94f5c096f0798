import type { Contract } from '@shared/contract/index.ts';
import type { InputOf } from '@shared/contract/method.ts';
import { authorsAtStart } from '@shared/domain/case/available-acts.ts';
import { emptyPerson, type PersonInput, type Role, toPersonInput } from '@shared/domain/identity/person.ts';
import type { HolderWithSettings } from '../../../lib/holder.ts';
import { toOpeningAct } from './opening-act.ts';
import { numberAndDate, type PaperState } from './paper-state.ts';
import { filesOfPaper } from './tried-acts.ts';

type Acts = InputOf<Contract['case.recordActs']>['acts'];

/** Who signed the letter, as typed so far. */
export const signerOf = (state: Pick<PaperState, 'signer'>): PersonInput => ({ ...emptyPerson, ...state.signer });

/** Who may have signed the letter, by what is typed of the people. */
export const signerRoles = ({ people }: Pick<PaperState, 'people'>): readonly Role[] =>
  authorsAtStart('counsellorAssigned', {
    startsFrom: 'assignment',
    assessorIsHead: people.assessorIsHead === true,
  });

/**
 * The same with a signer who may: where the chosen one may not (any more), the first who may, as `propose` knows that
 * person.
 */
export const withLawfulSigner = (state: PaperState, propose: (role: Role) => PersonInput): PaperState => {
  const may: readonly string[] = signerRoles(state);
  const [first] = signerRoles(state);
  return may.includes(state.signerRole) || first === undefined
    ? state
    : { ...state, signerRole: first, signer: { ...propose(first) } };
};

/** Which place for files answers what is missing of an assignment from paper. */
export const letterSlots = { scanMissing: 'letter', trainingProofMissing: 'proof' } as const;

/**
 * The acts of a file that starts from an assignment: opened here by the counsellor, assigned by the letter from paper.
 */
export const assignmentActs = (state: PaperState, holder: HolderWithSettings, role: Role): Acts => {
  const { institution } = holder;
  const opened = toOpeningAct({
    type: 'caseOpened',
    capacity: role,
    author: toPersonInput(holder.person),
    institution,
    content: state.people,
    attachmentIds: [],
    paper: null,
    signedDocumentId: null,
  });
  const assigned = toOpeningAct({
    type: 'counsellorAssigned',
    capacity: state.signerRole as Role,
    author: signerOf(state),
    institution,
    content: state.paper,
    attachmentIds: filesOfPaper(state),
    paper: { medium: state.medium, ...numberAndDate(state.paper) },
    signedDocumentId: state.scan?.attachmentId ?? null,
  });
  return [
    { ...opened, aboutIndex: null },
    { ...assigned, aboutIndex: null },
  ];
};
