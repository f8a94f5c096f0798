import { describe, expect, it } from 'vitest';
import { callsOn, testVault } from '../../fixtures/calls.ts';
import { observed, opened, sign } from '../../fixtures/case-walks.ts';
import { foundInstitution, pass } from '../../fixtures/institution.ts';
import { account, lost } from '../../fixtures/lost-computer.ts';
import * as people from '../../fixtures/people/cast.ts';
import { reportedCase } from '../../fixtures/reported-case.ts';

// Whose data others may have: by a lost computer all of the vault, by a package that went wrong what was in it.

const vaultWithFiles = async () => {
  const vault = await testVault(people.assessor, ['assessor']);
  const calls = callsOn(vault);
  const caseId = await observed(calls);
  await calls.get('notes.save', { noteId: null, caseId, title: 'Satu', content: '{}', attachmentIds: [] });
  return { vault, calls, caseId };
};

describe('a lost computer', () => {
  it('has all files and acts of the vault, and by number what is beside them', async () => {
    const { calls, caseId } = await vaultWithFiles();
    const found = await calls.get('retention.exposure', lost);
    expect(found).toMatchObject({ notes: 1, guidance: 0, files: [{ caseId, employeeName: people.employee.name }] });
    expect(found.persons).toBeGreaterThan(0);
    expect(found.files[0]?.acts.map(({ type, form }) => [type, form])).toEqual([
      ['caseOpened', 'all'],
      ['feedbackRecorded', 'all'],
    ]);
    expect((await calls.get('retention.exposure', { ...lost, until: '2020-01-01' })).files).toEqual([]);
  });

  it('names nobody whom a file was wrongly about, nor whose file ended without counselling', async () => {
    const { calls, caseId } = await vaultWithFiles();
    const other = await opened(calls, { content: { employee: people.otherEmployee } });
    await sign(calls, other, 'employeeMistaken', 'assessor');
    await sign(calls, caseId, 'caseClosed', 'assessor', { content: { reason: 'other' } });
    const found = await calls.get('retention.exposure', lost);
    expect(found.files).toMatchObject([{ caseId, employeeName: '' }]);
    expect(
      await calls.code('retention.prepareNotice', {
        ...lost,
        paper: 'incidentPerson',
        caseId: other,
        opening: null,
        account,
      }),
    ).toBe('unknownCase');
  });

  it('is told of on paper: to the person, to the authority, to who keeps the directory', async () => {
    const { vault, calls, caseId } = await vaultWithFiles();
    for (const [paper, about] of [
      ['incidentPerson', caseId],
      ['incidentAuthority', null],
      ['incidentRevocation', null],
    ] as const)
      await calls.get('retention.prepareNotice', { ...lost, paper, caseId: about, opening: null, account });
    const pages = calls.host.jobs.map((job) => JSON.stringify(job));
    expect(pages.map((page) => page.includes(people.employee.name))).toEqual([true, true, false]);
    expect(pages.map((page) => page.includes(vault.keyFingerprint))).toEqual([false, false, true]);
    expect(
      await calls.code('retention.prepareNotice', {
        ...lost,
        paper: 'incidentPerson',
        caseId: null,
        opening: null,
        account,
      }),
    ).toBe('unknownCase');
  });
});

describe('a package that went to the wrong person', () => {
  it('has the acts that it carried, whole or by their header, and no others', async () => {
    const { members } = await foundInstitution({
      officer: { person: people.personnelOfficer, roles: ['personnelOfficer'] },
      assessor: { person: people.assessor, roles: ['assessor'] },
    });
    const { officer, assessor } = members;
    const caseId = await reportedCase(assessor.calls);
    await opened(assessor.calls, { content: { employee: people.otherEmployee } });
    await pass(assessor, officer, caseId);
    const [sent] = (await assessor.calls.get('exchange.journal', {})).entries;
    const missent = { kind: 'missent', packageId: sent?.packageId ?? null, until: '' } as const;
    const found = await assessor.calls.get('retention.exposure', missent);
    expect(found).toMatchObject({ persons: 0, notes: 0, guidance: 0, files: [{ caseId }] });
    expect(found.files[0]?.acts).toHaveLength(sent?.acts ?? 0);
    const whole = await assessor.calls.get('retention.exposure', lost);
    expect(whole.files.map((file) => file.caseId).sort()).toContain(caseId);
    expect(whole.files).toHaveLength(2);
    for (const packageId of [null, 'f'.repeat(32)])
      expect(await assessor.calls.code('retention.exposure', { ...missent, packageId })).toBe('unknownPackage');
    // What came from others was not sent from here.
    const taken = { ...missent };
    expect(await officer.calls.code('retention.exposure', taken)).toBe('unknownPackage');
  });
});
