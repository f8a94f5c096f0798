import { describe, expect, it } from 'vitest';
import { loadCase } from '../../../electron/backend/case/load-case.ts';
import { noteWhy } from '../../../electron/backend/exchange/ledger/held-rows.ts';
import { takeDirectory } from '../../../electron/backend/identity/trusted-directory.ts';
import { callsOn } from '../../fixtures/calls.ts';
import { contents } from '../../fixtures/case-steps.ts';
import { evaluated, observed, sign } from '../../fixtures/case-walks.ts';
import { addressOf, type ForgedContent, forgeAct, forgeFile, forgePackage } from '../../fixtures/forge.ts';
import { foundInstitution, look, pass } from '../../fixtures/institution.ts';
import * as people from '../../fixtures/people/cast.ts';
import { writable } from '../../fixtures/writable.ts';

// How a held package stands is kept from one look at the list to the next, and judged again after everything that it
// hangs on: else a person would decide by what no longer is.

const cast = {
  officer: { person: people.personnelOfficer, roles: ['personnelOfficer'] },
  assessor: { person: people.assessor, roles: ['assessor'] },
} as const;

/** A file that the officer has, and one forged act more that is held there. */
const begin = async (change: Partial<ForgedContent>) => {
  const { members, publish } = await foundInstitution(cast);
  const { assessor, officer } = members;
  const caseId = await observed(assessor.calls);
  await evaluated(assessor.calls, caseId);
  await sign(assessor.calls, caseId, 'reportSubmitted', 'assessor');
  await pass(assessor, officer, caseId);
  const refs = loadCase(officer.vault.records, caseId).state.heads;
  const draft = { caseId, type: 'feedbackRecorded', capacity: 'assessor', refs } as const;
  const act = forgeAct(assessor, { ...draft, content: contents.feedbackRecorded, ...change });
  const path = await forgePackage(assessor, await addressOf(officer), { caseId, acts: [act] });
  const { held } = await look(officer, [path]);
  const standing = async (calls = officer.calls): Promise<readonly unknown[]> => {
    const items = await calls.get('exchange.review', { earlier: false });
    return items.flatMap(({ acts }) => acts.map(({ state, codes }) => [state, ...codes])).flat();
  };
  return { ...members, publish, caseId, act, held, standing };
};

describe('how a held package stands', () => {
  it('is judged again as time goes by', async () => {
    const days = 86_400_000;
    const { officer, held, standing } = await begin({ statedAt: new Date(Date.now() + 3 * days).toISOString() });
    expect([held, ...(await standing())]).toEqual(['actFromFuture', 'takeable', 'actFromFuture']);
    const later = callsOn(officer.vault, { now: () => Date.now() + 5 * days });
    expect(await standing(later)).toEqual(['takeable']);
  });

  it('is judged again after a file came into the case', async () => {
    const { bytes, ref } = forgeFile('%PDF-1.7 bukti');
    const { officer, caseId, held, standing } = await begin({ attachments: [ref] });
    expect([held, ...(await standing())]).toEqual(['attachmentMissing', 'refused', 'attachmentMissing']);
    const { name, mediaType, size } = ref;
    const store = 'records' as const;
    const { attachmentId } = await officer.calls.get('attachments.begin', { store, caseId, name, mediaType, size });
    const piece = { store, attachmentId, offset: 0, bytes: Uint8Array.from(bytes) };
    await officer.calls.get('attachments.append', piece);
    expect(await standing()).toEqual(['refused', 'attachmentMissing']);
    await officer.calls.get('attachments.finish', { store, attachmentId });
    expect(await standing()).toEqual(['takeable']);
  });

  it('is judged again once it is held for another reason', async () => {
    const { officer, act, standing } = await begin({ statedAt: new Date(Date.now() + 3 * 86_400_000).toISOString() });
    expect(await standing()).toEqual(['takeable', 'actFromFuture']);
    const [item] = await officer.calls.get('exchange.review', { earlier: false });
    const why = { code: 'documentInvalid' as const, details: [act.hash] };
    noteWhy(writable(officer.vault.records), item?.itemId ?? '', why);
    expect(await standing()).toEqual(['takeable', 'actFromFuture', 'documentInvalid']);
  });

  it('is judged again by another directory', async () => {
    const { officer, assessor, publish, held, standing } = await begin({
      author: { ...people.assessor, name: 'Damar Contoh Lain' },
    });
    expect([held, ...(await standing())]).toEqual(['actNotCertified', 'refused', 'actNotCertified']);
    const file = publish((directory) => ({
      ...directory,
      entries: directory.entries.map((entry) =>
        entry.entryId === assessor.entryId ? { ...entry, formerNames: ['Damar Contoh Lain'] } : entry,
      ),
    }));
    expect(takeDirectory(officer.exchange.work, writable(officer.vault.records), file).ok).toBe(true);
    expect(await standing()).toEqual(['takeable']);
  });

  it('is judged again for another holder', async () => {
    const { officer, standing } = await begin({ statedAt: new Date(Date.now() + 3 * 86_400_000).toISOString() });
    expect(await standing()).toEqual(['takeable', 'actFromFuture']);
    // Whom the file is about gets nothing of it.
    await officer.calls.get('profile.save', { person: people.employee, roles: ['personnelOfficer'] });
    expect(await standing()).toEqual(['refused', 'actNotForMe']);
  });
});
