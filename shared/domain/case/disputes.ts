import type { ActType } from './act-type.ts';
import { type Dispute, dispute } from './content/disputes.ts';
import type { Bodies } from './contents.ts';
import { actOf, type CaseState, type FoldedAct } from './state.ts';

const ofType = ({ acts }: CaseState, type: ActType): readonly FoldedAct[] => acts.filter((act) => act.type === type);

/** The act that a request asks to be corrected: the one whose copy it is about; null where there is none. */
export const disputedAct = (state: CaseState, request: Pick<FoldedAct, 'about'>): string | null =>
  actOf(state, request.about)?.about ?? null;

const answerTo = (state: CaseState, request: string): FoldedAct | undefined =>
  ofType(state, 'correctionAnswered').find(({ about }) => about === request);

/** Requests that an act be corrected which nobody has answered, in the order of the fold. */
export const openRequests = (state: CaseState): readonly FoldedAct[] =>
  ofType(state, 'correctionRequested').filter(({ hash: request }) => answerTo(state, request) === undefined);

/** Requests to correct an act that were refused: from then on what they say goes with each copy and paper of it. */
export const refusedRequests = (state: CaseState, about: string | null): readonly string[] =>
  ofType(state, 'correctionRequested')
    .filter((request) => disputedAct(state, request) === about)
    .filter(({ hash: request }) => answerTo(state, request)?.facts.includes('correctionRefused'))
    .map(({ hash: request }) => request);

/** What those requests say, as far as their words are at hand. */
export const disputesAbout = (state: CaseState, bodies: Bodies, about: string | null): readonly Dispute[] =>
  refusedRequests(state, about).flatMap((request) => {
    const { date, request: words } = bodies.get(request)?.content ?? {};
    const read = dispute.safeParse({ date, words });
    return read.success ? [read.data] : [];
  });

const keyOf = ({ date, words }: Dispute): string => JSON.stringify([date, words]);

/**
 * True where a copy of an act carries every refused request, each once, with its day and its words, and nothing else in
 * the employee's name. Of requests whose words are not at hand it is counted alone that they are there.
 */
export const carriesDisputes = (
  state: CaseState,
  bodies: Bodies,
  about: string | null,
  carried: readonly Dispute[],
): boolean => {
  const left = carried.map(keyOf);
  const isCarried = (said: Dispute): boolean => {
    const at = left.indexOf(keyOf(said));
    if (at >= 0) left.splice(at, 1);
    return at >= 0;
  };
  return (
    carried.length === refusedRequests(state, about).length && disputesAbout(state, bodies, about).every(isCarried)
  );
};

/** Acts whose correction was agreed to and has not come since, each with the answer that says so. */
export const agreedCorrections = (state: CaseState): readonly { readonly act: string; readonly answer: FoldedAct }[] =>
  ofType(state, 'correctionAnswered').flatMap((answer) => {
    const request = actOf(state, answer.about);
    const act = request === undefined ? null : disputedAct(state, request);
    if (act === null || !answer.facts.includes('correctionAccepted')) return [];
    const later = state.acts.slice(state.acts.indexOf(answer) + 1);
    return later.some(({ type, about }) => type === 'actCorrected' && about === act) ? [] : [{ act, answer }];
  });
