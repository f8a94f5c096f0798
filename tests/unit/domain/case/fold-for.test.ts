import { foldCase } from '@shared/domain/case/fold.ts';
import { actHeaderSchema } from '@shared/domain/case/header.ts';
import { foldFor } from '@shared/domain/case/holder.ts';
import type { NamedHeader } from '@shared/domain/case/state.ts';
import { expect, it } from 'vitest';
import { personnelHead } from '../../../fixtures/people/cast.ts';
import { addAll, nameAct, type Step } from '../../../property/support/case-file.ts';
import * as s from '../../../property/support/steps.ts';

const refusedConsent: Step = { type: 'consentRecorded', capacity: 'counsellor', facts: ['refused'] };
const counselled = addAll(s.fileAfter(...s.toReport, ...s.toAccepted('independent')), [s.schedule, refusedConsent]);

const newer: readonly string[] = ['scope', 'enteredAs', 'namedKey', 'statedOn', 'deeper'];

/** The result as version 0.3 signed it: its header says that the counselling ended, why only the consent tells. */
const ended = (): NamedHeader => {
  const { header, hash } = nameAct(counselled, { ...s.signResult, facts: ['ended'] });
  const v1 = Object.fromEntries(Object.entries(header).filter(([name]) => !newer.includes(name)));
  return { hash, header: actHeaderSchema.parse({ ...v1, format: 'bilik/act/v1' }) };
};

it('a case is folded as far as its holder sees: what hides deeper takes no effect from what is here', () => {
  const hidden = counselled.state.acts.filter(({ level }) => level === 2).map(({ hash }) => hash);
  expect(hidden).toHaveLength(1);
  const result = ended();
  const acts = [...counselled.acts.filter(({ hash }) => !hidden.includes(hash)), result];
  expect(foldCase(acts).refused.map(({ code }) => code)).toEqual(['nothingEnded']);
  const state = foldFor(acts, new Map(), { person: personnelHead, roles: ['personnelHead'] });
  expect(state.result).toEqual({ hash: result.hash, outcome: 'ended' });
});
