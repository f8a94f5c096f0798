import type { PdfRevision } from './pdf-revision.ts';
import { isArray, isDictionary, nameOf, type PdfDictionary, type PdfValue } from './pdf-values.ts';

/** The least that a signer lets others do afterwards: nothing (ISO 32000-1, table 254). */
const nothing = 1;
const maxFields = 10_000;

/**
 * Whether a signature of this revision says that nothing may be added to it but timestamps and the data to check
 * signatures: by certifying it so (DocMDP with P 1, ISO 32000-1, 12.8.2.2), or by the lock of its field (ISO 32000-2,
 * 12.7.5.5). Throws TypeError when it cannot be read.
 */
export const forbidsAdditions = (revision: PdfRevision): boolean => {
  const dictionary = (value: PdfValue | undefined): PdfDictionary | null => {
    const found = revision.resolve(value);
    return isDictionary(found) ? found : null;
  };
  const list = (value: PdfValue | undefined): readonly PdfValue[] => {
    const found = revision.resolve(value);
    return isArray(found) ? found : [];
  };
  const isNothing = (rules: PdfDictionary | null): boolean => revision.resolve(rules?.get('P')) === nothing;
  const certifiesSo = (signature: PdfDictionary | null): boolean =>
    list(signature?.get('Reference')).some((entry) => {
      const reference = dictionary(entry);
      const method = nameOf(revision.resolve(reference?.get('TransformMethod')));
      return method === 'DocMDP' && isNothing(dictionary(reference?.get('TransformParams')));
    });
  const catalog = dictionary(revision.trailer.get('Root'));
  if (certifiesSo(dictionary(dictionary(catalog?.get('Perms'))?.get('DocMDP')))) return true;
  const waiting = [...list(dictionary(catalog?.get('AcroForm'))?.get('Fields'))];
  // A field that hangs on itself is met until the bound.
  for (let met = 0; met < maxFields && waiting.length > 0; met += 1) {
    const field = dictionary(waiting.pop());
    const signature = dictionary(field?.get('V'));
    if (signature !== null && (certifiesSo(signature) || isNothing(dictionary(field?.get('Lock'))))) return true;
    waiting.push(...list(field?.get('Kids')));
  }
  return false;
};
