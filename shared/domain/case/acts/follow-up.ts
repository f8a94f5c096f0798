import type { Role } from '../../identity/person.ts';
import { decisionCitesReport, followUpIsFair } from '../asked-gates.ts';
import { contentSchemas } from '../body.ts';
import { authorIsNamedDecider, deciders } from '../body-gates.ts';
import {
  closingReasons,
  deciderRoles,
  followUpStates,
  maxFollowUps,
  pastStatuses,
  statuses,
} from '../content/follow-up.ts';
import { define, type HeaderDraft, type Intent, isOfV1, mayBePaper } from '../definition.ts';
import { atWork, need, onAnyFile, onOpenFile } from '../gates.ts';
import { possibleReceivers, sightOf } from '../sight.ts';
import { awaitedDeciders, type CaseState, isReported, standingAssignment } from '../state.ts';
import { everyone, office } from './observation.ts';
import { isCounselling, isFounded } from './result.ts';

/** Letters name the items of a decision in headers: `A` is index 0. */
const letters = 'ABCDEFGHIJKLMNOPQRST'.slice(0, maxFollowUps);
const lastItems = [...letters].map((letter) => `lastItem${letter}`);
/** By role: the paper bears the signature of who decides too and has no key to be asked by. */
const inkFacts = {
  assessorSuperior: 'inkSuperior',
  authorisedOfficial: 'inkOfficial',
  personnelHead: 'inkHead',
} as const;
const items = [...letters].map((letter) => `item${letter}`);

/** Who may decide the follow-up at all; a head who is the assessor may not (law: followUp). */
export const mayDecide = (state: CaseState): readonly Role[] =>
  deciderRoles.filter((role) => role !== 'personnelHead' || !state.assessorIsHead);

/**
 * Who signs the decision, alone or for all: those to whom the result comes first, then the others; never the assessor.
 */
const signers = (state: CaseState): readonly Role[] => {
  const receivers = possibleReceivers(state);
  const able = mayDecide(state);
  return [...able.filter((role) => receivers.includes(role)), ...able.filter((role) => !receivers.includes(role))];
};

/** The assessor, where the result goes there. */
const readers = (state: CaseState): readonly Role[] =>
  standingAssignment(state)?.kind === 'counsellingOfficial' ? ['assessor'] : [];

/**
 * Decision on the follow-up, alone or jointly (law: followUp, followUpList). Whom it names beside its author counts by
 * the own act alone (`followUpJoined`), or by the paper that all have signed, where no key of theirs is known.
 */
export const followUpDecided = define<'followUpDecided'>({
  content: contentSchemas.followUpDecided,
  rule: 'followUp',
  decides: true,
  factRule: { one: [lastItems], some: [deciderRoles], optional: Object.values(inkFacts) },
  sinceV2: Object.values(inkFacts),
  factFields: ['items', 'deciders'],
  facts: ({ items: chosen, deciders: people }, { paper }) => [
    `lastItem${letters[chosen.length - 1]}`,
    ...people.map(({ role }): string => role),
    ...deciderRoles.flatMap((role) =>
      paper !== null &&
      paper.medium !== 'unsigned' &&
      people.some((decider) => decider.role === role && decider.person.member === undefined)
        ? [inkFacts[role]]
        : [],
    ),
  ],
  capacities: signers,
  gates: [
    ...atWork,
    need('resultNotSigned', 'result', 'resultSigned', (state) => state.result !== null),
    need('followUpAlreadyDecided', 'followUp', null, (state) => state.followUp === null),
    need(
      'deciderNotAllowed',
      'followUp',
      null,
      (state, act) =>
        act.facts === null ||
        deciderRoles.every((role) => !act.facts?.includes(role) || mayDecide(state).includes(role)),
    ),
    need(
      'authorNotDecider',
      'followUp',
      null,
      (_state, act) => act.facts === null || act.capacity === null || act.facts.includes(act.capacity),
    ),
  ],
  bodyGates: [...deciders, ...followUpIsFair, decisionCitesReport],
  notBefore: ['resultSigned'],
  level: 1,
  routes: (state, act) => {
    const together: readonly string[] = act?.facts ?? signers(state);
    return [...deciderRoles.filter((role) => together.includes(role)), ...readers(state)];
  },
  keepers: (_state, { facts }) => deciderRoles.filter((role) => facts.includes(role)),
  paperEvidence: 'required',
  apply: (_state, { hash, capacity, facts }, { format, scope, origin }) => ({
    followUp: {
      hash,
      named: deciderRoles.filter((role) => facts.includes(role)),
      // Acts of v1 keep their effect, and a record for oneself says what its paper says.
      deciders: deciderRoles.filter(
        (role) =>
          facts.includes(role) &&
          (role === capacity ||
            isOfV1({ format }) ||
            scope === 'own' ||
            (origin === 'paper' && facts.includes(inkFacts[role]))),
      ),
      count: lastItems.findIndex((fact) => facts.includes(fact)) + 1,
      progress: {},
    },
  }),
});

/**
 * True for a decision by which others than its author decide without a word of theirs: those of version 0.3 keep that
 * effect, and whoever changes the program still signs in that format.
 */
export const decidesForOthers = ({ format, type, capacity, facts }: HeaderDraft): boolean =>
  isOfV1({ format }) &&
  type === 'followUpDecided' &&
  deciderRoles.some((role) => role !== capacity && facts.includes(role));

/** Who is named as deciding too says so by the own act, and counts from then on (law: followUp). */
export const followUpJoined = define<'followUpJoined'>({
  content: contentSchemas.followUpJoined,
  rule: 'followUp',
  decides: true,
  capacities: awaitedDeciders,
  about: (state) => (state.followUp === null ? [] : [state.followUp.hash]),
  aboutTypes: ['followUpDecided'],
  gates: [
    ...atWork,
    need('followUpNotDecided', 'followUp', 'followUpDecided', (state) => state.followUp !== null),
    need('nobodyToJoin', 'followUp', null, (state) => state.followUp === null || awaitedDeciders(state).length > 0),
  ],
  bodyGates: [authorIsNamedDecider],
  notBefore: ['followUpDecided'],
  level: 1,
  routes: (state) => [...(state.followUp?.named ?? []), ...readers(state)],
  keepers: (state) => state.followUp?.deciders ?? [],
  paperEvidence: 'required',
  apply: ({ followUp }, { capacity }) =>
    followUp === null
      ? {}
      : {
          followUp: {
            ...followUp,
            deciders: deciderRoles.filter((role) => role === capacity || followUp.deciders.includes(role)),
          },
        },
});

const isSettled = (state: CaseState, index: number): boolean =>
  ['done', 'dropped'].includes(state.followUp?.progress[index] ?? '');

const hasOpenItem = (state: CaseState): boolean =>
  state.followUp !== null && Array.from({ length: state.followUp.count }).some((_, index) => !isSettled(state, index));

const itemOf = (facts: readonly string[]): number => items.findIndex((fact) => facts.includes(fact));

/** How one item goes on (law: progress). */
export const followUpProgressed = define<'followUpProgressed'>({
  content: contentSchemas.followUpProgressed,
  rule: 'progress',
  factRule: { one: [items, followUpStates] },
  factFields: ['item', 'state'],
  facts: ({ item, state }) => [`item${letters[item]}`, state],
  // Who is named as deciding too waits with it until the own statement.
  capacities: (state) => [
    ...mayDecide(state).filter((role) => !awaitedDeciders(state).includes(role)),
    'personnelOfficer',
  ],
  about: (state) => (state.followUp === null ? [] : [state.followUp.hash]),
  aboutTypes: ['followUpDecided'],
  gates: [
    ...atWork,
    need('followUpNotDecided', 'followUp', 'followUpDecided', (state) => state.followUp !== null),
    need(
      'followUpItemUnknown',
      'progress',
      null,
      (state, act) => act.facts === null || itemOf(act.facts) < (state.followUp?.count ?? 0),
    ),
    need(
      'followUpItemSettled',
      'progress',
      null,
      (state, act) =>
        state.followUp === null || (act.facts === null ? hasOpenItem(state) : !isSettled(state, itemOf(act.facts))),
    ),
  ],
  notBefore: ['followUpDecided'],
  level: 1,
  routes: (state) => state.followUp?.deciders ?? [],
  keepers: (state) => state.followUp?.deciders ?? [],
  apply: ({ followUp }, { facts }) => {
    const state = followUpStates.find((code) => facts.includes(code)) ?? 'ongoing';
    return followUp === null
      ? {}
      : { followUp: { ...followUp, progress: { ...followUp.progress, [itemOf(facts)]: state } } };
  },
});

const statusOf = (facts: readonly string[]): string => statuses.find((status) => facts.includes(status)) ?? '';

/** True for a status that would tell how a counselling came out. */
const tells = (state: CaseState, status: string, act: Pick<Intent, 'format'>): boolean =>
  !isOfV1(act) && (isCounselling(state) ? status !== 'concluded' : pastStatuses.includes(status));

/**
 * The bare status, so that the personnel unit's list closes and the assessor learns it (law: status). Told on
 * paper it is its own evidence: the assessor never holds more.
 */
export const statusNotified = define<'statusNotified'>({
  content: contentSchemas.statusNotified,
  rule: 'status',
  factRule: { one: [statuses] },
  factFields: ['status'],
  facts: ({ status }) => [status],
  capacities: () => ['counsellor', 'personnelOfficer', 'personnelHead', 'authorisedOfficial', 'assessorSuperior'],
  gates: [
    ...onAnyFile,
    need('notReported', 'report', 'reportSubmitted', isReported),
    need(
      'statusTellsOutcome',
      'status',
      null,
      (state, act) => act.facts === null || !tells(state, statusOf(act.facts), act),
    ),
    need(
      'statusUnfounded',
      'status',
      null,
      (state, act) =>
        mayBePaper(act) ||
        (act.facts === null
          ? statuses.some((status) => isFounded(state, status, act))
          : isFounded(state, statusOf(act.facts), act)),
      1,
    ),
  ],
  routes: everyone,
  keepers: (state) => ['assessor', ...office(state)],
  apply: ({ notified }, { facts }) => {
    const status = statusOf(facts);
    return notified.includes(status) ? {} : { notified: [...notified, status] };
  },
});

const reasonOf = (facts: readonly string[]): string => closingReasons.find((reason) => facts.includes(reason)) ?? '';

/** Whether the file bears out a reason; a status that was told bears it out where nothing more is held. */
const isReason = (state: CaseState, reason: string, act: Pick<Intent, 'format'>): boolean => {
  if (reason === 'behaviourChanged') return state.round.outcome === 'changed';
  if (reason === 'employeeLeft') return state.departed;
  // What may end as every counselling does ends so: a reason of one's own would tell how it came out.
  if (reason === 'other') return !state.departed && (isOfV1(act) || !isReason(state, 'concluded', act));
  if (reason !== 'concluded' && tells(state, reason, act)) return false;
  const told = state.notified.includes(reason) || state.notified.includes('closed');
  return told || isFounded(state, reason, act);
};

/** Whoever works alone from the letter of assignment closes as counsellor. */
const counsellorAlone = (state: CaseState): readonly Role[] =>
  state.startsFrom === 'assignment' ? ['counsellor'] : [];

/** Whether a reason says after a result that nothing more follows; then those say it who decide the follow-up. */
const endsWithoutFollowUp = (state: CaseState, facts: readonly string[]): boolean =>
  state.result !== null && state.followUp === null && ['concluded', 'other'].includes(reasonOf(facts));

/**
 * Whether a head who is the assessor says that nothing more follows once counselling was decided on. Where such a head
 * sees neither result nor follow-up this is told by what everyone on the file has: else the file would be closed in
 * that vault alone, and what the others go on to sign would be refused there.
 */
const endsUnseen = (state: CaseState, { capacity, facts }: Intent): boolean =>
  capacity === 'personnelHead' &&
  sightOf(state, capacity) === 0 &&
  isCounselling(state) &&
  ['concluded', 'other'].includes(reasonOf(facts ?? []));

const closers = (state: CaseState, facts: readonly string[] | null): readonly Role[] => {
  const early = !isReported(state);
  if (early || facts?.includes('behaviourChanged')) return ['assessor'];
  const observer = facts === null && state.round.outcome === 'changed' ? (['assessor'] as const) : [];
  const officer = facts?.includes('other') ? [] : (['personnelOfficer'] as const);
  return [...observer, ...officer, 'personnelHead', 'authorisedOfficial', ...counsellorAlone(state)];
};

/** End of the file, for a reason that the file bears out (law: close). */
export const caseClosed = define<'caseClosed'>({
  content: contentSchemas.caseClosed,
  rule: 'close',
  decides: true,
  factRule: { one: [closingReasons] },
  factFields: ['reason'],
  facts: ({ reason }) => [reason],
  capacities: closers,
  gates: [
    ...onOpenFile,
    need(
      'closingReasonUnfounded',
      'close',
      null,
      (state, act) =>
        act.facts === null
          ? closingReasons.some((reason) => isReason(state, reason, act))
          : isReason(state, reasonOf(act.facts), act),
      1,
    ),
    need(
      'closingNotDecided',
      'close',
      'followUpDecided',
      (state, act) =>
        act.facts === null ||
        act.capacity === null ||
        isOfV1(act) ||
        endsUnseen(state, act) ||
        !endsWithoutFollowUp(state, act.facts) ||
        [...mayDecide(state), ...counsellorAlone(state)].includes(act.capacity),
      1,
    ),
    need('decidedByAssessor', 'assessorIsHead', null, (state, act) => isOfV1(act) || !endsUnseen(state, act)),
  ],
  notBefore: ['followUpDecided', 'changeEvaluated', 'counsellingDecided', 'employeeLeft'],
  keepers: (state) => (isReported(state) ? office(state) : []),
  routes: (state) => (isReported(state) ? ['personnelOfficer', 'personnelHead', 'authorisedOfficial'] : ['assessor']),
  apply: (_state, { facts }) => ({ closed: true, closedReason: reasonOf(facts) }),
});
