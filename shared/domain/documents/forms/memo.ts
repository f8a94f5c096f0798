import type { DocumentContext } from '../context.ts';
import type { DocumentModel } from '../model.ts';
import { attachmentCount, written } from '../parts.ts';
import type { FormPart } from './form.ts';

/** What the head of a memo (nota dinas) says. */
export interface MemoHead {
  readonly number: string | undefined;
  /** Each person or office on a line of its own; empty: room to write. */
  readonly to: readonly string[];
  readonly subject: string;
  /** As paper writes it. */
  readonly date: string | null;
}

const from = ({ act }: DocumentContext): string => act?.authorOffice || act?.author?.position || '';

/** The head of a nota dinas: number below its title, then Yth., Dari, Hal, Lampiran, Tanggal. */
export const memoHead = (
  context: DocumentContext,
  { number, to, subject, date }: MemoHead,
): Pick<FormPart, 'layout' | 'title' | 'number' | 'meta'> & { readonly meta: DocumentModel['meta'] } => ({
  layout: 'memo',
  title: 'Nota Dinas',
  number: number || null,
  meta: [
    { label: 'Yth.', value: written(to.filter((line) => line !== '').join(', ')) },
    { label: 'Dari', value: written(from(context)) },
    { label: 'Hal', value: subject },
    { label: 'Lampiran', value: attachmentCount(context) },
    { label: 'Tanggal', value: written(date) },
  ],
});
