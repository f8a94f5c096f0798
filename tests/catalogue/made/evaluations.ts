import type { EvaluationView } from '../../../shared/contract/plan-evaluation.ts';
import { type JudgedPlan, linesOfInstitution, linesOfPlan } from '../../../shared/domain/competence/evaluation.ts';
import { sumPlans } from '../../../shared/domain/competence/institution-plan.ts';
import { institutionSample } from '../../fixtures/evaluations.ts';
import { employee } from '../../fixtures/people/cast.ts';
import type { Answers } from '../window/stand-in.ts';
import { hex } from './files.ts';
import { plan } from './learning.ts';

const signer = { name: 'Prof. Dr. Seno Umpama, M.A.', nip: '', office: 'Direktur Jenderal' };
const judged = (judgedPlan: JudgedPlan, changes: Partial<EvaluationView> = {}, replaces: string | null = null) =>
  ({
    hash: hex(91, 64),
    record: {
      format: 'bilik/plan-evaluation/v1',
      evaluationId: hex(91, 32),
      plan: judgedPlan,
      official: signer,
      signing: changes.paper ? 'paper' : 'vault',
      content: {
        date: '2026-11-20',
        conclusion: 'Dilanjutkan tahun depan.',
        results: judgedPlan.lines.map(({ itemId }, index) => ({
          itemId,
          outcome: index === 0 ? 'partly' : 'met',
          level: null,
          remark: '',
        })),
      },
      replaces: replaces === null ? null : { evaluation: replaces, why: 'Hasil triwulan 4 belum masuk.' },
      statedAt: '2026-11-20T03:00:00.000Z',
    },
    createdAt: '2026-11-20T03:00:00.000Z',
    signedAt: '2026-11-20T03:00:00.000Z',
    clockCorrected: false,
    keyFingerprint: '0123 4567 89ab cdef',
    paper: null,
    documentId: null,
    isReplaced: false,
    ...changes,
  }) as const satisfies EvaluationView;
const employeeJudged = {
  owner: 'employee',
  personId: hex(1, 32),
  employee,
  year: 2026,
  lines: linesOfPlan(plan.plan),
} as const;
const onPaper = { medium: 'ink' as const, signedOn: '2026-11-18', attachmentIds: [hex(5, 32)] };
const earlier = { hash: hex(90, 64), isReplaced: true, signedAt: null, paper: onPaper };
/** Signed, and in the place of one on paper. */
export const correctedPlan = {
  ...plan,
  lacks: [],
  evaluations: [judged(employeeJudged, {}, earlier.hash), judged(employeeJudged, earlier)],
};
/** An evaluation that is not what was signed. */
export const damagedPlan = { ...plan, evaluations: [{ ...judged(employeeJudged), record: null, signedAt: null }] };

const institution = institutionSample();
const sums = sumPlans(plan.plan.items.map((one, index) => ({ ...one, personId: String(index) })));
/** The institution's plan while it is written. */
export const institutionOpened = {
  revision: 1,
  plan: institution,
  sums,
  since: null,
  evaluations: [],
};
/** The same, set and evaluated, and corrected by a later one. */
const ofInstitution = {
  owner: 'institution',
  institution: 'Lembaga Peraga',
  year: 2026,
  lines: linesOfInstitution(institution, sums),
} as const;
export const institutionEvaluated = {
  ...institutionOpened,
  plan: { ...institution, state: 'set' as const },
  since: { ...sums, people: 3 },
  evaluations: [judged(ofInstitution, {}, earlier.hash), judged(ofInstitution, earlier)],
};

/** The institution's plan as it is written. */
export const evaluationAnswers: Answers = {
  'competence.institutionPlan': institutionOpened,
  'competence.evaluationDocument': { documentId: hex(900, 32) },
  'competence.prepareInstitutionPlan': { viewId: 'kertas', size: 1000 },
  'competence.prepareEvaluation': { viewId: 'kertas', size: 1000 },
};
