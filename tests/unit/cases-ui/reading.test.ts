import type { AvailableAct, CaseSummary } from '@shared/contract/case.ts';
import { describe, expect, it } from 'vitest';
import { conductGroups, conductName } from '../../../renderer/features/cases/conduct-names.ts';
import {
  countPhases,
  filterCases,
  noFilter,
  parseCaseFilter,
  toSearchable,
} from '../../../renderer/features/cases/list/case-filter.ts';
import { actDay } from '../../../renderer/features/cases/view/act-day.ts';
import { type SummaryTools, summarise } from '../../../renderer/features/cases/view/act-summary.ts';
import { groupAvailable, wayOut } from '../../../renderer/features/cases/view/available-order.ts';
import { splitReceivers } from '../../../renderer/features/cases/view/receivers.ts';
import { actView, caseView, communicated, identified } from './made-view.ts';

const tools: SummaryTools = {
  t: (key) => key,
  formatDay: (day) => `<${day}>`,
  formatNumber: String,
  followUpName: (code) => `f:${code}`,
  conductName: (value, conduct) => `${value}/${conduct}`,
  aboutType: null,
  decisionItems: [],
};

describe('summary of an act', () => {
  it('tells what is filled in, in the order of the form', () => {
    const rows = summarise('problemCommunicated', communicated, tools);
    expect(rows.map((row) => row.label)).toEqual([
      'cases.field.date',
      'cases.field.place',
      'cases.field.facts',
      'cases.field.effect',
      'cases.field.expectedChange',
      'cases.field.expectedBy',
      'cases.field.acknowledgement',
    ]);
    expect(rows[0]?.text).toBe('<2026-10-12>');
    expect(rows.at(-1)?.text).toBe('cases.option.acknowledgement.signed');
  });

  it('reads lists line by line', () => {
    const rows = summarise(
      'problemIdentified',
      { ...identified, conduct: [{ value: 'harmonis', conduct: 'h1' }] },
      tools,
    );
    const texts = Object.fromEntries(rows.map((row) => [row.label, row.text]));
    expect(texts['cases.field.comparisons']).toBe('cases.option.scope.team: Tim lain mencapai 96 %.');
    expect(texts['cases.field.conduct']).toBe('harmonis/h1');
  });

  it('reads a correction with the table of the corrected act', () => {
    const content = { date: '2026-11-01', reason: 'Salah tanggal', content: communicated };
    const rows = summarise('actCorrected', content, { ...tools, aboutType: 'problemCommunicated' });
    expect(rows.map((row) => row.text)).toContain(communicated.facts);
  });
});

describe('day of an act', () => {
  it('is the one it tells, else the time it was stated', () => {
    expect(actDay(actView('problemCommunicated', communicated))).toBe('2026-10-12');
    expect(actDay(actView('caseOpened', {}))).toBe('2026-11-01');
  });
});

describe('filter of the list', () => {
  const summary = caseView([]).summary;
  const cases: CaseSummary[] = [
    { ...summary, caseId: 'a', employeeName: 'Ayu Pérmana', phase: 'monitoring', waitsForHolder: true },
    { ...summary, caseId: 'b', employeeName: 'Budi Contoh', phase: 'closed', closed: true },
  ];
  const ids = (filter: Partial<typeof noFilter>) =>
    filterCases(toSearchable(cases), { ...noFilter, ...filter }).map((entry) => entry.caseId);

  it('searches every word without regard to case and accents', () => {
    expect(ids({ search: 'permana AYU' })).toEqual(['a']);
    expect(ids({ search: 'ayu budi' })).toEqual([]);
  });
  it('narrows by phase, state and what waits', () => {
    expect(ids({ phase: 'closed' })).toEqual(['b']);
    expect(ids({ openness: 'open' })).toEqual(['a']);
    expect(ids({ waiting: true })).toEqual(['a']);
    expect(ids({})).toEqual(['a', 'b']);
  });
  it('counts files by phase', () => {
    expect([...countPhases(cases)]).toEqual([
      ['monitoring', 1],
      ['closed', 1],
    ]);
  });
  it('reads back what it saved and nothing else', () => {
    expect(parseCaseFilter(JSON.stringify({ ...noFilter, search: 'x' }))).toEqual({ ...noFilter, search: 'x' });
    expect(parseCaseFilter('{"search":1}')).toBeNull();
    expect(parseCaseFilter('no json')).toBeNull();
  });
});

describe('what can be done now', () => {
  const act = (type: AvailableAct['type'], more: Partial<AvailableAct> = {}): AvailableAct => ({
    type,
    capacities: ['assessor'],
    ownCapacities: ['assessor'],
    obstacles: [],
    rule: 'r',
    about: [],
    paperEvidence: 'optional',
    notOffered: {},
    ...more,
  });
  const obstacle = { code: 'communicationMissing', rule: null, satisfiedBy: 'problemCommunicated' as const };
  const acts = [
    act('feedbackRecorded'),
    act('problemCommunicated'),
    act('reportSubmitted', { obstacles: [obstacle] }),
    act('reportRegistered', { ownCapacities: [] }),
  ];
  it('puts what is due first, others apart, blocked last', () => {
    const groups = groupAvailable(acts, 'problemCommunicated');
    expect(groups.own.map((it) => it.type)).toEqual(['problemCommunicated', 'feedbackRecorded']);
    expect(groups.others.map((it) => it.type)).toEqual(['reportRegistered']);
    expect(groups.blocked.map((it) => it.type)).toEqual(['reportSubmitted']);
  });
  it('shows the way out only where it is open', () => {
    expect(wayOut('problemCommunicated', acts)?.type).toBe('problemCommunicated');
    expect(wayOut('reportSubmitted', acts)).toBeNull();
    expect(wayOut(null, acts)).toBeNull();
  });
});

describe('conduct list', () => {
  it('offers every core value and its conduct guides, and names them back', () => {
    const groups = conductGroups('berakhlak');
    expect(groups).toHaveLength(7);
    expect(groups.flatMap((group) => group.items)).toHaveLength(28);
    expect(conductName('harmonious', 'harmonious1')).toBe('Harmonis: Menghargai setiap orang apapun latar belakangnya');
    expect(conductName('loyal', null)).toBe('Loyal');
    expect(conductName('unknownCode', null)).toBe('unknownCode');
  });
});

describe('receivers', () => {
  it('are those who receive something; the rest of the file is told apart', () => {
    const split = splitReceivers([
      { role: 'assessor', form: 'all' },
      { role: 'personnelHead', form: 'header' },
      { role: 'employee', form: 'nothing' },
      { role: 'mentor', form: 'nothing' },
    ]);
    expect(split.receivers.map(({ role }) => role)).toEqual(['assessor', 'personnelHead']);
    expect(split.outside).toEqual(['employee']);
  });
});
