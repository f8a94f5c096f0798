import type { ActType } from '@shared/domain/case/act-type.ts';
import { withoutGiver } from '@shared/domain/case/asked-gates.ts';
import type { ActBody } from '@shared/domain/case/body.ts';
import { checkAct } from '@shared/domain/case/check-act.ts';
import { fieldsOf } from '@shared/domain/case/fields/act-fields.ts';
import { fieldsAsked, type KnownInForm } from '@shared/domain/case/fields/asked.ts';
import { repeatsWords } from '@shared/domain/case/repeated-words.ts';
import { type CaseState, emptyCase, type FoldedAct } from '@shared/domain/case/state.ts';
import { describe, expect, it } from 'vitest';
import { castOf, contents } from '../../../fixtures/case-steps.ts';
import { institution } from '../../../fixtures/people/cast.ts';

type Change = Readonly<Record<string, unknown>>;
interface Earlier {
  readonly type: ActType;
  readonly change?: Change;
}
interface Judged {
  readonly earlier?: readonly Earlier[];
  readonly state?: Partial<CaseState>;
  readonly paper?: boolean;
  readonly v1?: boolean;
}

const ink: ActBody['paper'] = { medium: 'ink', documentNumber: '', documentDate: '', remark: '' };
const bodyOf = (type: ActType, change: Change = {}, paper: ActBody['paper'] = null): ActBody => ({
  author: castOf.assessor,
  authorOffice: '',
  content: { ...contents[type], ...change },
  attachments: [],
  paper,
  institution,
});

/** What is said of an act for what it says alone, after these acts of the file, with how grave that is. */
const saidOf = (
  type: ActType,
  change: Change,
  { earlier = [], state = {}, paper = false, v1 = false }: Judged = {},
) => {
  const acts = earlier.map(({ type: of }, at) => ({ hash: `act${at}`, type: of, facts: [], about: null }));
  const bodies = new Map(earlier.map(({ type: of, change: said }, at) => [`act${at}`, bodyOf(of, said)]));
  return checkAct({
    state: { ...emptyCase, acts: acts as unknown as readonly FoldedAct[], ...state },
    header: {
      type,
      capacity: 'assessor',
      origin: paper ? 'paper' : 'vault',
      facts: [],
      about: null,
      format: v1 ? 'bilik/act/v1' : 'bilik/act/v2',
    },
    body: bodyOf(type, change, paper ? ink : null),
    bodies,
    holderRoles: null,
  })
    .filter(({ code }) => code in asked)
    .map(({ code, severity }) => `${code} ${severity}`);
};

const asked = {
  giverWithoutConsent: '',
  earlyReasonMissing: '',
  earlyReasonNotReported: '',
  responseNotReported: '',
  appointmentMissing: '',
  alsoAssessesNotTold: '',
  employeeNotAsked: '',
  disciplineWithoutReport: '',
  disciplineRepeatsCounselling: '',
};

describe('a name of who gave feedback', () => {
  const named = { source: 'peer', sourceName: 'Rekan Contoh' };
  it('is signed by consent alone, save the own', () => {
    expect(saidOf('feedbackRecorded', named)).toEqual(['giverWithoutConsent block']);
    expect(saidOf('feedbackRecorded', { ...named, sourceConsents: false })).toEqual(['giverWithoutConsent block']);
    expect(saidOf('feedbackRecorded', { ...named, sourceConsents: true })).toEqual([]);
    expect(saidOf('feedbackRecorded', { ...named, sourceName: '' })).toEqual([]);
    const own = { source: 'assessor', sourceName: castOf.assessor.name };
    expect(saidOf('feedbackRecorded', own)).toEqual([]);
    expect(saidOf('feedbackRecorded', { ...named, source: 'assessor' })).toEqual(['giverWithoutConsent block']);
    expect(saidOf('feedbackRecorded', named, { paper: true })).toEqual(['giverWithoutConsent block']);
    expect(saidOf('feedbackRecorded', named, { v1: true })).toEqual([]);
  });
  it('is not shown to others without it, in the act and in its correction', () => {
    const shown = { ...named, sourceName: '' };
    expect(withoutGiver('feedbackRecorded', named)).toEqual(shown);
    expect(withoutGiver('actCorrected', { content: named }, 'feedbackRecorded')).toEqual({ content: shown });
    expect(withoutGiver('actCorrected', { content: named }, 'sessionHeld')).toEqual({ content: named });
    for (const open of [{ ...named, sourceConsents: true }, { ...named, source: 'assessor' }, { source: 'peer' }])
      expect(withoutGiver('feedbackRecorded', open)).toEqual(open);
    expect(withoutGiver('copyReleased', named)).toEqual(named);
  });
});

describe('"unchanged" before the day that was told', () => {
  const earlier = [{ type: 'problemCommunicated' as const, change: { expectedBy: '2026-04-20' } }];
  const on = (date: string, more: Change = {}) => ({ date, ...more });
  it('asks for a reason, of what is signed now', () => {
    expect(saidOf('changeEvaluated', on('2026-04-19'), { earlier })).toEqual(['earlyReasonMissing block']);
    expect(saidOf('changeEvaluated', on('2026-04-20'), { earlier })).toEqual([]);
    expect(saidOf('changeEvaluated', on('2026-04-19', { outcome: 'changed' }), { earlier })).toEqual([]);
    expect(saidOf('changeEvaluated', on('2026-04-19', { earlyReason: 'Terulang.' }), { earlier })).toEqual([]);
    expect(saidOf('changeEvaluated', on('2026-04-19'), { earlier, paper: true })).toEqual([
      'earlyReasonMissing warning',
    ]);
    expect(saidOf('changeEvaluated', on('2026-04-19'), { earlier, v1: true })).toEqual([]);
  });
  it('goes by the latest communication', () => {
    const later = [...earlier, { type: 'problemCommunicated' as const, change: { expectedBy: '' } }];
    expect(saidOf('changeEvaluated', on('2026-04-19'), { earlier: later })).toEqual([]);
  });
  it('is told with its reason in the report', () => {
    const said = [{ type: 'changeEvaluated' as const, change: { earlyReason: 'Terulang.' } }];
    expect(saidOf('reportSubmitted', {}, { earlier: said })).toEqual(['earlyReasonNotReported block']);
    expect(saidOf('reportSubmitted', { earlyReason: 'Terulang.' }, { earlier: said })).toEqual([]);
  });
});

it('has the answer of the employee go with the report, word for word', () => {
  const earlier = [{ type: 'problemCommunicated' as const, change: { response: 'Saya akan berusaha.' } }];
  expect(saidOf('reportSubmitted', { response: '' }, { earlier })).toEqual(['responseNotReported block']);
  expect(saidOf('reportSubmitted', { response: 'Berusaha.' }, { earlier })).toEqual(['responseNotReported block']);
  expect(saidOf('reportSubmitted', { response: 'Saya akan berusaha.' }, { earlier })).toEqual([]);
  expect(saidOf('reportSubmitted', { response: '' }, { earlier, paper: true })).toEqual([
    'responseNotReported warning',
  ]);
  const own = [...earlier, { type: 'responseGiven' as const, change: { response: 'Sistem mati.' } }];
  expect(saidOf('reportSubmitted', { response: 'Sistem mati.' }, { earlier: own })).toEqual([
    'responseNotReported block',
  ]);
  expect(saidOf('reportSubmitted', { response: 'Saya akan berusaha.' }, { earlier: own })).toEqual([
    'responseNotReported warning',
  ]);
  expect(saidOf('reportSubmitted', { response: 'Saya akan berusaha.\n\nSistem mati.' }, { earlier: own })).toEqual([]);
  const silent = [{ type: 'problemCommunicated' as const, change: { response: '' } }];
  expect(saidOf('reportSubmitted', { response: '' }, { earlier: silent })).toEqual([]);
});

it('asks for the appointment of an independent counsellor, number and date, and blocks nothing', () => {
  expect(saidOf('counsellorAssigned', { appointmentNumber: '' })).toEqual(['appointmentMissing warning']);
  expect(saidOf('counsellorAssigned', { appointmentDate: '' })).toEqual(['appointmentMissing warning']);
  expect(saidOf('counsellorAssigned', {})).toEqual([]);
  expect(saidOf('counsellorAssigned', { kind: 'trainedAssessor', appointmentNumber: '' })).toEqual([]);
});

it('asks a counsellor who also assesses to have said so before the session', () => {
  const state = {
    assignment: { hash: 'a', kind: 'trainedAssessor', by: 'personnelHead', answer: 'accepted' },
  } as const;
  const told = (change: Change) => ({ earlier: [{ type: 'consentRecorded' as const, change }], state });
  expect(saidOf('sessionHeld', {}, { state })).toEqual(['alsoAssessesNotTold warning']);
  expect(saidOf('sessionHeld', {}, told({ toldAssesses: true }))).toEqual([]);
  expect(saidOf('sessionHeld', {}, told({ toldAssesses: true, date: '2026-05-09' }))).toHaveLength(1);
  expect(saidOf('sessionHeld', {}, told({}))).toHaveLength(1);
  expect(saidOf('sessionHeld', {}, {})).toEqual([]);
});

describe('a follow-up that weighs on the employee', () => {
  const item = { kind: 'transferProposal', reason: 'Perlu tugas lain.', personInCharge: 'Kepala', dueDate: '' };
  const heavy = { items: [{ ...item, burdensome: true }] };
  it('is signed after the employee was asked', () => {
    expect(saidOf('followUpDecided', heavy)).toEqual(['employeeNotAsked block']);
    const askedOn = (employeeAskedOn: string) => saidOf('followUpDecided', { ...heavy, employeeAskedOn });
    expect([askedOn('2026-05-20'), askedOn(contents.followUpDecided.date)]).toEqual([[], []]);
    expect(askedOn('2099-01-01')).toEqual(['employeeNotAsked block']);
    expect(saidOf('followUpDecided', { items: [item] })).toEqual([]);
    expect(saidOf('followUpDecided', heavy, { paper: true })).toEqual(['employeeNotAsked warning']);
  });
  it('cites the report where it recommends discipline, and nothing said in counselling', () => {
    const items = (reason: string) => [{ ...item, kind: 'disciplineRecommendation', reason }];
    const agreement = 'Pegawai menyampaikan kendala kepada ketua tim setiap pagi.';
    const earlier = [{ type: 'resultSigned' as const, change: { agreement } }];
    expect(saidOf('followUpDecided', { items: items('Sesuai laporan.') })).toEqual(['disciplineWithoutReport block']);
    const basis = { reportDate: '2026-04-22' };
    expect(saidOf('followUpDecided', { items: items('Sesuai laporan.'), ...basis }, { earlier })).toEqual([]);
    const told = 'Karena PEGAWAI menyampaikan kendala, kepada ketua tim.';
    expect(saidOf('followUpDecided', { items: items(told), ...basis }, { earlier })).toEqual([
      'disciplineRepeatsCounselling warning',
    ]);
    expect(saidOf('followUpDecided', { items: [{ ...item, reason: told }] }, { earlier })).toEqual([]);
  });
});

it('tells words in a row that two texts have', () => {
  expect(repeatsWords('satu dua tiga empat lima', 'nol Satu, dua; tiga\nempat lima enam')).toBe(true);
  expect(repeatsWords('satu dua tiga empat', 'satu dua tiga empat')).toBe(false);
  expect(repeatsWords('', '')).toBe(false);
});

describe('the form', () => {
  const shown = (type: ActType, content: Change, known: KnownInForm = {}) =>
    Object.keys(fieldsAsked(type, fieldsOf(type), content, known));
  it.each([
    ['feedbackRecorded', 'sourceConsents', { source: 'peer' }, { source: 'assessor' }],
    ['feedbackRecorded', 'sourceName', { source: 'peer', sourceConsents: true }, { source: 'peer' }],
    ['counsellorAssigned', 'appointmentNumber', { kind: 'independent' }, { kind: 'trainedAssessor' }],
    ['followUpDecided', 'employeeAskedOn', { items: [{ burdensome: true }] }, { items: [{}] }],
    ['followUpDecided', 'reportDate', { items: [{ kind: 'disciplineRecommendation' }] }, { items: [] }],
  ] as const)('of %s asks for %s where it counts, and shows it where it is written', (type, name, asks, not) => {
    expect(shown(type, asks)).toContain(name);
    expect(shown(type, not)).not.toContain(name);
    expect(shown(type, { ...not, [name]: 'ditulis' })).toContain(name);
  });
  it('asks for the reason of an early judgement, and for what the employee was told', () => {
    const early = { outcome: 'unchanged', date: '2026-04-19' };
    expect(shown('changeEvaluated', early, { expectedBy: '2026-04-20' })).toContain('earlyReason');
    expect(shown('changeEvaluated', early, { expectedBy: '' })).not.toContain('earlyReason');
    expect(shown('consentRecorded', {}, { counsellorKind: 'trainedAssessor' })).toContain('toldAssesses');
    expect(shown('consentRecorded', {}, { counsellorKind: 'independent' })).not.toContain('toldAssesses');
  });
});
