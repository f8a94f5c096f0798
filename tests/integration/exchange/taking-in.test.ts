import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { cancelInspection, inspect, takeIn } from '../../../electron/backend/exchange/receive/inspections.ts';
import { sealDraft } from '../../../electron/backend/exchange/send/seal.ts';
import { contents } from '../../fixtures/case-steps.ts';
import { registered } from '../../fixtures/case-walks.ts';
import { dumpVault } from '../../fixtures/dump.ts';
import { foundInstitution, look, type Member, outputOf, send, take } from '../../fixtures/institution.ts';
import { codeOf, unwrap } from '../../fixtures/made-vault.ts';
import * as people from '../../fixtures/people/cast.ts';
import { reportedCase } from '../../fixtures/reported-case.ts';
import { writable } from '../../fixtures/writable.ts';

const cast = {
  officer: { person: people.personnelOfficer, roles: ['personnelOfficer'] },
  head: { person: people.personnelHead, roles: ['personnelHead'] },
  assessor: { person: people.assessor, roles: ['assessor'] },
} as const;

/** Leaves no room in a vault's database; gives what makes room again. */
const fillDisk = ({ vault }: Member): (() => void) => {
  // Pages that a migration left free would be room.
  writable(vault.records).run(sql.raw('VACUUM'));
  const { pages } = vault.records.get<{ pages: number }>(sql`SELECT page_count AS pages FROM pragma_page_count`);
  writable(vault.records).run(sql.raw(`PRAGMA max_page_count = ${pages}`));
  return () => writable(vault.records).run(sql.raw('PRAGMA max_page_count = 1073741823'));
};

describe('a package that the disk had no room for', () => {
  it.each([undefined, 0])(
    'stays at hand and is taken in once there is room (kept in memory: %s)',
    async (keepBytes) => {
      const { members } = await foundInstitution(cast);
      const { assessor, officer } = members;
      const caseId = await reportedCase(assessor.calls);
      const paths = await send(assessor, officer, caseId);
      const { inspectionId } = unwrap(
        await inspect(officer.exchange, paths, keepBytes === undefined ? {} : { keepBytes }),
      );
      const before = dumpVault(officer.vault);
      const makeRoom = fillDisk(officer);
      expect(codeOf(await takeIn(officer.exchange, inspectionId, false))).toBe('diskFull');
      expect(dumpVault(officer.vault)).toBe(before);
      makeRoom();
      expect(unwrap(await takeIn(officer.exchange, inspectionId, false)).caseId).toBe(caseId);
    },
  );

  it('is not kept for who put it away meanwhile', async () => {
    const { members } = await foundInstitution(cast);
    const { assessor, officer } = members;
    const paths = await send(assessor, officer, await reportedCase(assessor.calls));
    const { inspectionId } = await look(officer, paths);
    fillDisk(officer);
    const taking = takeIn(officer.exchange, inspectionId, false);
    cancelInspection(officer.exchange, inspectionId);
    expect(codeOf(await taking)).toBe('diskFull');
    expect(codeOf(await takeIn(officer.exchange, inspectionId, false))).toBe('unknownInspection');
  });
});

describe('a package that is looked at', () => {
  it('tells by which directory its sender is known, and since when, also where it is held', async () => {
    const { members, directory } = await foundInstitution(cast);
    const { assessor, officer } = members;
    const paths = await send(assessor, officer, await reportedCase(assessor.calls));
    const { institution, issuedAt } = directory;
    const relied = { institution, issuedAt, own: true };
    expect((await look(officer, paths)).directory).toEqual(relied);
    await take(officer, paths);
    const again = await look(officer, paths);
    expect(again).toMatchObject({ held: 'packageDuplicate', directory: relied });
    const toHead = await look(members.head, paths);
    expect(toHead).toMatchObject({ held: 'packageNotForMe', directory: null });
  });
});

describe('a draft that was declined', () => {
  it('cannot be opened any more', async () => {
    const { members } = await foundInstitution(cast);
    const { officer, head } = members;
    const caseId = await registered(officer.calls);
    const draft = {
      type: 'counsellingDecided' as const,
      about: null,
      authorOffice: '',
      institution: '',
      content: contents.counsellingDecided,
      attachmentIds: [],
      remark: '',
    };
    const { files } = unwrap(
      await sealDraft(officer.exchange, outputOf(officer), { caseId, entryId: head.entryId, draft, partBytes: null }),
    );
    await take(
      head,
      files.map((name) => join(officer.outbox, name)),
    );
    const [waiting] = await head.calls.get('exchange.drafts', {});
    const draftId = waiting?.draftId ?? '';
    expect(await head.calls.code('exchange.draft', { draftId })).toBe('ok');
    await head.calls.get('exchange.settleDraft', { draftId, state: 'declined' });
    expect(await head.calls.code('exchange.draft', { draftId })).toBe('unknownDraft');
  });
});
