import type { AvailableAct, CaseView } from '@shared/contract/case.ts';
import { closingReasons } from '@shared/domain/case/content/follow-up.ts';
import { placeOf, placeOfAct } from '@shared/domain/place/places.ts';
import { describe, expect, it } from 'vitest';
import { placeToGoOn, waysToGoOn } from '../../../renderer/features/cases/act-form/place-to-go-on.ts';

const caseId = 'c'.repeat(32);
const available = (type: AvailableAct['type'], blocked = false, notOffered: AvailableAct['notOffered'] = {}) =>
  ({ type, notOffered, obstacles: blocked ? [{ code: 'evidenceMissing' }] : [] }) as unknown as AvailableAct;
const view = (nextDue: CaseView['summary']['nextDue'], ...acts: AvailableAct[]) =>
  ({ summary: { caseId, nextDue, copiesDue: [] }, available: acts }) as unknown as CaseView;
const page = placeOf('case', { caseId });

describe('where a file goes on', () => {
  it('is the form of what is due', () => {
    const acts = [available('reportSubmitted'), available('counsellingDecided')];
    expect(placeToGoOn(view('counsellingDecided', ...acts), 'goOn')).toBe(placeOfAct(caseId, 'counsellingDecided'));
  });
  it('is the page of the file where nothing is due, or where that is not possible or not there yet', () => {
    expect(placeToGoOn(view(null, available('reportSubmitted')), 'goOn')).toBe(page);
    expect(placeToGoOn(view('reportSubmitted', available('reportSubmitted', true)), 'goOn')).toBe(page);
    expect(placeToGoOn(view('reportSubmitted'), 'goOn')).toBe(page);
  });
  it('is the form of the closing for whoever wants to close, where that is possible', () => {
    const closing = placeOfAct(caseId, 'caseClosed');
    expect(placeToGoOn(view('followUpProgressed', available('caseClosed')), 'close')).toBe(closing);
    expect(placeToGoOn(view('followUpProgressed', available('caseClosed', true)), 'close')).toBe(page);
  });
});

describe('the ways to go on from an act', () => {
  const progress = available('followUpProgressed');
  const founded = available('caseClosed', false, { reason: closingReasons.filter((reason) => reason !== 'concluded') });
  it('lead to the closing too, once the status is told and the follow-up goes on somewhere else', () => {
    expect(waysToGoOn('statusNotified', view('statusNotified', progress, founded), ['personnelHead'])).toEqual([
      'goOn',
      'close',
    ]);
  });
  it('lead to what is due alone where nothing goes on, or where the file cannot be closed or bears out no end', () => {
    const [blocked, unfounded] = [
      available('caseClosed', true),
      available('caseClosed', false, { reason: [...closingReasons] }),
    ];
    for (const acts of [
      [founded],
      [progress, blocked],
      [progress, unfounded],
      [available('followUpProgressed', true), founded],
    ])
      expect(waysToGoOn('statusNotified', view('statusNotified', ...acts), ['personnelHead'])).toEqual(['goOn']);
    expect(waysToGoOn('followUpDecided', view('followUpDecided', progress, founded), ['personnelHead'])).toEqual([
      'goOn',
    ]);
  });
  it('lead to a copy for the employee first, for whoever gives it and where one comes without asking', () => {
    const [assessor, unit] = [['assessor'], ['personnelOfficer']] as const;
    expect(waysToGoOn('problemCommunicated', view('changeEvaluated'), assessor)).toEqual(['copy', 'goOn']);
    expect(waysToGoOn('counsellingDecided', view('counsellorAssigned'), assessor)).toEqual(['goOn']);
    expect(waysToGoOn('counsellingDecided', view('counsellorAssigned'), unit)).toEqual(['copy', 'goOn']);
    expect(waysToGoOn('resultSigned', view('resultReceived'), unit)).toEqual(['goOn']);
    const due = ['1', '2'].map((hash) => ({ hash, type: 'problemCommunicated', since: '' }));
    const file = { summary: { caseId, nextDue: null, copiesDue: due }, available: [] } as unknown as CaseView;
    expect(placeToGoOn(file, 'copy')).toBe(placeOfAct(caseId, 'copyReleased', '2'));
    expect(placeToGoOn(view(null), 'copy')).toBe(page);
  });
  it('end with the file', () => {
    expect(waysToGoOn('caseClosed', view('caseClosed', founded), ['personnelHead'])).toEqual([]);
    expect(waysToGoOn('employeeMistaken', view(null), ['personnelHead'])).toEqual([]);
  });
});
