import { contentSchemas } from '../body.ts';
import { authorIsCounsellor } from '../body-gates.ts';
import { resultOutcomes } from '../content/counselling.ts';
import { define, maySay } from '../definition.ts';
import { accepted, atWork, need, resultNotSigned } from '../gates.ts';
import { possibleReceivers, resultReceivers } from '../sight.ts';
import type { CaseState } from '../state.ts';

const wasHeld = (state: CaseState): boolean => state.sessions.some((session) => session.state === 'held');

const mayHaveEnded = (state: CaseState): boolean =>
  state.consent === 'refused' || state.referred || state.sessions.some((session) => session.state === 'missed');

/**
 * The result record, filled in and signed by the counsellor (law: result). Completed: a session was held. Ended
 * (law: ended): refused, missed or referred.
 */
export const resultSigned = define<'resultSigned'>({
  content: contentSchemas.resultSigned,
  rule: 'result',
  decides: true,
  factRule: { one: [resultOutcomes] },
  factFields: ['outcome'],
  facts: ({ outcome }) => [outcome],
  capacities: () => ['counsellor'],
  gates: [
    ...atWork,
    accepted,
    resultNotSigned,
    need(
      'sessionNotHeld',
      'result',
      'sessionHeld',
      (state, act) => wasHeld(state) || (act.facts === null ? mayHaveEnded(state) : !maySay(act, 'completed')),
      // What only the counsellor sees is looked at where nothing is said yet; who sees sessions can judge what was
      // said.
      1,
    ),
    need(
      'nothingEnded',
      'ended',
      'sessionMissed',
      (state, act) => act.facts === null || !act.facts.includes('ended') || mayHaveEnded(state),
      2,
    ),
  ],
  bodyGates: [
    authorIsCounsellor(),
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
    result: { hash, outcome: facts.includes('completed') ? 'completed' : 'ended' },
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

/** Status codes and what must be in the file for them. */
export const isFounded = (state: CaseState, status: string): boolean => {
  switch (status) {
    case 'counselled':
      return state.result !== null && (state.result.outcome === 'completed' || wasHeld(state));
    case 'notCounselled':
      return state.decision?.decision === 'no' || state.result?.outcome === 'ended';
    case 'followedUp':
      return state.followUp !== null;
    default:
      return state.closed;
  }
};
