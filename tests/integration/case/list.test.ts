import { describe, expect, it } from 'vitest';
import { listCases } from '../../../electron/backend/case/list-cases.ts';
import { callsOn, testVault } from '../../fixtures/calls.ts';
import { castOf, record, step } from '../../fixtures/case-steps.ts';
import { otherEmployee } from '../../fixtures/people/cast.ts';

describe('the list of cases', () => {
  it('folds a case again only after another act', async () => {
    const calls = callsOn(await testVault(castOf.assessor, ['assessor']));
    const first = await calls.get('case.recordAct', { ...step('caseOpened', 'assessor'), draftId: null });
    const other = step('caseOpened', 'assessor', { content: { employee: otherEmployee } });
    const second = await calls.get('case.recordAct', { ...other, draftId: null });
    const byId = () => new Map(listCases(calls.context.vault).map((listed) => [listed.summary.caseId, listed]));
    const before = byId();
    expect(byId().get(first.caseId)).toBe(before.get(first.caseId));
    await record(calls, step('problemIdentified', 'assessor', { caseId: first.caseId }));
    const after = byId();
    expect(after.get(first.caseId)).not.toBe(before.get(first.caseId));
    expect(after.get(second.caseId)).toBe(before.get(second.caseId));
    expect(after.get(first.caseId)?.summary.phase).toBe('communication');
  });

  it('is the same as what the opened file says', async () => {
    const calls = callsOn(await testVault(castOf.assessor, ['assessor']));
    const { caseId } = await calls.get('case.recordAct', { ...step('caseOpened', 'assessor'), draftId: null });
    await record(calls, step('problemIdentified', 'assessor', { caseId }));
    expect(await calls.get('case.list', {})).toEqual([(await calls.get('case.open', { caseId })).summary]);
  });
});
