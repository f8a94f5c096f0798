import type { ActHeader } from '@shared/domain/case/header.ts';
import { toHex } from '@shared/kernel/bytes.ts';
import { canonicalJson } from '../../crypto/canonical-json.ts';
import { sha256 } from '../../crypto/hash.ts';

const domain = new TextEncoder().encode('bilik/case/v2\n\0');

/** ASCII `case`, in hexadecimal: how the ids of files begin that are named by their opening. */
const mark = toHex(new TextEncoder().encode('case'));

/**
 * The id of the file that this opening opens: a mark, and the first 12 bytes of SHA-256(domain ‖ RFC 8785 JSON of its
 * header without `caseId`), in hexadecimal. So nobody can open another file under the id of one that they know of.
 */
export const fileIdOf = (opening: Omit<ActHeader, 'caseId'> & { readonly caseId: string | null }): string => {
  const { caseId: _, ...said } = opening;
  return mark + toHex(sha256(domain, canonicalJson(said))).slice(0, 24);
};

/**
 * Whether an opening is that of the file that its header names. Version 0.3 drew the ids of its files by chance: what
 * it signs opens no file that is named by its opening. True of every other act, which opens nothing.
 */
export const opensItsFile = (header: ActHeader): boolean => {
  if (header.type !== 'caseOpened') return true;
  return header.format === 'bilik/act/v1' ? !header.caseId.startsWith(mark) : header.caseId === fileIdOf(header);
};
