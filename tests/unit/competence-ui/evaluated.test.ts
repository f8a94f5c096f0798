import { createElement } from 'react';
import { expect, it } from 'vitest';
import { Evaluated } from '../../../renderer/features/competence/person/Evaluated.tsx';
import { drawn, words } from '../../fixtures/form-page.ts';

const item = { activity: '', kind: 'eLearning', quarter: null, jpPlanned: null, competence: null, recordId: null };
const plan = {
  items: [
    { ...item, itemId: 'a'.repeat(32), aim: 'Menyusun peta data' },
    { ...item, itemId: 'b'.repeat(32), aim: 'Belajar bersama' },
  ],
  remark: '',
};
const found = { itemId: 'a'.repeat(32), outcome: 'met', level: null, remark: '' };
const evaluation = { date: '2026-12-10', official: 'Pejabat Contoh', office: '', results: [found] };

it('an evaluated plan shows every item, also one of which nothing was found', () => {
  const html = drawn(createElement(Evaluated, { plan, evaluation } as never));
  expect(html).toContain(words('competence.evaluation.outcome.met'));
  expect(html).toMatch(/Belajar bersama<\/dt><dd[^>]*>–<\/dd>/);
});
