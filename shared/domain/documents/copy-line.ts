import type { Classification } from '../case/content/fields.ts';
import type { DocumentForm } from './model.ts';

/** Labels whose every copy is counted on its first page. */
const counted: readonly Classification[] = ['topSecret', 'secret'];

/**
 * "Salinan Nomor 1 dari 2", as it stands upper left on papers whose label asks for it, also where there is one alone;
 * empty: this paper is not counted. What a number already says of how many there are is kept.
 */
export const copyLine = (classification: Classification, form: DocumentForm, copyNumber: string): string => {
  if (copyNumber !== '') return `Salinan Nomor ${copyNumber}`;
  if (!counted.includes(classification)) return '';
  return form === 'signed' ? 'Salinan Nomor 1 dari 1 (salinan tunggal)' : 'Salinan Nomor ........ dari ........';
};
