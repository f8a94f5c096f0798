import type { DocumentSummary } from '../../../shared/contract/document-summary.ts';
import type { AttachmentRef } from '../../../shared/domain/case/body.ts';

/** A number as an identifier of so many digits. */
export const hex = (number: number, digits: number): string => number.toString(16).padStart(digits, '0');

/** A scan that belongs to a case or to whatever the number names. */
export const scan = (number: number, name = 'pindaian.pdf'): AttachmentRef => ({
  attachmentId: hex(number, 32),
  sha256: hex(number, 64),
  name,
  mediaType: 'application/pdf',
  size: 184_320,
});

/** The signed document of an act. */
export const documentOf = (caseId: string, actHash: string, index: number): DocumentSummary => ({
  documentId: hex(900 + index, 32),
  caseId,
  kind: index === 0 ? 'behaviourReport' : 'communicationSheet',
  actHash,
  state: index === 0 ? 'signed' : 'external',
  mediaType: 'application/pdf',
  size: 96_000,
  sha256: hex(index, 64),
  createdAt: '2026-05-21T03:00:00.000Z',
});
