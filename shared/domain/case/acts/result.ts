import { resultCitesReport } from '../asked-gates.ts';
import { contentSchemas } from '../body.ts';
import { authorIsCounsellor } from '../body-gates.ts';
import { resultOutcomes } from '../content/counselling.ts';
import { codesAsFacts, define, type Intent, isOfV1, maySay, says } from '../definition.ts';
import { accepted, atWork, need, resultNotSigned } from '../gates.ts';
import { possibleReceivers, resultReceivers } from '../sight.ts';
import type { CaseState } from '../state.ts';

const wasHeld = (state: CaseState): boolean => state.sessions.some((session) => session.state === 'held');

const mayHaveEnded = (state: CaseState): boolean =>
  state.consent === 'refused' || state.referred || state.sessions.some((session) => session.state === 'missed');

/**
 * The result record, filled in and signed by the counsellor (law: result). Completed: a session was held. Ended
 * (law: ended): refused, missed or referred. The record alone says how it came out: headers of v1 told it to all who
 * saw them.
 */
export const resultSigned = define<'resultSigned'>({
  content: contentSchemas.resultSigned,
  rule: 'result',
  decides: true,
  toldByV1: { outcome: codesAsFacts(resultOutcomes) },
  capacities: () => ['counsellor'],
  gates: [
    ...atWork,
    accepted,
    resultNotSigned,
    need(
      'sessionNotHeld',
      'result',
      'sessionHeld',
      // What is said already the record says (below).
      (state, act) => act.facts !== null || wasHeld(state) || mayHaveEnded(state),
      2,
    ),
    need(
      'sessionNotHeld',
      'result',
      'sessionHeld',
      (state, act) => !isOfV1(act) || wasHeld(state) || !maySay(act, 'completed'),
      1,
    ),
    need(
      'nothingEnded',
      'ended',
      'sessionMissed',
      (state, act) => !isOfV1(act) || !says(act, 'ended') || mayHaveEnded(state),
      2,
    ),
  ],
  bodyGates: [
    authorIsCounsellor(),
    resultCitesReport,
    {
      code: 'sessionNotHeld',
      rule: 'result',
      severity: 'block',
      ofPlace: true,
      holds: ({ state, content, sees }) => sees < 2 || content.outcome !== 'completed' || wasHeld(state),
    },
    {
      code: 'nothingEnded',
      rule: 'ended',
      severity: 'block',
      ofPlace: true,
      holds: ({ state, content, sees }) => sees < 2 || content.outcome !== 'ended' || mayHaveEnded(state),
    },
    {
      code: 'paperUnsigned',
      rule: 'result',
      severity: 'block',
      holds: ({ body }) => body.paper?.medium !== 'unsigned',
    },
  ],
  notBefore: ['sessionHeld', 'sessionMissed', 'counsellorAssigned'],
  level: 1,
  routes: (state) => ['counsellor', ...resultReceivers(state)],
  keepers: resultReceivers,
  paperEvidence: 'required',
  apply: (_state, { hash, facts }) => ({
    result: { hash, outcome: resultOutcomes.find((outcome) => facts.includes(outcome)) ?? null },
  }),
});

/** A receiver of the route confirms the record (law: received). */
export const resultReceived = define<'resultReceived'>({
  content: contentSchemas.resultReceived,
  rule: 'received',
  capacities: (state) => possibleReceivers(state).filter((role) => !state.receivedBy.includes(role)),
  about: (state) => (state.result === null ? [] : [state.result.hash]),
  aboutTypes: ['resultSigned'],
  gates: [
    ...atWork,
    need('resultNotSigned', 'result', 'resultSigned', (state) => state.result !== null),
    need(
      'alreadyReceived',
      'received',
      null,
      (state) => state.result === null || possibleReceivers(state).some((role) => !state.receivedBy.includes(role)),
    ),
  ],
  notBefore: ['resultSigned'],
  level: 1,
  routes: (state) => ['counsellor', ...resultReceivers(state)],
  keepers: () => ['counsellor'],
  apply: ({ receivedBy }, { capacity }) => ({ receivedBy: [...receivedBy, capacity] }),
});

/** True once somebody was to be counselled: from then on nothing that others learn tells how it came out. */
export const isCounselling = (state: CaseState): boolean =>
  state.decision?.decision === 'yes' || state.assignment !== null || state.startsFrom === 'assignment';

/** Statuses of v1, and what must be in the file for them. */
const isFoundedInV1 = (state: CaseState, status: string): boolean => {
  switch (status) {
    case 'counselled':
      return state.result !== null && (state.result.outcome === 'completed' || wasHeld(state));
    case 'notCounselled':
      return state.decision?.decision === 'no' || state.result?.outcome === 'ended';
    case 'followedUp':
      return state.followUp !== null;
    default:
      return status === 'closed' && state.closed;
  }
};

/** Status codes and what must be in the file for them (law: status). */
export const isFounded = (state: CaseState, status: string, act: Pick<Intent, 'format'>): boolean => {
  if (isOfV1(act)) return isFoundedInV1(state, status);
  if (status === 'concluded') return state.result !== null || (isCounselling(state) && state.closed);
  return status === 'notCounselled' ? state.decision?.decision === 'no' : status === 'closed' && state.closed;
};
