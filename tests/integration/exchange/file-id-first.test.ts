import { describe, expect, it } from 'vitest';
import { takeIn } from '../../../electron/backend/exchange/receive/inspections.ts';
import { evaluated, observed, sign } from '../../fixtures/case-walks.ts';
import { sealOwnFile } from '../../fixtures/forged-file.ts';
import { foundInstitution, look, type Member, send } from '../../fixtures/institution.ts';
import * as people from '../../fixtures/people/cast.ts';

// Who knows the id of a file sends an opening of the own under it to a vault that does not have the file yet. Were it
// taken, the genuine one would be held there as a second opening.

const cast = {
  officer: { person: people.personnelOfficer, roles: ['personnelOfficer'] },
  assessor: { person: people.assessor, roles: ['assessor'] },
  rival: { person: people.assessorSuperior, roles: ['assessor'] },
} as const;

/** A report of an assessor that nobody else has yet. */
const reported = async () => {
  const { members } = await foundInstitution(cast);
  const caseId = await observed(members.assessor.calls);
  await evaluated(members.assessor.calls, caseId);
  await sign(members.assessor.calls, caseId, 'reportSubmitted', 'assessor');
  return { ...members, caseId };
};

/** What a member is told of a package, which is taken in where it may be. */
const taken = async (to: Member, { inspectionId, held, details }: Awaited<ReturnType<typeof look>>) => {
  if (held === null) await takeIn(to.exchange, inspectionId, false);
  return [held, ...details].join(' ');
};

describe('the id of a file', () => {
  for (const [how, change] of [
    ['in the format of now', {}],
    ['as version 0.3 would sign it', { asOld: true }],
  ] as const)
    it(`is nobody else's to open a file under, ${how}`, async () => {
      const { assessor, officer, rival, caseId } = await reported();
      const { path } = await sealOwnFile(rival, officer, { id: caseId, change });
      expect(await taken(officer, await look(officer, [path]))).toBe('packageTampered actHeaderInvalid');
      expect(await taken(officer, await look(officer, await send(assessor, officer, caseId)))).toBe('');
      const { assessor: named } = await officer.calls.get('case.open', { caseId });
      expect(named.name).toBe(people.assessor.name);
    });

  it('is that of its opening, so that anybody opens files of the own', async () => {
    const { officer, rival, caseId } = await reported();
    const own = await sealOwnFile(rival, officer, { id: null });
    expect(own.caseId).not.toBe(caseId);
    expect(await taken(officer, await look(officer, [own.path]))).toBe('');
  });
});
