import type { ActView } from '@shared/contract/case.ts';
import { isIsoDate, toLocalDay } from '@shared/kernel/date.ts';

/** The day that an act tells about: its content's date, the paper's, or the day on which it was stated. */
export const actDay = (act: Pick<ActView, 'currentContent' | 'body' | 'statedAt'>): string => {
  const told = act.currentContent?.date;
  if (typeof told === 'string' && isIsoDate(told)) return told;
  const paper = act.body?.paper?.documentDate;
  return paper !== undefined && isIsoDate(paper) ? paper : act.statedAt;
};

/** True when an act was signed on a later day than the one that it tells about: shown beside it, never refused. */
export const isRecordedLate = (act: Pick<ActView, 'currentContent' | 'body' | 'statedAt'>): boolean => {
  const day = actDay(act);
  return isIsoDate(day) && day < toLocalDay(Date.parse(act.statedAt));
};
