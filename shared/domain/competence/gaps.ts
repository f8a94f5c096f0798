import { foldLine } from '@shared/kernel/fold-text.ts';
import { isUnique } from '@shared/kernel/unique.ts';
import { z } from 'zod';
import { day, optionalText, requiredLine } from '../fields.ts';

/** Kinds of competence of the standar kompetensi jabatan. */
export const competenceTypes = ['technical', 'managerial', 'sociocultural'] as const;

/** Highest level of a competence; 1 is the lowest that a position asks for. */
export const maxLevel = 5;
/** Most competences of one position. */
export const maxCompetences = 60;

const level = z.number().int().min(1).max(maxLevel);
/** A level that somebody has; 0: none of it. */
export const heldLevel = z.number().int().min(0).max(maxLevel);

/** Name of a competence as people compare them. */
export const plainCompetence = (name: string): string => foldLine(name);

const named = (competences: readonly { readonly name: string }[]): boolean =>
  isUnique(competences.map(({ name }) => plainCompetence(name)));

/** What a position asks for. */
export const standardInput = z
  .strictObject({
    /** Jabatan, as the register of people has it. */
    position: requiredLine,
    citation: requiredLine,
    competences: z
      .array(z.strictObject({ type: z.enum(competenceTypes), name: requiredLine, level, description: optionalText }))
      .max(maxCompetences),
  })
  .refine(({ competences }) => named(competences), {
    error: 'competenceTwice',
    path: ['competences'],
  });
export type StandardInput = z.output<typeof standardInput>;

/** What an employee is able to do now, as somebody assessed it. */
export const presentCompetences = z.strictObject({
  assessedOn: day,
  /** Who assessed, by which means. */
  basis: requiredLine,
  levels: z
    .array(z.strictObject({ name: requiredLine, level: heldLevel }))
    .max(maxCompetences)
    .refine(named, { error: 'competenceTwice' }),
});
export type PresentCompetences = z.output<typeof presentCompetences>;

/** A competence that is short of what the position asks; `present` null: not assessed. */
export interface CompetenceGap {
  readonly type: (typeof competenceTypes)[number];
  readonly name: string;
  readonly required: number;
  readonly present: number | null;
}

/**
 * Present competence against the standard (law: competenceGap): what is short or not assessed, the largest gap first.
 */
export const gapsOf = (
  standard: Pick<StandardInput, 'competences'>,
  present: PresentCompetences | null,
): CompetenceGap[] => {
  const levels = new Map((present?.levels ?? []).map(({ name, level: has }) => [plainCompetence(name), has]));
  return standard.competences
    .map(({ type, name, level: required }) => ({
      type,
      name,
      required,
      present: levels.get(plainCompetence(name)) ?? null,
    }))
    .filter((competence) => competence.present === null || competence.present < competence.required)
    .sort(
      (a, b) => b.required - (b.present ?? 0) - (a.required - (a.present ?? 0)) || a.name.localeCompare(b.name, 'id'),
    );
};
