import type { Output } from '../../../lib/query.ts';

/** Somebody of the register. */
export type ListedCoach = Output<'guidance.coaches'>[number];
