import { describe, expect, it } from 'vitest';
import { callsOn, testVault } from '../../fixtures/calls.ts';
import { attach, castOf, paperStep, step } from '../../fixtures/case-steps.ts';
import { dumpVault } from '../../fixtures/dump.ts';
import { counsellor, personnelHead } from '../../fixtures/people/cast.ts';

type Step = ReturnType<typeof step>;
const list = (...acts: readonly Step[]) => acts.map((act) => ({ ...act, aboutIndex: null as number | null }));
const codes = (check: { readonly obstacles: readonly { readonly code: string }[] } | undefined) =>
  check?.obstacles.map(({ code }) => code);

const openUnit = async () => callsOn(await testVault(castOf.personnelHead, ['personnelHead']));

describe('case.checkActs', () => {
  it('judges each act as if those before it were recorded, and records nothing', async () => {
    const calls = await openUnit();
    const [scan, evidence] = [await attach(calls, '%PDF-1.7 laporan'), await attach(calls, 'Umpan balik')];
    const before = dumpVault(calls.context.vault);
    const opening = step('caseOpened', 'personnelHead', { content: { startsFrom: 'report' } });
    const report = paperStep('reportSubmitted', 'assessor', { attachmentIds: [scan, evidence] });
    const register = { ...step('reportRegistered', 'personnelHead'), aboutIndex: 1 };
    const acts = [...list(opening, report), register];
    const checks = await calls.get('case.checkActs', { acts });
    expect(checks.map((check) => [codes(check), check.issues])).toEqual([
      [[], []],
      [[], []],
      [[], []],
    ]);
    expect(dumpVault(calls.context.vault)).toEqual(before);
    await calls.get('case.recordActs', { acts, draftId: null });
  });

  it('tells what is missing of a paper while its fields are still empty', async () => {
    const calls = await openUnit();
    const opening = step('caseOpened', 'personnelHead', { content: { startsFrom: 'report', employee: null } });
    const report = paperStep('reportSubmitted', 'assessor', { content: { date: '' } });
    const checks = await calls.get('case.checkActs', { acts: list(opening, report) });
    expect(checks[0]?.issues.map(({ path }) => path[0])).toContain('employee');
    expect(codes(checks[1])).toEqual(['feedbackEvidenceMissing', 'scanMissing']);
  });

  it('knows from the opening who may assign: not the head who is the assessor', async () => {
    const calls = callsOn(await testVault(counsellor, ['counsellor']));
    const opening = step('caseOpened', 'counsellor', {
      content: { startsFrom: 'assignment', assessor: personnelHead, assessorIsHead: true },
    });
    const scan = await attach(calls, '%PDF-1.7 surat');
    const by = (role: 'personnelHead' | 'authorisedOfficial') =>
      calls.get('case.checkActs', {
        acts: list(opening, paperStep('counsellorAssigned', role, { attachmentIds: [scan] })),
      });
    expect(codes((await by('personnelHead'))[1])).toContain('capacityNotAllowed');
    expect(codes((await by('authorisedOfficial'))[1])).toEqual([]);
  });

  it('refuses an act that is about a later one', async () => {
    const calls = await openUnit();
    const acts = [{ ...step('reportRegistered', 'personnelHead'), aboutIndex: 0 }];
    expect(await calls.code('case.checkActs', { acts })).toBe('unknownAct');
  });
});
