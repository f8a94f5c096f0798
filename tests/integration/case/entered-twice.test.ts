import { describe, expect, it } from 'vitest';
import { loadCase } from '../../../electron/backend/case/load-case.ts';
import { isMadeForOneself } from '../../../shared/domain/case/header.ts';
import type { Role } from '../../../shared/domain/identity/person.ts';
import { callsOn, testVault } from '../../fixtures/calls.ts';
import { attach, paperStep } from '../../fixtures/case-steps.ts';
import { enter, sign } from '../../fixtures/case-walks.ts';
import { counsellor } from '../../fixtures/people/cast.ts';

// One person enters the same of a day twice, once for oneself and once for all: both stand, as two that are for all.

const scopesOf = (vault: Parameters<typeof callsOn>[0], caseId: string) =>
  loadCase(vault.records, caseId).acts.map(({ header }) => (isMadeForOneself(header) ? 'own' : 'shared'));

describe('what one person enters twice', () => {
  it.each(['before', 'after'] as const)('stands twice, the one for oneself %s the one for all', async (order) => {
    const roles: Role[] = ['assessor', 'personnelHead'];
    const vault = await testVault(counsellor, roles);
    const calls = callsOn(vault);
    const scan = await attach(calls, '%PDF-1.7 pembukaan');
    const opening = paperStep('caseOpened', 'assessor', { attachmentIds: [scan], signedDocumentId: scan });
    const { caseId } = await calls.get('case.recordAct', { ...opening, draftId: null });
    // In the assessor's name by who is not that assessor; then from paper that the head keeps.
    const ralat = [
      () => sign(calls, caseId, 'identityCorrected', 'assessor'),
      () => enter(calls, caseId, 'identityCorrected', 'assessor'),
    ];
    if (order === 'after') ralat.reverse();
    for (const record of ralat) await record();
    expect(scopesOf(vault, caseId)).toContain('own');
    expect(scopesOf(vault, caseId).filter((scope) => scope === 'shared')).toHaveLength(2);
    const { acts } = await calls.get('case.open', { caseId });
    expect(acts.map(({ withoutEffect }) => withoutEffect)).toEqual([null, null, null]);
  });
});
