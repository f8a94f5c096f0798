import { foldWords } from '../../../kernel/fold-text.ts';
import { learningKindTitles } from '../kind-titles.ts';
import type { LearningKind } from '../kinds.ts';
import { readCode } from './values.ts';

/** What offices write for a kind besides its title, without case and signs, where no other kind could be meant. */
const alsoNamed: Readonly<Partial<Record<LearningKind, readonly string[]>>> = {
  structuralTraining: ['diklat struktural', 'pelatihan struktural', 'diklat kepemimpinan', 'pelatihan kepemimpinan'],
  managerialTraining: ['diklat manajerial'],
  technicalTraining: ['diklat teknis'],
  functionalTraining: ['diklat fungsional'],
  socioculturalTraining: ['diklat sosial kultural', 'diklat sosiokultural', 'pelatihan sosiokultural'],
  technicalGuidance: ['bimtek', 'bimbingan teknis bimtek'],
};
const byName = new Map(
  Object.entries(alsoNamed).flatMap(([kind, names]) => names.map((name) => [name, kind as LearningKind] as const)),
);

/** The kind that a text names; undefined when it is none. */
export const readKind = (text: string): LearningKind | undefined =>
  readCode(learningKindTitles, text) ?? byName.get(foldWords(text));
