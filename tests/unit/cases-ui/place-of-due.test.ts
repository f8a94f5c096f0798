import type { AvailableAct, CaseView } from '@shared/contract/case.ts';
import { placeOf, placeOfAct } from '@shared/domain/place/places.ts';
import { describe, expect, it } from 'vitest';
import { placeOfDue } from '../../../renderer/features/cases/act-form/place-of-due.ts';

const caseId = 'c'.repeat(32);
const available = (type: AvailableAct['type'], blocked: boolean): AvailableAct =>
  ({ type, obstacles: blocked ? [{ code: 'evidenceMissing' }] : [] }) as unknown as AvailableAct;
const view = (nextDue: CaseView['summary']['nextDue'], ...acts: AvailableAct[]) =>
  ({ summary: { caseId, nextDue }, available: acts }) as unknown as CaseView;

describe('where a file goes on', () => {
  it('is the form of what is due', () => {
    const acts = [available('reportSubmitted', false), available('counsellingDecided', false)];
    expect(placeOfDue(view('counsellingDecided', ...acts))).toBe(placeOfAct(caseId, 'counsellingDecided'));
  });
  it('is the page of the file where nothing is due, or where that is not possible or not there yet', () => {
    const page = placeOf('case', { caseId });
    expect(placeOfDue(view(null, available('reportSubmitted', false)))).toBe(page);
    expect(placeOfDue(view('reportSubmitted', available('reportSubmitted', true)))).toBe(page);
    expect(placeOfDue(view('reportSubmitted'))).toBe(page);
  });
});
