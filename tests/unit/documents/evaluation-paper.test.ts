import { evaluationModel } from '@shared/domain/documents/competence/evaluation-model.ts';
import { blankContext } from '@shared/domain/documents/context.ts';
import plans from '@shared/i18n/id/competence-plans.json' with { type: 'json' };
import { expect, it } from 'vitest';
import { institution } from '../../fixtures/document-samples.ts';
import { textOnPaper } from '../../fixtures/said.ts';

it('an evaluation of a plan says on paper and on screen for what it is a basis', () => {
  const basis = /salah satu dasar dalam pengangkatan jabatan dan pengembangan karier/i;
  const context = { ...blankContext(institution, 'restricted'), form: 'prefilled' as const };
  const plan = { owner: 'institution' as const, planId: '', year: 2026, institution: 'Kementerian Contoh', lines: [] };
  const paper = evaluationModel(context, {
    plan,
    official: { name: 'Ir. Bagas Teladan, M.T.', nip: '', office: '' },
    replaces: null,
    content: { date: '2026-12-10', conclusion: 'Tercapai', results: [] },
  } as never);
  expect(textOnPaper(paper)).toMatch(basis);
  expect(plans.competence.evaluation.intro).toMatch(basis);
});
