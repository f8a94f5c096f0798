import type { Locator } from '@playwright/test';
import type { ActType } from '../../../../shared/domain/case/act-type.ts';
import type { PersonInput, Role } from '../../../../shared/domain/identity/person.ts';
import * as cast from '../../../fixtures/people/cast.ts';
import * as texts from '../../../fixtures/people/texts.ts';
import { choose, fillTexts } from '../steps/form-steps.ts';
import { followUp, form, fromPaper, here, result, type Step } from './alone.ts';
import { fillLetter } from './counsellor.ts';
import type { beginningsIn03 } from './in-03.ts';
import { fillAssignment, fillReport, fillSchedule } from './personnel.ts';
import type { Stage, Work } from './stage.ts';

// Others than the assessor carry a case alone, each from the paper with which it comes to them.

/** An act of a walk: signed here, or entered from paper; `own`: as a record for oneself, whose paper others keep. */
export interface WalkedAct {
  readonly type: ActType;
  readonly way: 'here' | 'paper';
  readonly fill: Step;
  readonly own?: true;
}

/** Somebody with a vault, everyone else on paper. */
export interface Walk {
  readonly person: PersonInput;
  readonly roles: readonly Role[];
  /** The paper with which the file begins. */
  readonly from: keyof typeof beginningsIn03;
  readonly acts: readonly [WalkedAct, ...WalkedAct[]];
}

const { counsellor, personnelHead, personnelOfficer, authorisedOfficial, employee } = cast;

const decide = here((page) => choose(form(page), 'Dilakukan'));
const assign = here((page) => fillAssignment(form(page)));
const schedule = here((page) => fillSchedule(form(page)));
const accept = (way: 'here' | 'paper'): Step =>
  way === 'here'
    ? here((page) => choose(form(page), 'Menerima penugasan'))
    : fromPaper(counsellor, (page) => choose(form(page), 'Menerima penugasan'));
const nothing = here(async () => {});

/** Fills the form with which a file begins, from the first page on; answers with it. */
export const beginnings: Readonly<Record<Walk['from'], (work: Work, stage: Stage) => Promise<Locator>>> = {
  report: (work, stage) => fillReport(work, stage, { person: employee, report: stage.files.scan }),
  letter: (work, stage) => fillLetter(work, { person: employee, letter: stage.files.pdf }),
};

/** From the report on paper to the end, as who decides. */
const decidesAlone: Walk['acts'] = [
  { type: 'counsellingDecided', way: 'here', fill: decide },
  { type: 'counsellorAssigned', way: 'here', fill: assign },
  { type: 'assignmentAnswered', way: 'paper', fill: accept('paper') },
  { type: 'sessionScheduled', way: 'here', fill: schedule },
  { type: 'sessionHeld', way: 'paper', fill: fromPaper(counsellor), own: true },
  { type: 'resultSigned', way: 'paper', fill: fromPaper(counsellor, result) },
  { type: 'resultReceived', way: 'here', fill: nothing },
  { type: 'followUpDecided', way: 'here', fill: here(followUp) },
  { type: 'statusNotified', way: 'here', fill: nothing },
  { type: 'caseClosed', way: 'here', fill: nothing },
];

/** As the officer, who decides nothing: what the head decided comes on paper. */
const officerAlone: Walk['acts'] = [
  {
    type: 'counsellingDecided',
    way: 'paper',
    fill: fromPaper(personnelHead, (page) => choose(form(page), 'Dilakukan')),
  },
  { type: 'counsellorAssigned', way: 'paper', fill: fromPaper(personnelHead, (page) => fillAssignment(form(page))) },
  { type: 'assignmentAnswered', way: 'paper', fill: accept('paper') },
  { type: 'sessionScheduled', way: 'here', fill: schedule },
  { type: 'sessionHeld', way: 'paper', fill: fromPaper(counsellor), own: true },
  { type: 'resultSigned', way: 'paper', fill: fromPaper(counsellor, result), own: true },
  { type: 'resultReceived', way: 'paper', fill: fromPaper(personnelHead), own: true },
  { type: 'followUpDecided', way: 'paper', fill: fromPaper(personnelHead, followUp), own: true },
  { type: 'statusNotified', way: 'here', fill: nothing, own: true },
  { type: 'caseClosed', way: 'here', fill: nothing, own: true },
];

/** As the counsellor, from the letter of assignment. */
const counsellorAlone: Walk['acts'] = [
  { type: 'assignmentAnswered', way: 'here', fill: accept('here') },
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
  { type: 'caseClosed', way: 'here', fill: nothing },
];

/** Who carries a case alone, beside the assessor. */
export const walks: Readonly<Record<'head' | 'official' | 'officer' | 'counsellor', Walk>> = {
  head: { person: personnelHead, roles: ['personnelHead'], from: 'report', acts: decidesAlone },
  official: { person: authorisedOfficial, roles: ['authorisedOfficial'], from: 'report', acts: decidesAlone },
  officer: { person: personnelOfficer, roles: ['personnelOfficer'], from: 'report', acts: officerAlone },
  counsellor: {
    person: counsellor,
    roles: ['counsellor'],
    from: 'letter',
    acts: counsellorAlone,
  },
};
