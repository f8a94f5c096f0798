import type { ActType } from '../../../../shared/domain/case/act-type.ts';
import type { PersonInput, Role } from '../../../../shared/domain/identity/person.ts';
import * as cast from '../../../fixtures/people/cast.ts';
import * as texts from '../../../fixtures/people/texts.ts';
import { choose, fillTexts } from '../steps/form-steps.ts';
import { followUp, form, fromPaper, here, result, type Step } from './alone.ts';
import { startFromLetter } from './counsellor.ts';
import { fillAssignment, fillSchedule, registerReport } from './personnel.ts';
import type { Stage, Work } from './stage.ts';

// Others than the assessor carry a case alone, each from the paper with which it comes to them.

/** An act of a walk: signed here, or entered from paper; `own`: as a record for oneself, whose paper others keep. */
export interface WalkedAct {
  readonly type: ActType;
  readonly way: 'here' | 'paper';
  readonly fill: Step;
  readonly own?: true;
  /** Nothing leads there from the act before. */
  readonly apart?: true;
}

/** Somebody with a vault, everyone else on paper. */
export interface Walk {
  readonly person: PersonInput;
  readonly roles: readonly Role[];
  /** Begins the file; it stands on its page. */
  readonly begin: (work: Work, stage: Stage) => Promise<void>;
  readonly acts: readonly WalkedAct[];
}

const { counsellor, personnelHead, personnelOfficer, authorisedOfficial, employee } = cast;

const decide = here((page) => choose(form(page), 'Dikonseling'));
const assign = here((page) => fillAssignment(form(page)));
const schedule = here((page) => fillSchedule(form(page)));
const accept = (way: 'here' | 'paper'): Step =>
  way === 'here'
    ? here((page) => choose(form(page), 'Menerima penugasan'))
    : fromPaper(counsellor, (page) => choose(form(page), 'Menerima penugasan'));
const nothing = here(async () => {});

const register = (work: Work, stage: Stage): Promise<void> =>
  registerReport(work, stage, { person: employee, report: stage.files.scan });

/** From the report on paper to the end, as who decides. */
const decidesAlone: readonly WalkedAct[] = [
  { type: 'counsellingDecided', way: 'here', fill: decide, apart: true },
  { type: 'counsellorAssigned', way: 'here', fill: assign },
  { type: 'assignmentAnswered', way: 'paper', fill: accept('paper') },
  { type: 'sessionScheduled', way: 'here', fill: schedule },
  { type: 'sessionHeld', way: 'paper', fill: fromPaper(counsellor), own: true },
  { type: 'resultSigned', way: 'paper', fill: fromPaper(counsellor, result) },
  { type: 'resultReceived', way: 'here', fill: nothing },
  { type: 'followUpDecided', way: 'here', fill: here(followUp) },
  { type: 'statusNotified', way: 'here', fill: nothing },
  { type: 'caseClosed', way: 'here', fill: nothing, apart: true },
];

/** As the officer, who decides nothing: what the head decided comes on paper. */
const officerAlone: readonly WalkedAct[] = [
  {
    type: 'counsellingDecided',
    way: 'paper',
    fill: fromPaper(personnelHead, (page) => choose(form(page), 'Dikonseling')),
    apart: true,
  },
  { type: 'counsellorAssigned', way: 'paper', fill: fromPaper(personnelHead, (page) => fillAssignment(form(page))) },
  { type: 'assignmentAnswered', way: 'paper', fill: accept('paper') },
  { type: 'sessionScheduled', way: 'here', fill: schedule },
  { type: 'sessionHeld', way: 'paper', fill: fromPaper(counsellor), own: true },
  { type: 'resultSigned', way: 'paper', fill: fromPaper(counsellor, result), own: true },
  { type: 'resultReceived', way: 'paper', fill: fromPaper(personnelHead), own: true },
  { type: 'followUpDecided', way: 'paper', fill: fromPaper(personnelHead, followUp), own: true },
  { type: 'statusNotified', way: 'here', fill: nothing, own: true },
  { type: 'caseClosed', way: 'here', fill: nothing, own: true, apart: true },
];

/** As the counsellor, from the letter of assignment. */
const counsellorAlone: readonly WalkedAct[] = [
  { type: 'assignmentAnswered', way: 'here', fill: accept('here'), apart: true },
  { type: 'sessionScheduled', way: 'paper', fill: fromPaper(personnelOfficer, (page) => fillSchedule(form(page))) },
  { type: 'sessionHeld', way: 'here', fill: nothing },
  {
    type: 'resultSigned',
    way: 'here',
    fill: here(async (page) => {
      await fillTexts(form(page), {
        'Nomor laporan': 'R-1/SLD/KP.07/V/2026',
        'Tanggal laporan': '2026-05-06',
        Permasalahan: texts.resultProblem,
      });
      await result(page);
    }),
  },
  { type: 'resultReceived', way: 'paper', fill: fromPaper(personnelHead) },
  { type: 'followUpDecided', way: 'paper', fill: fromPaper(personnelHead, followUp), own: true },
  { type: 'statusNotified', way: 'here', fill: nothing },
  { type: 'caseClosed', way: 'here', fill: nothing, apart: true },
];

/** Who carries a case alone, beside the assessor. */
export const walks: Readonly<Record<'head' | 'official' | 'officer' | 'counsellor', Walk>> = {
  head: { person: personnelHead, roles: ['personnelHead'], begin: register, acts: decidesAlone },
  official: { person: authorisedOfficial, roles: ['authorisedOfficial'], begin: register, acts: decidesAlone },
  officer: { person: personnelOfficer, roles: ['personnelOfficer'], begin: register, acts: officerAlone },
  counsellor: {
    person: counsellor,
    roles: ['counsellor'],
    begin: (work, stage) => startFromLetter(work, stage, { person: employee, letter: stage.files.pdf }),
    acts: counsellorAlone,
  },
};
