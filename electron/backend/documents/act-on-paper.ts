import type { ActOnPaper } from '@shared/domain/documents/context.ts';
import type { StoredAct } from '../case/stored-act.ts';

/** Calendar day of an instant where this computer is, `YYYY-MM-DD`. */
const dayOf = (instant: string): string => {
  const date = new Date(instant);
  const two = (number: number) => String(number).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
};

/** An act as its paper shows it. */
export const actOnPaper = ({ header, body }: Pick<StoredAct, 'header' | 'body'>): ActOnPaper => ({
  type: header.type,
  capacity: header.capacity,
  statedOn: header.format === 'bilik/act/v2' ? header.statedOn : dayOf(header.statedAt),
  author: body?.author ?? null,
  authorOffice: body?.authorOffice ?? '',
  content: body?.content ?? {},
  attachments: body?.attachments ?? [],
  medium: body?.paper?.medium ?? null,
});
