import { conductLists, conductTexts, staffAspects } from '@shared/domain/behaviour/core-values.ts';
import { followUpKinds } from '@shared/domain/case/content/follow-up.ts';
import { conductReference } from '@shared/domain/case/content/observation.ts';
import { followUpNames, isListedFollowUp } from '@shared/domain/case/follow-up-kinds.ts';
import caseFields from '@shared/i18n/id/case-fields.json' with { type: 'json' };
import { expect, it } from 'vitest';

it('BerAKHLAK has seven values with three conduct guides each, the older list five aspects', () => {
  expect(conductLists.berakhlak.map(({ conducts }) => conducts.length)).toEqual([3, 3, 3, 3, 3, 3, 3]);
  expect(conductLists.berakhlak.map(({ text }) => text[0]).join('')).toBe('BAKHLAK');
  expect(conductLists.pp30).toHaveLength(5);
});

it('of the older aspects, leadership is only for those who have staff', () => {
  expect(staffAspects.map((code) => conductTexts[code])).toEqual(['Kepemimpinan']);
  expect(caseFields.cases.conduct.onlyWithStaff).toContain('hanya bagi yang mempunyai staf');
});

it('every code is unique, has a text and fits the content of an act', () => {
  expect(Object.keys(conductTexts)).toHaveLength(7 + 21 + 5);
  for (const { code, conducts } of conductLists.berakhlak) {
    for (const conduct of conducts)
      expect(conductReference.safeParse({ value: code, conduct: conduct.code }).success).toBe(true);
  }
});

it('the follow-ups of 8/2021 have names; an institution’s own are none of them', () => {
  expect(followUpKinds.map((kind) => followUpNames[kind])).not.toContain(undefined);
  expect([isListedFollowUp('guidance'), isListedFollowUp('tambahanSendiri')]).toEqual([true, false]);
});
