import { ok } from '@shared/kernel/result.ts';
import { defineHandlers } from '../rpc/define-handlers.ts';
import { unlockedOf } from '../vault/unlocked.ts';
import { workspaceOf } from '../workspace/workspace.ts';
import { planCoachTraining } from './coach-training.ts';
import { signEvaluation } from './evaluate.ts';
import { institutionPlanOf, saveInstitutionPlan } from './institution-plan.ts';

const papers = () => import('./papers.ts');

/** The institution's plan, evaluations of plans, training of coaches. */
export const planHandlers = defineHandlers({
  'competence.institutionPlan': ({ year }, context) => ok(institutionPlanOf(unlockedOf(context), year)),
  'competence.saveInstitutionPlan': (input, context) => saveInstitutionPlan(workspaceOf(context), input),
  'competence.prepareInstitutionPlan': async ({ year }, context) => {
    const { prepareInstitutionPlan } = await papers();
    return prepareInstitutionPlan(unlockedOf(context), context.host, year);
  },
  'competence.signEvaluation': (input, context) => signEvaluation(unlockedOf(context), input),
  'competence.enterEvaluation': async (input, context) => {
    const { enterEvaluation } = await papers();
    return enterEvaluation(unlockedOf(context), input);
  },
  'competence.prepareEvaluation': async (input, context) => {
    const { prepareEvaluation } = await papers();
    return prepareEvaluation(unlockedOf(context), context.host, input);
  },
  'competence.evaluationDocument': async ({ hash }, context) => {
    const { documentOfEvaluation } = await papers();
    return documentOfEvaluation({ ...unlockedOf(context), host: context.host }, hash);
  },
  'competence.planCoachTraining': (input, context) => planCoachTraining(workspaceOf(context), input),
});
