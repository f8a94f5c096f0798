import { z } from 'zod';
import { followUpStandings } from '../case/follow-ups.ts';
import { phases, sessionStates } from '../case/state.ts';
import { type ListKind, listPapers } from '../documents/kind.ts';
import { line, optionalDay, requiredLine, year } from '../fields.ts';
import { officeRoles, personLimits, type Role } from '../identity/person.ts';

/**
 * Who may make which list: whoever has what stands in it by office. The register is the personnel unit's; follow-ups
 * reach who assesses too, sessions the counsellor, and learning hours are planned with who assesses.
 */
export const listRoles: Readonly<Record<ListKind, readonly Role[]>> = {
  registerList: officeRoles,
  followUpList: [...officeRoles, 'assessor', 'assessorSuperior'],
  sessionList: [...officeRoles, 'counsellor'],
  learningList: [...officeRoles, 'assessor', 'assessorSuperior'],
};

/** Lists that a holder of these roles may make. */
export const listsOf = (roles: readonly Role[]): readonly ListKind[] =>
  listPapers.filter((kind) => listRoles[kind].some((role) => roles.includes(role)));

/** By which state each list is narrowed; without one it has all. */
export const listStates = {
  registerList: ['open', ...phases],
  followUpList: ['toDo', ...followUpStandings],
  sessionList: sessionStates,
  learningList: ['below', 'reached'],
} as const satisfies Readonly<Record<ListKind, readonly string[]>>;

/** First and last day; empty: no limit. */
const period = { from: optionalDay, to: optionalDay };
/** Empty: every unit. */
const unit = line(personLimits.unit);

/** Which list, of which time, unit and state. */
export const listChoice = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('registerList'),
    ...period,
    unit,
    state: z.enum(listStates.registerList).nullable(),
  }),
  z.strictObject({
    kind: z.literal('followUpList'),
    ...period,
    unit,
    state: z.enum(listStates.followUpList).nullable(),
  }),
  z.strictObject({ kind: z.literal('sessionList'), ...period, unit, state: z.enum(listStates.sessionList).nullable() }),
  z.strictObject({ kind: z.literal('learningList'), year, unit, state: z.enum(listStates.learningList).nullable() }),
]);
export type ListChoice = z.infer<typeof listChoice>;
export type ChoiceOf<K extends ListKind> = Extract<ListChoice, { readonly kind: K }>;

/** A list, and whether it names people: then for what and for whom, which stands on it. */
export const listRequest = z.strictObject({
  choice: listChoice,
  /** Null: it leaves with register numbers alone. */
  naming: z.strictObject({ purpose: requiredLine, receiver: requiredLine }).nullable(),
});
export type ListRequest = z.infer<typeof listRequest>;

/** As what a list leaves. */
export const listFormats = ['pdf', 'xlsx', 'csv'] as const;
export type ListFormat = (typeof listFormats)[number];

/** By this every file of a list is known again: a list of people belongs to nobody's file, so it is never attached. */
export const listMark = 'bilik-daftar-v1';
