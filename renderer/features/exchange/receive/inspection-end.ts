import { importErrors } from '@shared/contract/exchange.ts';
import type { Failure } from '../../../lib/failure-text.ts';

const ends: readonly string[] = [...importErrors, 'internal'];

/** True when a failed import has ended the inspection: to press the button again would tell nothing new. */
export const endsInspection = (failure: Failure | null): boolean => failure !== null && ends.includes(failure.code);
