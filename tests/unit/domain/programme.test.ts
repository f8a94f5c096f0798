import {
  blankSetting,
  type ProgrammeSetting,
  programmeElements,
  programmeSetting,
} from '@shared/domain/programme/elements.ts';
import { endsBeforeItBegins, lacksOf, settingLacks, standingsOf, stateOf } from '@shared/domain/programme/state.ts';
import programme from '@shared/i18n/id/programme.json' with { type: 'json' };
import { describe, expect, it } from 'vitest';

const today = '2026-11-25';
const set: ProgrammeSetting = {
  text: 'Tim pengelola dipimpin Kepala Biro SDM.',
  document: { title: 'Keputusan tentang tim pengelola (contoh)', number: '12/SDM/2026', date: '2026-02-01' },
  since: '2026-02-15',
  until: '',
  unit: 'Biro SDM',
  attachmentIds: [],
};

describe('an element of the programme', () => {
  it.each<[string, ProgrammeSetting | null]>([
    ['missing', null],
    ['missing', blankSetting()],
    ['missing', { ...set, text: '' }],
    ['drafted', { ...blankSetting(), text: 'Usulan.' }],
    ['drafted', { ...set, document: { ...set.document, number: '' } }],
    ['drafted', { ...set, document: { ...set.document, date: '' } }],
    ['drafted', { ...set, document: { ...set.document, title: '' } }],
    ['drafted', { ...set, since: '' }],
    ['drafted', { ...set, since: '2026-11-26' }],
    ['set', { ...set, since: today }],
    ['set', set],
    ['set', { ...set, unit: '' }],
    ['set', { ...set, until: today }],
    ['outdated', { ...set, until: '2026-11-24' }],
    ['outdated', { ...set, since: '', until: '2025-12-31' }],
  ])('is %s', (state, setting) => {
    expect(stateOf(setting, today)).toBe(state);
  });

  it('names what it lacks, in the order of the form', () => {
    expect(lacksOf(null)).toEqual([...settingLacks]);
    expect(lacksOf(set)).toEqual([]);
    expect(lacksOf({ ...set, unit: '', document: { title: '', number: '1', date: '' } })).toEqual([
      'documentTitle',
      'documentDate',
      'unit',
    ]);
  });

  it('cannot end before it begins', () => {
    expect(endsBeforeItBegins({ since: '2026-02-15', until: '2026-02-14' })).toBe(true);
    expect(endsBeforeItBegins({ since: '2026-02-15', until: '2026-02-15' })).toBe(false);
    expect(endsBeforeItBegins({ since: '', until: '2026-02-14' })).toBe(false);
    expect(endsBeforeItBegins({ since: '2026-02-15', until: '' })).toBe(false);
  });
});

describe('the programme', () => {
  it('names what is missing first, then what is outdated, drafted and set', () => {
    const standings = standingsOf(
      {
        stages: set,
        coach: { ...set, until: '2026-01-01' },
        budget: { ...blankSetting(), text: 'Usulan.' },
        mentee: set,
      },
      today,
    );
    expect(standings.map(({ state }) => state)).toEqual([
      ...Array(8).fill('missing'),
      'outdated',
      'drafted',
      'set',
      'set',
    ]);
    expect(standings.slice(-4).map(({ element }) => element)).toEqual(['coach', 'budget', 'stages', 'mentee']);
    expect(standings.map(({ element }) => element).sort()).toEqual([...programmeElements].sort());
  });

  it('has the twelve elements of the policy brief', () => {
    expect(programmeElements.map((element) => programme.programme.element[element])).toEqual([
      'Tahapan',
      'Struktur pengelola',
      'Coach',
      'Coachee',
      'Mentor',
      'Mentee',
      'Anggaran',
      'Alat monitoring dan evaluasi',
      'Pengakuan',
      'Sarana dan prasarana',
      'Metode',
      'Instrumen',
    ]);
    expect(programmeSetting.safeParse({ ...set, attachmentIds: ['a'.repeat(32), 'a'.repeat(32)] }).success).toBe(false);
    expect(programmeSetting.safeParse({ ...set, since: '2026-02-30' }).success).toBe(false);
  });
});
