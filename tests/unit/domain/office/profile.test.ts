import { describe, expect, it } from 'vitest';
import { isOfOffice, profileAt, standingOfProfile } from '../../../../shared/domain/office/in-force.ts';
import { officialFor, officeContents as schema } from '../../../../shared/domain/office/profile.ts';
import { officeContents } from '../../../fixtures/office.ts';
import * as people from '../../../fixtures/people/cast.ts';

const own = { rootKey: 'a', directoryId: 'd' };
const here = { serial: 3, hash: 'h' };

describe('a profile that comes', () => {
  it.each([
    ['newer', null, { ...own, serial: 1, hash: 'x' }],
    ['newer', here, { ...own, serial: 4, hash: 'x' }],
    ['newer', here, { ...own, serial: 9, hash: 'x' }],
    ['same', here, { ...own, serial: 3, hash: 'h' }],
    ['fork', here, { ...own, serial: 3, hash: 'x' }],
    ['older', here, { ...own, serial: 2, hash: 'h' }],
    ['otherRoot', here, { ...own, rootKey: 'b', serial: 4, hash: 'x' }],
    ['otherRoot', null, { ...own, directoryId: 'e', serial: 4, hash: 'x' }],
  ])('is %s', (standing, known, coming) => {
    expect(standingOfProfile(own, known, coming)).toBe(standing);
  });
});

describe('the profile of a moment', () => {
  const at = (day: string, serial: number) => ({ issuedAt: `2026-${day}T00:00:00.000Z`, serial });
  const [first, second, third] = [at('01-10', 1), at('03-10', 2), at('06-10', 3)];
  it.each([
    ['2026-02-01', first],
    ['2026-05-01', second],
    ['2026-12-01', third],
    ['2025-12-01', first],
  ])('%s', (day, found) => {
    expect(profileAt([third, first, second], `${day}T00:00:00.000Z`)).toBe(found);
  });

  it('is none where there are none', () => {
    expect(profileAt([], '2026-01-01T00:00:00.000Z')).toBeNull();
  });
});

describe('a profile', () => {
  it('takes turning signs from what it says, and refuses what has no name or no number', () => {
    const turned = { ...officeContents, institution: 'Kota\u202e Contoh', parents: ['\u200bPemerintah'] };
    expect(schema.parse(turned)).toMatchObject({ institution: 'Kota Contoh', parents: ['Pemerintah'] });
    const { numbering } = officeContents;
    for (const bad of [
      { institution: '\u202e' },
      { parents: [''] },
      { numbering: { ...numbering, template: 'tetap' } },
      { archiveCodes: [{ code: '', label: 'x' }] },
      { style: 'other' },
      { further: 1 },
    ])
      expect(schema.safeParse({ ...officeContents, ...bad }).success).toBe(false);
  });

  it('names officials by their part, with the office as papers name it', () => {
    expect(officialFor(officeContents, 'personnelHead')).toEqual({
      ...people.personnelHead,
      position: `Plt. ${people.personnelHead.position}`,
    });
    expect(officialFor(officeContents, 'counsellor')).toBeNull();
  });

  it('is of papers of its institution alone', () => {
    const ours = [officeContents.institution, 'Bagian Kepegawaian', ''];
    expect(isOfOffice('', ours)).toBe(true);
    expect(isOfOffice(officeContents.institution.toUpperCase(), ours)).toBe(true);
    expect(isOfOffice('Dinas Lain', ours)).toBe(false);
  });
});
