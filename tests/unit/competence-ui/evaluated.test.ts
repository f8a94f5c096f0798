import { createElement } from 'react';
import { expect, it } from 'vitest';
import { EvaluationCards } from '../../../renderer/features/competence/evaluation/EvaluationCards.tsx';
import { drawn, words } from '../../fixtures/form-page.ts';

const lines = [
  { itemId: 'a'.repeat(32), title: 'Menyusun peta data' },
  { itemId: 'b'.repeat(32), title: 'Belajar bersama' },
];
const found = { itemId: 'a'.repeat(32), outcome: 'met', level: null, remark: '' };
const evaluation = { date: '2026-12-10', official: 'Pejabat Contoh', office: '', results: [found] };

it('an evaluation of 0.3 shows every item, also one of which nothing was found, and that nobody signed it', () => {
  const html = drawn(createElement(EvaluationCards, { evaluations: [], unsigned: evaluation, lines } as never));
  expect(html).toContain(words('competence.evaluation.outcome.met'));
  expect(html).toContain(words('competence.evaluation.state.unsigned'));
  expect(html).toMatch(/Belajar bersama<\/dt><dd[^>]*>–<\/dd>/);
});
