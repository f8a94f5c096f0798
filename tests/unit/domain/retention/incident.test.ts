import { describe, expect, it } from 'vitest';
import { type IncidentPaper, incidentModel } from '../../../../shared/domain/documents/retention/incident-model.ts';
import { type ExposedFile, papersOf, untilDay } from '../../../../shared/domain/retention/incident.ts';
import texts from '../../../../shared/i18n/id/case.json' with { type: 'json' };
import { emptyContext } from '../../../fixtures/document-contexts.ts';

const act = (on: string, form: 'all' | 'header' = 'all') => ({ type: 'feedbackRecorded' as const, on, form });
const file = (employeeName: string, days: readonly string[], listNumber = ''): ExposedFile => ({
  caseId: 'a'.repeat(32),
  opening: null,
  employeeName,
  listNumber,
  acts: days.map((day) => act(day)),
});
const files = [file('Laras Contoh', ['2026-03-01', '2026-05-01']), file('', ['2026-06-01'], '12/2026')];

describe('whose data others may have', () => {
  it('goes up to a day, and leaves out a file of which nothing was there yet', () => {
    expect(untilDay(files, '')).toEqual(files);
    expect(untilDay(files, '2026-04-01')).toEqual([file('Laras Contoh', ['2026-03-01'])]);
    expect(untilDay(files, '2026-01-01')).toEqual([]);
  });

  it('has a key revoked where it may be in the hands of others', () => {
    expect(papersOf('lost')).toEqual(['incidentPerson', 'incidentAuthority', 'incidentRevocation']);
    expect(papersOf('missent')).toEqual(['incidentPerson', 'incidentAuthority']);
  });
});

const account = {
  happenedOn: '2026-11-20' as never,
  account: 'Tas berisi laptop dicuri.',
  protection: '',
  measures: '',
  contact: '',
  citation: '',
};
const paper = (change: Partial<IncidentPaper>): string => {
  const context = { ...emptyContext, form: 'prefilled' as const };
  return JSON.stringify(
    incidentModel(context, {
      kind: 'lost',
      paper: 'incidentAuthority',
      account,
      exposure: { files, persons: 7, guidance: 3, notes: 2 },
      holder: { name: 'Sekar Contoh', keyFingerprint: '1234-5678' },
      actTitles: texts.acts as IncidentPaper['actTitles'],
      today: '2026-11-21',
      ...change,
    }),
  );
};

describe('papers of an incident', () => {
  it('tell the authority of all, and claim no rule by themselves', () => {
    const text = paper({});
    for (const said of ['Laras Contoh', 'Berkas 12/2026', 'daftar Pegawai: 7', 'Tas berisi laptop dicuri.'])
      expect(text).toContain(said);
    expect(text).not.toMatch(/Undang-Undang|UU |Pasal/);
    // How many private notes there were is for their holder to tell.
    expect(text).not.toMatch(/catatan pribadi/i);
    expect(paper({ account: { ...account, citation: 'Pasal contoh' } })).toContain('Pasal contoh');
  });

  it('tell a person of the own file alone, and what of it may be read', () => {
    const one = { ...files[0]!, acts: [act('2026-03-01'), act('2026-05-01', 'header')] };
    const text = paper({ paper: 'incidentPerson', exposure: { files: [one], persons: 7, guidance: 3, notes: 2 } });
    for (const said of ['Yth.', 'Laras Contoh', 'seluruh isi', 'hanya pemberitahuan, tanpa isi'])
      expect(text).toContain(said);
    expect(text).not.toContain('daftar Pegawai');
  });

  it('name the key to be revoked, and nobody whose data it is', () => {
    const text = paper({ paper: 'incidentRevocation' });
    for (const said of ['Sekar Contoh', '1234-5678']) expect(text).toContain(said);
    expect(text).not.toContain('Laras');
  });
});
