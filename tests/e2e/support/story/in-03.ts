import type { ActType } from '../../../../shared/domain/case/act-type.ts';
import type { Taken } from '../steps/counted.ts';

/**
 * What each act took in version 0.3: measured in the window of that release, built from its tag, by this same walk and
 * this same counter (`steps/counted.ts`), once. A press is a pointer press, from the end of the act before to the page
 * of the file again; a field is one that had to be typed into. Then a file began on the page of the files, each act
 * from the page of its file, and nothing was pressed outside of the page.
 */
export const in03 = {
  caseOpened: { presses: 3, fields: 6 },
  feedbackRecorded: { presses: 4, fields: 1 },
  problemIdentified: { presses: 5, fields: 2 },
  problemCommunicated: { presses: 4, fields: 4 },
  changeEvaluated: { presses: 3, fields: 1 },
  reportSubmitted: { presses: 4, fields: 0 },
  reportRegistered: { presses: 3, fields: 6 },
  counsellingDecided: { presses: 4, fields: 0 },
  counsellorAssigned: { presses: 4, fields: 8 },
  assignmentAnswered: { presses: 4, fields: 0 },
  sessionScheduled: { presses: 3, fields: 8 },
  sessionHeld: { presses: 3, fields: 0 },
  resultSigned: { presses: 3, fields: 3 },
  resultReceived: { presses: 3, fields: 0 },
  followUpDecided: { presses: 5, fields: 2 },
  statusNotified: { presses: 3, fields: 0 },
  caseClosed: { presses: 3, fields: 5 },
} as const satisfies Partial<Record<ActType, Taken>>;

/**
 * What a file that begins from paper took, from the first page to that of the file. Measured as above, by
 * `fillReport` and `fillLetter`, as head, as officer and as counsellor.
 */
export const beginningsIn03 = {
  report: { presses: 8, fields: 18 },
  letter: { presses: 6, fields: 17 },
} as const satisfies Record<string, Taken>;
