import type { Role } from '../../identity/person.ts';
import { samePerson } from '../../identity/same-person.ts';
import type { ActType } from '../act-type.ts';
import { contentSchemas } from '../body.ts';
import { authorIsEmployee, authorIsNotAssessor } from '../body-gates.ts';
import { define, type Intent, type Routes } from '../definition.ts';
import { disputedAct, openRequests } from '../disputes.ts';
import { need, onAnyFile } from '../gates.ts';
import { actOf, type CaseState, type FoldedAct } from '../state.ts';
import { copyHolders } from './corrections.ts';
import { office } from './observation.ts';

/** Copies about which nothing is asked that waits for its answer. */
const askable = (state: CaseState): readonly string[] => {
  const asked = openRequests(state).map(({ about }) => about);
  return state.acts.flatMap(({ type, hash }) => (type === 'copyReleased' && !asked.includes(hash) ? [hash] : []));
};

/** The unit, which answers, whoever may release a copy of the act, and the employee; `hash`: of the request. */
const heard = (state: CaseState, release: string | null): readonly Role[] => {
  const act = disputedAct(state, { about: release });
  return [...new Set([...office(state), ...(act === null ? [] : copyHolders(state, act)), 'employee' as const])];
};

const heardOfRequest: Routes = (state, act) => (act === null ? [] : heard(state, act.about));
const heardOfAnswer: Routes = (state, act) =>
  act === null ? [] : heard(state, actOf(state, act.about)?.about ?? null);

/**
 * The employee asks that an act be corrected, by the own copy of it, or on paper that the unit keeps (law: rectify).
 * About the copy alone: whoever takes no part in the file knows of nothing else in it.
 */
export const correctionRequested = define<'correctionRequested'>({
  content: contentSchemas.correctionRequested,
  rule: 'rectify',
  capacities: () => ['employee'],
  about: askable,
  aboutTypes: ['copyReleased'],
  gates: [...onAnyFile, need('nothingToCorrect', 'rectify', 'copyReleased', (state) => askable(state).length > 0)],
  bodyGates: [authorIsEmployee()],
  notBefore: ['copyReleased'],
  level: 'target',
  routes: heardOfRequest,
  keepers: office,
  paperEvidence: 'required',
});

const answering = (state: CaseState): readonly Role[] => office(state).filter((role) => role !== 'personnelOfficer');

/** Dates of sessions: whoever sets one judges nothing, and may say as well that it was wrong. */
const dates: readonly ActType[] = ['sessionScheduled', 'sessionRescheduled'];

/** The act that an answer is about, where its writer may not answer (`about`: the request); undefined: none. */
const judged = (state: CaseState, about: string | null): FoldedAct | undefined => {
  const act = actOf(state, disputedAct(state, { about: actOf(state, about)?.about ?? null }));
  const isWritersAlone = answering(state).every((role) => role === act?.capacity);
  return act === undefined || dates.includes(act.type) || isWritersAlone ? undefined : act;
};

/** Whether another post answers than the one that wrote the act, where there is another (law: rectify). */
export const isByAnother = (state: CaseState, { about, capacity }: Pick<Intent, 'about' | 'capacity'>): boolean =>
  capacity === null || capacity !== judged(state, about)?.capacity;

/**
 * The head of the unit or the official answers; never who assesses, nor who wrote the act while another may (law:
 * rectify). To agree corrects nothing yet: that is an act of the author's own.
 */
export const correctionAnswered = define<'correctionAnswered'>({
  content: contentSchemas.correctionAnswered,
  rule: 'rectify',
  factRule: { one: [['correctionAccepted', 'correctionRefused']] },
  factFields: ['answer'],
  facts: ({ answer }) => [answer === 'accepted' ? 'correctionAccepted' : 'correctionRefused'],
  capacities: answering,
  about: (state) => openRequests(state).map(({ hash }) => hash),
  aboutTypes: ['correctionRequested'],
  gates: [
    ...onAnyFile,
    need('noCorrectionRequested', 'rectify', 'correctionRequested', (state) => openRequests(state).length > 0),
    need('answeredByWriter', 'rectify', null, isByAnother),
  ],
  bodyGates: [
    authorIsNotAssessor(),
    {
      code: 'answeredByWriter',
      rule: 'rectify',
      severity: 'block',
      holds: ({ state, about, bodies, body }) => {
        const writer = bodies.get(judged(state, about)?.hash ?? '')?.author;
        return writer === undefined || !samePerson(writer, body.author);
      },
    },
    {
      code: 'refusalWithoutReason',
      rule: 'rectify',
      severity: 'block',
      holds: ({ content: { answer, reason } }) => answer === 'accepted' || reason !== '',
    },
  ],
  notBefore: ['correctionRequested'],
  level: 'target',
  routes: heardOfAnswer,
  keepers: office,
  paperEvidence: 'required',
});
