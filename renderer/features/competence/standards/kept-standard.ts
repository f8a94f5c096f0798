import type { Output } from '../../../lib/query.ts';

/** A standard with its place in the vault. */
export type KeptStandard = Output<'competence.standards'>[number];
