import type { Contract } from '@shared/contract/index.ts';
import type { InputOf } from '@shared/contract/method.ts';
import { authorsAtStart } from '@shared/domain/case/available-acts.ts';
import { type PersonInput, type Role, toPersonInput } from '@shared/domain/identity/person.ts';
import type { HolderWithSettings } from '../../../lib/holder.ts';
import { toOpeningAct } from './opening-act.ts';
import { numberAndDate, type PaperState } from './paper-state.ts';
import { filesOfPaper } from './tried-acts.ts';

type Acts = InputOf<Contract['case.recordActs']>['acts'];

/** Which place for files answers what is missing of a report from paper. */
export const reportSlots = { scanMissing: 'scan', feedbackEvidenceMissing: 'evidence' } as const;

/** Who may enter the report into the list, and in which role the holder does; null: in none. */
export const registration = (
  { people }: Pick<PaperState, 'people'>,
  roles: readonly Role[],
): { readonly role: Role | null; readonly registrars: readonly Role[] } => {
  const registrars = authorsAtStart('reportRegistered', {
    startsFrom: 'report',
    assessorIsHead: people.assessorIsHead === true,
  });
  return { role: registrars.find((role) => roles.includes(role)) ?? null, registrars };
};

/** The acts of a report from paper, in one go: the file, the report of its assessor, and its place in the list. */
export const listOfActs = (state: PaperState, holder: HolderWithSettings, role: Role, day: string): Acts => {
  const { institution } = holder;
  const mine = {
    author: toPersonInput(holder.person),
    institution,
    paper: null,
    signedDocumentId: null,
    attachmentIds: [],
  };
  const opened = toOpeningAct({ ...mine, type: 'caseOpened', capacity: role, content: state.people });
  const report = toOpeningAct({
    type: 'reportSubmitted',
    capacity: 'assessor',
    author: state.people.assessor as PersonInput,
    institution,
    content: state.paper,
    attachmentIds: filesOfPaper(state),
    paper: { medium: state.medium, ...numberAndDate(state.paper) },
    signedDocumentId: state.scan?.attachmentId ?? null,
  });
  const { role: listRole } = registration(state, holder.roles);
  const registered =
    state.register && listRole !== null
      ? [
          {
            ...toOpeningAct({
              ...mine,
              type: 'reportRegistered',
              capacity: listRole,
              content: { number: state.listNumber, date: day, remark: '' },
            }),
            aboutIndex: 1,
          },
        ]
      : [];
  return [{ ...opened, aboutIndex: null }, { ...report, aboutIndex: null }, ...registered];
};
