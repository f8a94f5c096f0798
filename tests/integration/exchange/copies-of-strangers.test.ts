import { describe, expect, it } from 'vitest';
import { sha256 } from '../../../electron/backend/crypto/hash.ts';
import { takeIn } from '../../../electron/backend/exchange/receive/inspections.ts';
import { readActFile } from '../../../electron/backend/formats/act/act-container.ts';
import type { WholeAct } from '../../../electron/backend/formats/act/act-crypto.ts';
import { signDocument } from '../../../electron/backend/formats/pdf/sign-pdf.ts';
import { holderCertificate } from '../../../electron/backend/papers/holder-certificate.ts';
import type { Manifest } from '../../../shared/domain/package/manifest.ts';
import { toHex } from '../../../shared/kernel/bytes.ts';
import { contents } from '../../fixtures/case-steps.ts';
import { reported } from '../../fixtures/case-walks.ts';
import { samplePdf } from '../../fixtures/document-samples.ts';
import { addressOf, type Forged, type ForgedContent, forgeAct, forgePackage } from '../../fixtures/forge.ts';
import { foundInstitution, look, type Member } from '../../fixtures/institution.ts';
import { unwrap } from '../../fixtures/made-vault.ts';
import * as people from '../../fixtures/people/cast.ts';

// A copy for the employee comes as one, released by somebody who has a part in files, with its paper. In an ordinary
// package, which the acts table alone judges, anybody could hand one to an employee, who holds nothing of the file.

const coach = { ...people.otherEmployee, name: 'Guntur Umpama, S.E.', nip: '198901012014011999' };

const cast = {
  officer: { person: people.personnelOfficer, roles: ['personnelOfficer'] },
  coach: { person: coach, roles: ['coach'] },
  colleague: { person: people.otherEmployee, roles: ['employee'] },
  employee: { person: people.employee, roles: ['employee'] },
} as const;

describe('a copy for the employee in an ordinary package', () => {
  for (const [by, capacity] of [
    ['coach', 'coach'],
    ['colleague', 'employee'],
    ['officer', 'personnelOfficer'],
  ] as const)
    it(`is held when the ${by} sends it`, async () => {
      const { members } = await foundInstitution(cast);
      const { employee, officer } = members;
      const { caseId, report } = await reported(officer.calls);
      const content = contents.copyReleased;
      const act = forgeAct(members[by], {
        caseId,
        type: 'copyReleased',
        capacity,
        about: report,
        refs: [report],
        content,
      });
      const path = await forgePackage(members[by], await addressOf(employee), { caseId, acts: [act] });
      const { held, inspectionId } = await look(employee, [path]);
      if (held === null) await takeIn(employee.exchange, inspectionId, false);
      expect(await employee.calls.get('exchange.copies', {})).toEqual([]);
      expect(held).toMatch(/^act(NotForMe|Refused)$/);
    });
});

/** Sends a copy as one, with the paper that its sender signs. */
const released = async (from: Member, to: Member, act: Forged): Promise<string> => {
  const paper = await signDocument({
    pdf: await samplePdf(),
    act: unwrap(readActFile(act.bytes)).sealed as WholeAct,
    copied: null,
    title: 'Salinan',
    at: new Date(Date.now()),
    identity: unwrap(holderCertificate(from.exchange)),
  });
  const documents = [{ actHash: act.hash, sha256: toHex(sha256(paper)) }];
  const change = (manifest: Manifest) => ({ ...manifest, kind: 'copy', documents });
  const { caseId } = act.header;
  const path = await forgePackage(from, await addressOf(to), { caseId, acts: [act], blobs: [paper], change });
  const { held, inspectionId } = await look(to, [path]);
  if (held === null) await takeIn(to.exchange, inspectionId, false);
  return held ?? 'ok';
};

describe('a copy for the employee', () => {
  it.each<[how: string, held: string, change: Partial<ForgedContent>]>([
    ['in the own name', 'ok', { capacity: 'personnelOfficer' }],
    ['from paper in the own name', 'ok', { capacity: 'personnelOfficer', origin: 'paper' }],
    ['from paper in the own name, in a role of another', 'actNotForMe', { capacity: 'personnelHead', origin: 'paper' }],
    [
      'from paper in the name of somebody else',
      'actNotForMe',
      { capacity: 'personnelOfficer', origin: 'paper', author: people.personnelHead },
    ],
  ])('is told to be of whom it is: %s', async (_how, held, change) => {
    const { officer, employee } = (await foundInstitution(cast)).members;
    const { caseId, report } = await reported(officer.calls);
    const draft = {
      caseId,
      type: 'copyReleased',
      about: report,
      refs: [report],
      content: contents.copyReleased,
    } as const;
    const paper = { medium: 'ink', documentNumber: '', documentDate: '', remark: '' } as const;
    const isPaper = change.origin === 'paper';
    const act = forgeAct(officer, { ...draft, ...(isPaper && { paper }), ...change } as ForgedContent);
    expect(await released(officer, employee, act)).toBe(held);
    const copies = await employee.calls.get('exchange.copies', {});
    expect(copies.map(({ releasedBy }) => releasedBy)).toEqual(held === 'ok' ? [people.personnelOfficer.name] : []);
  });
});
