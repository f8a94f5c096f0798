import { readDraft } from '@shared/domain/draft/kinds.ts';
import { describe, expect, it } from 'vitest';
import {
  freshQuick,
  quickContent,
  quickFile,
  withQuick,
} from '../../../renderer/features/guidance/quick/quick-state.ts';
import { employee } from '../../fixtures/people/cast.ts';

const person = { ...employee, personId: 'x' };
const blank = freshQuick({ person }, '2026-11-27');
const adjusted = { state: 'adjusted' as const, expectation: 'Dua laporan sebulan', measure: '', target: '' };

describe('what is noted on one page', () => {
  it.each([
    ['ownSuperior', 'adjusted'],
    ['specialAssignment', 'proposed'],
  ] as const)('by %s leaves an Ekspektasi %s', (leaderBasis, state) => {
    const typed = { ...blank, leaderBasis, form: { ...blank.form, adjustment: adjusted } };
    expect(quickContent('coaching', typed)).toMatchObject({ adjustment: { state } });
  });

  it('keeps by what right somebody leads', () => {
    const typed = { ...blank, topic: 'Mutu data', leaderBasis: 'specialAssignment' as const, participants: [employee] };
    const file = quickFile('coaching', typed, 'Instansi Contoh', () => 'a'.repeat(32));
    expect(file.data).toMatchObject({ leaderBasis: 'specialAssignment' });
  });

  it('keeps the period of a plan and that of the assessment apart', () => {
    const typed = withQuick('mentoring', blank, 'period', 'Tiga bulan');
    expect([typed.plan.period, typed.period]).toEqual(['Tiga bulan', '2026']);
    expect(withQuick('coaching', typed, 'place', 'Ruang rapat')).toMatchObject({
      place: 'Ruang rapat',
      form: blank.form,
    });
  });

  it('of before that was asked is read, with the usual right', () => {
    const { leaderBasis: _asked, ...before } = blank;
    expect(readDraft('guidanceQuick', before)).toEqual({ ...before, leaderBasis: 'ownSuperior' });
  });
});
