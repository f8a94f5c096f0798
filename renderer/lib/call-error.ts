import type { WireError } from '@shared/contract/method.ts';
import type { Failure } from './failure-text.ts';

/** A failed call in the form in which react-query carries failures. */
export class CallError extends Error implements Failure {
  readonly code: string;
  readonly details: Failure['details'];

  constructor(error: WireError) {
    super(error.code);
    this.code = error.code;
    this.details = error.details;
  }
}
