import { describe, expect, it } from 'vitest';
import { defaultSettings } from '../../../electron/backend/settings/settings.ts';
import { assignmentActs, letterSlots } from '../../../renderer/features/cases/paper/assigned-acts.ts';
import { listOfActs, reportSlots } from '../../../renderer/features/cases/paper/from-paper-acts.ts';
import type { PaperState } from '../../../renderer/features/cases/paper/paper-state.ts';
import { toldBy, tryable } from '../../../renderer/features/cases/paper/tried-acts.ts';
import type { HolderWithSettings } from '../../../renderer/lib/holder.ts';
import type { PersonInput, Role } from '../../../shared/domain/identity/person.ts';
import { callsOn, testVault } from '../../fixtures/calls.ts';
import { attach, castOf, paperStep, step } from '../../fixtures/case-steps.ts';
import { dumpVault } from '../../fixtures/dump.ts';
import { counsellor, institution, personnelHead } from '../../fixtures/people/cast.ts';

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

describe('the pages on which a file begins from paper', () => {
  const place = (attachmentId: string) => ({
    attachmentId,
    sha256: '0'.repeat(64),
    name: 'pindaian.pdf',
    mediaType: 'application/pdf',
    size: 10,
  });
  const blankFrom = (startsFrom: 'report' | 'assignment'): PaperState => ({
    people: { startsFrom, assessorIsHead: false },
    paper: {},
    medium: 'ink',
    scan: null,
    evidence: [],
    signer: null,
    signerRole: 'personnelHead',
    register: false,
    listNumber: '',
  });
  const holder = (person: PersonInput, held: Role): HolderWithSettings => ({
    person: { ...person, personId: '1' },
    roles: [held],
    institution,
    settings: defaultSettings(institution),
  });

  it('are told which files a report needs, whatever else is still empty', async () => {
    const calls = await openUnit();
    const blank = blankFrom('report');
    const told = async (state: PaperState) => {
      const acts = listOfActs(state, holder(personnelHead, 'personnelHead'), 'personnelHead', '2026-11-24');
      return toldBy(await calls.get('case.checkActs', { acts: tryable(acts) }), reportSlots, state).slots;
    };
    expect(await told(blank)).toEqual(['scan', 'evidence']);
    const [scan, evidence] = [
      place(await attach(calls, '%PDF-1.7 laporan')),
      place(await attach(calls, 'Umpan balik')),
    ];
    expect(await told({ ...blank, scan })).toEqual(['evidence']);
    expect(await told({ ...blank, evidence: [evidence] })).toEqual(['scan']);
    expect(await told({ ...blank, scan, evidence: [evidence] })).toEqual([]);
  });

  it('are told which files an assignment needs: of a trained assessor also the proof', async () => {
    const calls = callsOn(await testVault(counsellor, ['counsellor']));
    const blank = blankFrom('assignment');
    const told = async (state: PaperState) => {
      const acts = assignmentActs(state, holder(counsellor, 'counsellor'), 'counsellor');
      return toldBy(await calls.get('case.checkActs', { acts: tryable(acts) }), letterSlots, state).slots;
    };
    const [scan, proof] = [place(await attach(calls, '%PDF-1.7 surat')), place(await attach(calls, 'Sertifikat'))];
    const trained = { ...blank, paper: { kind: 'trainedAssessor' } };
    expect(await told({ ...blank, paper: { kind: 'independent' } })).toEqual(['letter']);
    expect(await told(trained)).toEqual(['letter', 'proof']);
    expect(await told({ ...trained, scan })).toEqual(['proof']);
    expect(await told({ ...trained, scan, evidence: [proof] })).toEqual([]);
    expect(await told({ ...blank, paper: { kind: 'independent' }, scan })).toEqual([]);
  });
});
