import { isDayTold, statedOnOf } from '@shared/domain/case/act-days.ts';
import { isClockCorrected } from '@shared/domain/case/header.ts';
import type { ActOnPaper } from '@shared/domain/documents/context.ts';
import type { StoredAct } from '../case/stored-act.ts';

/** An act as its paper shows it. */
export const actOnPaper = ({ header, body }: Pick<StoredAct, 'header' | 'body'>): ActOnPaper => ({
  type: header.type,
  capacity: header.capacity,
  statedOn: statedOnOf(header),
  clockCorrected: isClockCorrected(header),
  isDayTold: isDayTold(header),
  author: body?.author ?? null,
  authorOffice: body?.authorOffice ?? '',
  content: body?.content ?? {},
  attachments: body?.attachments ?? [],
  medium: body?.paper?.medium ?? null,
});
