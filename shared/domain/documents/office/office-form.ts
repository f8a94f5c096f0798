import type { DocumentContext } from '../context.ts';
import type { FormPart } from '../forms/form.ts';
import type { OfficeFacts } from './facts.ts';

/** Builds an office paper from what is known of the file, and of what is counted of it. */
export type OfficeForm = (context: DocumentContext, facts: OfficeFacts) => FormPart;
