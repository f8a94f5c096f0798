import { describe, expect, it } from 'vitest';
import { loadCase } from '../../../electron/backend/case/load-case.ts';
import { step } from '../../fixtures/case-steps.ts';
import { enter, observed, sign } from '../../fixtures/case-walks.ts';
import { foundInstitution, pass } from '../../fixtures/institution.ts';
import * as people from '../../fixtures/people/cast.ts';

// What one keeps for oneself keeps one from nothing that is one's own to say for all, and says nothing in it.

const cast = {
  officer: { person: people.personnelOfficer, roles: ['personnelOfficer'] },
  assessor: { person: people.assessor, roles: ['assessor'] },
} as const;
const mistyped = { ...people.employee, nip: '199103142015032998' };

/** A reported case of which the assessor keeps something in the officer's name. */
const begin = async () => {
  const { members } = await foundInstitution(cast);
  const { assessor, officer } = members;
  const caseId = await observed(assessor.calls, { content: { employee: mistyped } });
  await sign(assessor.calls, caseId, 'problemIdentified', 'assessor');
  return { assessor, officer, caseId };
};

describe('a record for oneself', () => {
  it.each([
    ['employeeLeft', {}],
    ['assessorReplaced', {}],
  ] as const)('of the type %s lets its holder sign on for all', async (type, content) => {
    const { assessor, caseId } = await begin();
    const kept = await enter(assessor.calls, caseId, type, 'personnelOfficer', { content });
    const view = await assessor.calls.get('case.open', { caseId });
    expect(view.acts.find(({ hash }) => hash === kept)).toMatchObject({ ownRecord: true, withoutEffect: null });
    expect(view.available.find((act) => act.type === 'problemCommunicated')).toMatchObject({
      obstacles: [],
      ownCapacities: ['assessor'],
    });
    const check = await assessor.calls.get('case.checkAct', step('problemCommunicated', 'assessor', { caseId }));
    expect(check).toMatchObject({ obstacles: [], warnings: [] });
    const signed = await sign(assessor.calls, caseId, 'problemCommunicated', 'assessor');
    const { byHash, shared } = loadCase(assessor.vault.records, caseId);
    expect(byHash.get(signed)?.header).toMatchObject({ scope: 'shared' });
    expect(shared.acts.map(({ hash }) => hash)).toContain(signed);
    expect(shared.acts.map(({ hash }) => hash)).not.toContain(kept);
  });

  it('of another number gives none to a form', async () => {
    const { assessor, officer, caseId } = await begin();
    await sign(assessor.calls, caseId, 'problemCommunicated', 'assessor');
    await sign(assessor.calls, caseId, 'changeEvaluated', 'assessor');
    await sign(assessor.calls, caseId, 'reportSubmitted', 'assessor');
    await pass(assessor, officer, caseId);
    const identity = ({ name, nip }: typeof mistyped) => ({ name, nip, licence: '' });
    const content = { before: identity(mistyped), after: identity(people.employee) };
    await enter(assessor.calls, caseId, 'identityCorrected', 'personnelOfficer', { content, author: officer.person });
    const { employee, employeeForAll } = await assessor.calls.get('case.open', { caseId });
    expect(employee.nip).toBe(people.employee.nip);
    expect(employeeForAll.nip).toBe(mistyped.nip);
  });
});
