import { coachingSample, preCoachingSample, summarySample } from '../../../fixtures/guidance.ts';
import * as people from '../../../fixtures/people/cast.ts';
import type { Aiming, Aims } from '../aim.ts';
import { ownCoaching } from '../filled.ts';
import { freshFile } from './files.ts';

const holder = { person: people.counsellor };

/** A new coaching of the holder's. */
const begun = async ({ call }: Aiming, participant = people.assessor): Promise<string> =>
  (await call('guidance.save', { guidanceId: null, revision: 0, file: ownCoaching(holder, participant) }))
    ?.guidanceId ?? '';

/** A record of a new coaching. */
const made = async (at: Aiming, content: Parameters<typeof make>[2], sign: boolean, participant = people.assessor) =>
  make(at, await begun(at, participant), content, sign);

const make = async (
  { call }: Aiming,
  guidanceId: string,
  content: ReturnType<typeof coachingSample | typeof summarySample> | typeof preCoachingSample,
  sign: boolean,
): Promise<string> => (await call('guidance.makeRecord', { guidanceId, content, sign }))?.hash ?? '';

/** A record that is complete: the employee would not sign, and its leader did. */
const complete = (at: Aiming): Promise<string> => made(at, summarySample('refused'), true, people.employee);

const entryOf = ({ setting }: Aiming, name: string): string =>
  setting.entries.find((entry) => entry.name === name)?.entryId ?? '';

/** Coaching and mentoring. */
export const guidanceAims: Aims = {
  'guidance.get': (at) => ({ guidanceId: at.one('anyGuidanceId') }),
  'guidance.makeRecord': async (at) => ({
    guidanceId: at.dice.percent(30) ? at.one('guidanceId') : await begun(at),
    content: at.dice.pick([coachingSample(), summarySample(), preCoachingSample]),
    sign: at.dice.percent(50),
  }),
  'guidance.signRecord': async (at) => ({
    hash: at.dice.percent(70) ? await made(at, coachingSample(), false) : at.one('recordHash'),
  }),
  'guidance.addPaper': async (at) => ({
    hash: await made(at, coachingSample(), false),
    medium: at.dice.pick(['ink', 'tte'] as const),
    signedOn: '2026-11-21',
    attachmentIds: [await freshFile(at)],
  }),
  'guidance.discardRecord': async (at) => ({
    hash: at.dice.percent(70) ? await made(at, coachingSample(), false) : at.one('signedRecord'),
  }),
  'guidance.prepare': (at) => ({
    kind: 'coaching',
    source: at.dice.percent(50)
      ? { hash: at.one('recordHash') }
      : { guidanceId: at.one('guidanceId'), content: { ...coachingSample() } },
  }),
  'guidance.prepareOverview': (at) => ({ guidanceId: at.one('anyGuidanceId') }),
  'guidance.documentOf': async (at) => ({ hash: at.dice.percent(30) ? await complete(at) : at.one('signedRecord') }),
  'guidance.receivers': (at) => ({ hash: at.one('recordHash') }),
  'guidance.seal': async (at) => ({
    hash: at.dice.percent(50) ? await made(at, coachingSample(), true) : at.one('signedRecord'),
    entryId: entryOf(at, people.assessor.name),
  }),
  'guidance.exportCalendar': (at) => ({ guidanceId: at.dice.percent(70) ? at.one('guidanceId') : null }),
  'guidance.toCase': async (at) => {
    const hash = await complete(at);
    await at.call('guidance.documentOf', { hash });
    return { hash, caseId: at.one('caseId') };
  },
};
