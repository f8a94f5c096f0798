import type { CaseView } from '@shared/contract/case.ts';
import { handedOverPosts } from '@shared/domain/case/content/follow-up.ts';
import { emptyPerson } from '@shared/domain/identity/person.ts';
import { actByHash, actsOf, latestOf } from '../../case-facts.ts';
import { proposeAuthor } from './author.ts';
import type { DraftContent, PrefillContext } from './context.ts';

/** An empty follow-up to fill in. */
export const emptyFollowUp = { kind: '', reason: '', personInCharge: '', dueDate: '' } as const;

export const followUpDecided = (context: PrefillContext): DraftContent => ({
  number: '',
  date: context.today,
  items: [emptyFollowUp],
  deciders: [{ role: context.capacity, person: proposeAuthor(context) }],
});

export const followUpJoined = ({ today }: PrefillContext): DraftContent => ({ date: today, remark: '' });

export const followUpProgressed = ({ today }: PrefillContext): DraftContent => ({
  date: today,
  item: 0,
  state: '',
  remark: '',
});

/** The status that the acts of a file show by now: after a positive decision one, however it came out. */
export const bareStatus = (view: CaseView | null): 'notCounselled' | 'concluded' | 'closed' => {
  if (latestOf(view, 'counsellingDecided')?.decision === 'no') return 'notCounselled';
  const isCounselling = actsOf(view, 'counsellingDecided').length > 0 || actsOf(view, 'counsellorAssigned').length > 0;
  return view?.summary.closed && !isCounselling ? 'closed' : 'concluded';
};

export const statusNotified = ({ today, view }: PrefillContext): DraftContent => ({
  date: today,
  status: bareStatus(view),
});

/** The reason for closing that the acts suggest; empty when they suggest none. */
export const closingReason = (view: CaseView | null): string => {
  if (actsOf(view, 'employeeLeft').length > 0) return 'employeeLeft';
  if (actsOf(view, 'resultSigned').length > 0 || actsOf(view, 'followUpDecided').length > 0) return 'concluded';
  if (latestOf(view, 'counsellingDecided')?.decision === 'no') return 'notCounselled';
  return latestOf(view, 'changeEvaluated')?.outcome === 'changed' ? 'behaviourChanged' : '';
};

export const caseClosed = ({ today, view }: PrefillContext): DraftContent => ({
  date: today,
  reason: closingReason(view),
  remark: '',
});

export const employeeLeft = ({ today }: PrefillContext): DraftContent => ({ date: today, kind: '', destination: '' });

export const assessorReplaced = ({ today }: PrefillContext): DraftContent => ({
  date: today,
  assessor: emptyPerson,
  kind: 'definitive',
  assessorIsHead: false,
});

export const copyReleased = ({ today, view }: PrefillContext): DraftContent => ({
  date: today,
  releasedTo: view?.employee.name ?? '',
  copyNumber: String(actsOf(view, 'copyReleased').length + 1),
  acknowledged: false,
  leftOut: [],
});

export const employeeMistaken = ({ today }: PrefillContext): DraftContent => ({ date: today });

export const paperAnswered = ({ today }: PrefillContext): DraftContent => ({
  date: today,
  answer: 'confirmed',
  note: '',
});

export const copyAcknowledged = ({ today }: PrefillContext): DraftContent => ({ date: today, response: '' });

export const postHandedOver = ({ today, capacity }: PrefillContext): DraftContent => ({
  date: today,
  post: handedOverPosts.find((post) => post === capacity) ?? 'personnelOfficer',
  successor: emptyPerson,
  remark: '',
});

export const actCorrected = ({ today, view, about }: PrefillContext): DraftContent => ({
  date: today,
  reason: '',
  content: actByHash(view, about)?.currentContent ?? {},
});

export const identityCorrected = ({ today, view }: PrefillContext): DraftContent => {
  const { name, nip } = view?.employee ?? emptyPerson;
  const identity = { name, nip, licence: '' };
  return { date: today, post: 'employee', before: identity, after: identity, basis: '' };
};
