import type { Output } from '../../../lib/query.ts';

/** A person with years and records. */
export type Learner = Output<'competence.employee'>;
