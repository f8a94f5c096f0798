import type { CaseView } from '@shared/contract/case.ts';
import type { ContentOf } from '@shared/domain/case/body.ts';
import { handedOverPosts } from '@shared/domain/case/content/follow-up.ts';
import { partsNamingOthers } from '@shared/domain/case/fields/names-others.ts';
import { emptyPerson } from '@shared/domain/identity/person.ts';
import { actByHash, actsOf, latestOf, notOfferedIn } from '../../case-facts.ts';
import { proposeAuthor } from './author.ts';
import type { DraftContent, PrefillContext } from './context.ts';

/** An empty follow-up to fill in. */
export const emptyFollowUp = { kind: '', reason: '', personInCharge: '', dueDate: '', burdensome: false } as const;

export const followUpDecided = (context: PrefillContext): DraftContent => ({
  number: '',
  date: context.today,
  items: [emptyFollowUp],
  reportNumber: '',
  reportDate: '',
  employeeAskedOn: '',
  employeeAnswer: '',
  objection: '',
  deciders: [{ role: context.capacity, person: proposeAuthor(context) }],
});

export const followUpJoined = ({ today }: PrefillContext): DraftContent => ({ date: today, remark: '' });

export const followUpProgressed = ({ today }: PrefillContext): DraftContent => ({
  date: today,
  item: 0,
  state: '',
  remark: '',
});

/** The status that the acts of a file show by now, of those that it lets be told. */
const bareStatus = (view: CaseView | null): string => {
  const no = latestOf(view, 'counsellingDecided')?.decision === 'no';
  const likely = [...(no ? ['notCounselled'] : []), ...(view?.summary.closed ? ['closed'] : []), 'concluded'];
  const closed = notOfferedIn(view, 'statusNotified', 'status');
  return likely.find((status) => closed?.includes(status) !== true) ?? '';
};

export const statusNotified = ({ today, view }: PrefillContext): DraftContent => ({
  date: today,
  status: bareStatus(view),
});

/** Reasons for closing that a file bears out, those that say most first. */
const tellingReasons: readonly ContentOf<'caseClosed'>['reason'][] = [
  'employeeLeft',
  'concluded',
  'notCounselled',
  'behaviourChanged',
];

/** The reason for closing that the file bears out; empty when it bears out none. */
export const closingReason = (view: CaseView | null): string => {
  const closed = notOfferedIn(view, 'caseClosed', 'reason');
  return tellingReasons.find((reason) => closed?.includes(reason) === false) ?? '';
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

/** Who else is named is left out; of an act of version 0.3 nothing, since its copy would then prove nothing. */
const namingOthers = ({ view, about }: Pick<PrefillContext, 'view' | 'about'>): readonly string[] => {
  const act = actByHash(view, about);
  return act?.type && act.body && act.byParts ? partsNamingOthers(act.type, act.body.content) : [];
};

export const copyReleased = ({ today, view, about }: PrefillContext): DraftContent => ({
  date: today,
  releasedTo: view?.employeeForAll.name ?? '',
  copyNumber: String(actsOf(view, 'copyReleased').length + 1),
  acknowledged: false,
  leftOut: namingOthers({ view, about }),
});

export const employeeMistaken = ({ today }: PrefillContext): DraftContent => ({ date: today });

/** Nothing is answered before the person has: who presses on without reading confirms nothing. */
export const paperAnswered = ({ today }: PrefillContext): DraftContent => ({
  date: today,
  answer: '',
  note: '',
});

export const copyAcknowledged = ({ today }: PrefillContext): DraftContent => ({ date: today, response: '' });

export const correctionRequested = ({ today }: PrefillContext): DraftContent => ({ date: today, request: '' });

/** Nothing is answered before somebody has. */
export const correctionAnswered = ({ today }: PrefillContext): DraftContent => ({
  date: today,
  answer: '',
  reason: '',
});

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
  const { name, nip } = view?.employeeForAll ?? emptyPerson;
  const identity = { name, nip, licence: '' };
  return { date: today, post: 'employee', before: identity, after: identity, basis: '' };
};
