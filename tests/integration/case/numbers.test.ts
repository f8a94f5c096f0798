import { presetNumbering } from '@shared/domain/documents/numbering.ts';
import { describe, expect, it } from 'vitest';
import { type Calls, callsOn, testVault } from '../../fixtures/calls.ts';
import { listNumberOf, paperStep, record, step } from '../../fixtures/case-steps.ts';
import { assigned, decided, registered, reported, sign } from '../../fixtures/case-walks.ts';
import { counsellor, personnelHead } from '../../fixtures/people/cast.ts';

const independent = { kind: 'independent', person: counsellor } as const;

/** The personnel unit's vault, with numbers after a preset. */
const openOffice = async (): Promise<Calls> => {
  const calls = callsOn(await testVault(personnelHead, ['personnelHead', 'personnelOfficer']));
  const settings = await calls.get('settings.get', {});
  const codes = { positionCode: 'IJ', classificationCode: 'KP.07' };
  await calls.get('settings.set', { ...settings, numbering: presetNumbering('centralRoman', codes) });
  return calls;
};

const proposed = async (calls: Calls, form: string, date: string): Promise<string> =>
  (await calls.get('documents.proposeNumber', { form, date, classification: '' })).number;

type Change = Readonly<Record<string, unknown>>;
const invitation = (caseId: string, content: Change) =>
  step('sessionScheduled', 'personnelHead', { caseId, content: { date: '2027-01-20', ...content } });

const said = async (calls: Calls, input: ReturnType<typeof step>) => {
  const { obstacles, warnings } = await calls.get('case.checkAct', input);
  const told = ({ code, stands }: (typeof obstacles)[number]) => [code, stands?.number ?? ''].join(' ').trim();
  return { obstacles: obstacles.map(told), warnings: warnings.map(told).filter((it) => /umber|letter|cited/.test(it)) };
};

describe('numbers of papers', () => {
  it('begin anew with the year, are counted by kind, and go on after the highest that a paper bears', async () => {
    const calls = await openOffice();
    const { caseId } = await assigned(calls, independent);
    expect(await proposed(calls, 'invitation', '2026-12-31')).toBe('01/IJ/KP.07/XII/2026');
    await record(calls, invitation(caseId, { number: '14/IJ/KP.09/XII/2026', letterDate: '2026-12-31' }));
    expect(await proposed(calls, 'invitation', '2026-12-31')).toBe('15/IJ/KP.07/XII/2026');
    expect(await proposed(calls, 'invitation', '2026-02-01')).toBe('15/IJ/KP.07/II/2026');
    expect(await proposed(calls, 'invitation', '2027-01-01')).toBe('01/IJ/KP.07/I/2027');
    expect(await proposed(calls, 'assignmentLetter', '2026-12-31')).toBe('01/IJ/KP.07/XII/2026');
    expect(await proposed(calls, 'followUpDecision', '2026-12-31')).toBe('1 TAHUN 2026');
  });

  it('share a count by signatory or by mark where the office sets it so', async () => {
    const calls = await openOffice();
    const { caseId } = await assigned(calls, independent);
    const settings = await calls.get('settings.get', {});
    const template = '{derajat}-{nomor}/{kode_jabatan}/{tahun}';
    for (const scope of ['signatory', 'mark'] as const) {
      const numbering = { ...settings.numbering, kinds: {}, template, scope };
      await calls.get('settings.set', { ...settings, numbering });
      const next = await proposed(calls, 'assignmentLetter', '2027-01-04');
      expect(await proposed(calls, 'invitation', '2027-01-04')).toBe(next);
      if (scope === 'signatory') await record(calls, invitation(caseId, { number: next, letterDate: '2027-01-04' }));
    }
    expect(await proposed(calls, 'followUpDecision', '2027-01-04')).toBe('R-2/IJ/2027');
    const other = { form: 'invitation', date: '2027-01-04', classification: 'ordinary' };
    expect((await calls.get('documents.proposeNumber', other)).number).toBe('B-1/IJ/2027');
  });

  it('are refused as doubles with where they stand, unless a reason is signed along', async () => {
    const calls = await openOffice();
    const first = (await assigned(calls, independent)).caseId;
    await record(calls, invitation(first, { number: '1/IJ/KP.07/I/2027', letterDate: '2027-01-04' }));
    const { caseId } = await assigned(calls, independent);
    const double = invitation(caseId, { number: '01/IJ/KP.07/I/2027', letterDate: '2027-01-05' });
    expect((await said(calls, double)).obstacles).toEqual(['numberTaken 1/IJ/KP.07/I/2027']);
    expect(await calls.code('case.recordAct', { ...double, draftId: null })).toBe('actNotAllowed');
    for (const number of ['1.a/IJ/KP.07/I/2027', '1/SET/KP.07/I/2027'])
      expect((await said(calls, invitation(caseId, { number, letterDate: '2027-01-05' }))).obstacles).toEqual([]);

    const before = { number: '01/IJ/KP.07/I/2026', letterDate: '2026-01-05' };
    expect((await said(calls, invitation(caseId, before))).obstacles).toEqual([]);

    const content = { ...double.content, numberReason: 'Nomor terlanjur tercetak.' };
    expect(await said(calls, { ...double, content })).toEqual({
      obstacles: [],
      warnings: ['numberAlsoThere 1/IJ/KP.07/I/2027'],
    });
    const hash = await record(calls, { ...double, content });
    const { acts } = await calls.get('case.open', { caseId });
    const act = acts.find((it) => it.hash === hash);
    expect(act).toMatchObject({
      numberAlsoOn: { caseId: first, number: '1/IJ/KP.07/I/2027' },
      currentContent: { numberReason: 'Nomor terlanjur tercetak.' },
    });
  });

  it('of the list belong to one file in a year: refused when signed, said on paper', async () => {
    const calls = await openOffice();
    const first = await registered(calls);
    const { caseId, report } = await reported(calls);
    const content = { number: listNumberOf(first) };
    const again = step('reportRegistered', 'personnelOfficer', { caseId, about: report, content });
    expect((await said(calls, again)).obstacles).toEqual([`listNumberTaken ${content.number}`]);
    expect((await said(calls, { ...again, content: { ...again.content, date: '2027-04-24' } })).obstacles).toEqual([]);
    const scanned = paperStep('reportRegistered', 'personnelOfficer', { caseId, about: report, content });
    expect(await said(calls, scanned)).toEqual({
      obstacles: [],
      warnings: [`listNumberAlsoThere ${content.number}`],
    });
  });

  it('that disagree with their day are said, and so is a letter after its meeting', async () => {
    const calls = await openOffice();
    const { caseId } = await assigned(calls, independent);
    const told = async (content: Change) => (await said(calls, invitation(caseId, content))).warnings;
    expect(await told({ number: '1/IJ/KP.07/XII/2026', letterDate: '2026-12-30' })).toEqual([]);
    expect(await told({ number: '1/IJ/KP.07/XI/2026', letterDate: '2026-12-30' })).toEqual(['numberOfOtherMonth']);
    expect(await told({ number: '9/SET/UM/XII/2026', letterDate: '2027-01-02' })).toEqual(['numberOfOtherYear']);
    expect(await told({ number: '', letterDate: '2027-01-21' })).toEqual(['letterAfterMeeting']);
  });

  it('and dates of a report that are cited otherwise than it bears them are said', async () => {
    const calls = await openOffice();
    const { caseId } = await assigned(calls, independent);
    const { acts } = await calls.get('case.open', { caseId });
    const report = acts.find(({ type }) => type === 'reportSubmitted')?.currentContent;
    const cite = async (reportDate: unknown) =>
      (await said(calls, paperStep('resultSigned', 'counsellor', { caseId, content: { reportDate } }))).warnings;
    expect(await cite(report?.date)).toEqual([]);
    expect(await cite('2026-04-01')).toEqual(['citedReportDiffers']);
  });

  it('go on when the file that bore them is gone, and follow a correction', async () => {
    const calls = await openOffice();
    const caseId = await decided(calls);
    const assign = async (number: string, change: Change = {}) =>
      sign(calls, caseId, 'counsellorAssigned', 'personnelHead', {
        content: { counsellor, qualification: 'Sertifikat 7/2025', number, date: '2027-02-01', ...change },
      });
    const hash = await assign('0123/IJ/KP.07/II/2027');
    expect(await proposed(calls, 'assignmentLetter', '2027-02-02')).toBe('124/IJ/KP.07/II/2027');
    const act = (await calls.get('case.open', { caseId })).acts.find((it) => it.hash === hash);
    const content = {
      date: '2027-02-02',
      reason: 'Salah ketik.',
      content: { ...act?.currentContent, number: '12/IJ/KP.07/II/2027' },
    };
    await sign(calls, caseId, 'actCorrected', 'personnelHead', { about: hash, content });
    expect(await proposed(calls, 'assignmentLetter', '2027-02-02')).toBe('13/IJ/KP.07/II/2027');
  });
});
