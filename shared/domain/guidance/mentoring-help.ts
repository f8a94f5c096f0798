import { type MentoringForm, mentoringForms } from './record-contents.ts';
import { type MentoringStage, mentoringStages } from './working-file.ts';

/**
 * Points to check in each stage of mentoring: this project's proposal. The stages and what each of them is are the
 * source's (law: mentoringStages).
 */
export const stageChecklists = {
  prescriptive: ['agreement', 'limits', 'confidentiality', 'purpose', 'schedule', 'ending'],
  persuasive: ['relation', 'mentee', 'organisation', 'feedback'],
  collaborative: ['general', 'specific', 'roadMap', 'adjust'],
  confirmative: ['direction', 'confirm', 'evaluate', 'close'],
} as const satisfies Readonly<Record<MentoringStage, readonly string[]>>;

export interface MentoringStageHelp {
  readonly stage: MentoringStage;
  /** Keys of name and explanation in i18n. */
  readonly nameKey: string;
  readonly textKey: string;
  readonly checklist: readonly { readonly code: string; readonly textKey: string }[];
}

/** The four stages in order, each with its checklist. */
export const mentoringStageHelp: readonly MentoringStageHelp[] = mentoringStages.map((stage) => ({
  stage,
  nameKey: `guidanceHelp.mentoringStage.${stage}.name`,
  textKey: `guidanceHelp.mentoringStage.${stage}.text`,
  checklist: stageChecklists[stage].map((code) => ({
    code,
    textKey: `guidanceHelp.mentoringStage.${stage}.check.${code}`,
  })),
}));

export interface MentoringFormHelp {
  readonly form: MentoringForm;
  readonly nameKey: string;
  readonly textKey: string;
  /** When it fits. */
  readonly fitsKey: string;
}

/** The four forms of mentoring, what each is, and when it fits, which is ours (law: mentoringForms). */
export const mentoringFormHelp: readonly MentoringFormHelp[] = mentoringForms.map((form) => ({
  form,
  nameKey: `guidanceHelp.mentoringForm.${form}.name`,
  textKey: `guidanceHelp.mentoringForm.${form}.text`,
  fitsKey: `guidanceHelp.mentoringForm.${form}.fits`,
}));

/** Principles of mentoring (law: mentoringPrinciples), each with keys of its name and of what it means, in i18n. */
export const mentoringPrinciples = (['synergy', 'relationship', 'uniqueness'] as const).map((principle) => ({
  principle,
  nameKey: `guidanceHelp.mentoringPrinciple.${principle}.name`,
  textKey: `guidanceHelp.mentoringPrinciple.${principle}.text`,
}));
