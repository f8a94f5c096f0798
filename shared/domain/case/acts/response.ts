import { contentSchemas } from '../body.ts';
import { authorIsEmployee } from '../body-gates.ts';
import { define, type Intent } from '../definition.ts';
import { need, onAnyFile } from '../gates.ts';
import { actOf, type CaseState } from '../state.ts';
import { everyone, office } from './observation.ts';

/** The communication that a release gave the employee a copy of; undefined for every other copy. */
const communicationOf = (state: CaseState, release: string | null): string | undefined => {
  const copied = actOf(state, actOf(state, release)?.about ?? null);
  return copied?.type === 'problemCommunicated' ? copied.hash : undefined;
};

/** Copies of communications: what an employee may answer. */
export const answerable = (state: CaseState): readonly string[] =>
  state.acts
    .filter(({ type, hash }) => type === 'copyReleased' && communicationOf(state, hash) !== undefined)
    .map(({ hash }) => hash);

/**
 * Whether a communication is answered in the way in which an act would answer it: nothing that somebody enters from
 * paper keeps out what the employee says by the own key, nor the other way round. While the way is open: in either.
 */
const isAnswered = (state: CaseState, release: string, { origin }: Pick<Intent, 'origin'>): boolean => {
  const communication = communicationOf(state, release);
  return state.acts.some(
    (act) =>
      act.type === 'responseGiven' &&
      (origin === null || act.origin === origin) &&
      communicationOf(state, act.about) === communication,
  );
};

const isOpen = (state: CaseState, act: Intent): boolean =>
  answerable(state).some(
    (release) => (act.about === null || act.about === release) && !isAnswered(state, release, act),
  );

/**
 * The employee answers a communication of which a copy was released, by the own key or on paper with its scan; each
 * once (law: response). Everybody on the file reads it: whoever judges what the assessor says hears the employee too.
 */
export const responseGiven = define<'responseGiven'>({
  content: contentSchemas.responseGiven,
  rule: 'response',
  capacities: () => ['employee'],
  about: answerable,
  aboutTypes: ['copyReleased'],
  gates: [
    ...onAnyFile,
    need('noCommunicationToAnswer', 'response', 'copyReleased', (state) => answerable(state).length > 0),
    need(
      'communicationAnswered',
      'response',
      null,
      (state, act) => answerable(state).length === 0 || isOpen(state, act),
    ),
  ],
  bodyGates: [authorIsEmployee()],
  notBefore: ['problemCommunicated'],
  level: 'target',
  routes: everyone,
  keepers: (state) => ['assessor', ...office(state).filter((role) => role !== 'authorisedOfficial')],
  paperEvidence: 'required',
});
