import { judgeHeader } from '@shared/domain/case/judge-header.ts';
import { describe, expect, it } from 'vitest';
import { addAll, type CaseFile, draftOf, type Step } from '../../../property/support/case-file.ts';
import * as s from '../../../property/support/steps.ts';

// Who ends a file: after a result that nothing more follows is said by those who decide the follow-up (law: close).

const close = (capacity: Step['capacity'], reason: string): Step => ({ type: 'caseClosed', capacity, facts: [reason] });

const result = s.withResult('independent');
const followed = addAll(result, [s.decide('personnelHead')]);
const tell: Step = { type: 'statusNotified', capacity: 'counsellor', facts: ['concluded'] };
const told = addAll(result, [tell]);
const accepted = s.fileAfter(...s.toReport, ...s.toAccepted('independent'));
const refused = s.fileAfter(...s.toReport, s.register, {
  type: 'counsellingDecided',
  capacity: 'personnelHead',
  facts: ['no'],
});
const toldAlone = addAll(s.fileAfter(...s.toReport, ...s.toAccepted('independent')), [{ ...tell, origin: 'paper' }]);
const ofAssessorWhoIsHead = s.fileAfter(
  { type: 'caseOpened', capacity: 'assessor', facts: ['assessorIsHead'] },
  ...s.toReport.slice(1),
  ...s.toAccepted('independent', 'authorisedOfficial'),
  s.schedule,
  s.hold,
  s.signResult,
);

const codesOf = (file: CaseFile, step: Step, sees: 0 | 1 | 2 = 2) =>
  judgeHeader(file.state, draftOf(step), sees).map(({ code }) => code);

describe('who closes', () => {
  it.each([
    ['who decides that nothing follows', result, close('personnelHead', 'concluded')],
    ['the official where the head is the assessor', ofAssessorWhoIsHead, close('authorisedOfficial', 'concluded')],
    ['who decides, for a reason of the own, where nobody was counselled', refused, close('personnelHead', 'other')],
    ['who decides, for a reason of the own, before a result', accepted, close('personnelHead', 'other')],
    ['the officer once the follow-up was decided', followed, close('personnelOfficer', 'concluded')],
    ['the officer where the status is all that is here', toldAlone, close('personnelOfficer', 'concluded')],
    [
      'a head who is the assessor, in v1, which said so',
      ofAssessorWhoIsHead,
      { ...close('personnelHead', 'other'), format: 'bilik/act/v1' as const },
    ],
  ])('is %s', (_, file, step) => {
    expect(codesOf(file, step)).toEqual([]);
  });

  it.each([0, 1, 2] as const)('is never the head who is the assessor, by who sees %i of it', (sees) => {
    for (const reason of ['concluded', 'other'])
      expect(codesOf(ofAssessorWhoIsHead, close('personnelHead', reason), sees)).toContain('decidedByAssessor');
  });

  it.each([
    ['the officer before that was decided', told, close('personnelOfficer', 'concluded'), 'closingNotDecided'],
    [
      'the head who is the assessor, for the one reason',
      ofAssessorWhoIsHead,
      close('personnelHead', 'concluded'),
      'decidedByAssessor',
    ],
    ['the officer for a reason of the own', refused, close('personnelOfficer', 'other'), 'capacityNotAllowed'],
  ])('is not %s', (_, file, step, code) => {
    expect(codesOf(file, step)).toEqual([code]);
  });

  it.each([
    ['a result', result],
    ['a follow-up', followed],
    ['the one status', told],
    ['the one status where nothing more is here', toldAlone],
  ])('gives no reason of the own after %s: that would tell how it came out', (_, file) => {
    for (const by of ['personnelHead', 'authorisedOfficial'] as const) {
      const step = close(by, 'other');
      for (const sees of [1, 2] as const) expect(codesOf(file, step, sees)).toEqual(['closingReasonUnfounded']);
      expect(codesOf(file, { ...step, format: 'bilik/act/v1' })).toEqual([]);
    }
  });

  it('is not judged by who does not see the result', () => {
    expect(codesOf(told, close('personnelOfficer', 'concluded'), 0)).toEqual([]);
    expect(codesOf(told, close('personnelOfficer', 'concluded'), 1)).toEqual(['closingNotDecided']);
  });
});
