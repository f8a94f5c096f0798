import { describe, expect, it } from 'vitest';
import { takeIn } from '../../../electron/backend/exchange/receive/inspections.ts';
import { contents } from '../../fixtures/case-steps.ts';
import { evaluated, observed, sign } from '../../fixtures/case-walks.ts';
import {
  addressOf,
  type Forged,
  type ForgedContent,
  forgeAct,
  forgeFile,
  forgePackage,
  headerOnly,
} from '../../fixtures/forge.ts';
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

const steps = [
  'caseOpened',
  'feedbackRecorded',
  'problemIdentified',
  'problemCommunicated',
  'changeEvaluated',
  'reportSubmitted',
] as const;
/** What the unit gets of them as headers alone. */
const unseen: readonly string[] = steps.slice(2, 5);

/** A file of a rival, as the unit would get it with the report; null: under an id of its own. */
const fileOf = async (rival: Member, to: Member, id: string | null, change: Partial<ForgedContent> = {}) => {
  const { bytes, ref } = forgeFile('%PDF-1.7 bukti');
  const persons = { assessor: rival.person, assessorSuperior: people.authorisedOfficial };
  const acts: Forged[] = [];
  for (const type of steps) {
    const content = { ...contents[type], ...(type === 'caseOpened' && persons) };
    const attachments = type === 'feedbackRecorded' ? [ref] : [];
    const caseId = acts[0]?.header.caseId ?? id;
    const refs = acts.slice(-1).map(({ hash }) => hash);
    acts.push(forgeAct(rival, { caseId, type, capacity: 'assessor', refs, content, attachments, ...change }));
  }
  const caseId = acts[0]?.header.caseId ?? '';
  const brought = acts.map((act) => (unseen.includes(act.header.type) ? headerOnly(act) : act));
  return { caseId, path: await forgePackage(rival, await addressOf(to), { caseId, acts: brought, blobs: [bytes] }) };
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
      const { path } = await fileOf(rival, officer, caseId, change);
      expect(await taken(officer, await look(officer, [path]))).toBe('packageTampered actHeaderInvalid');
      expect(await taken(officer, await look(officer, await send(assessor, officer, caseId)))).toBe('');
      const { assessor: named } = await officer.calls.get('case.open', { caseId });
      expect(named.name).toBe(people.assessor.name);
    });

  it('is that of its opening, so that anybody opens files of the own', async () => {
    const { officer, rival, caseId } = await reported();
    const own = await fileOf(rival, officer, null);
    expect(own.caseId).not.toBe(caseId);
    expect(await taken(officer, await look(officer, [own.path]))).toBe('');
  });
});
