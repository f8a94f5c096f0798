import type { ActView } from '@shared/contract/case.ts';
import { happenedOn, isRecordedLate } from '@shared/domain/case/act-days.ts';

type Dated = Pick<ActView, 'currentContent' | 'body' | 'statedOn'>;

const dayTold = ({ currentContent, body }: Dated): string | null => happenedOn(currentContent, body?.paper);

/** The day that an act tells about: its content's date, the paper's, or the day on which it was stated. */
export const actDay = (act: Dated): string => dayTold(act) ?? act.statedOn;

/** True when an act was signed on a later day than the one that it tells about: shown beside it, never refused. */
export const wasRecordedLate = (act: Dated): boolean =>
  isRecordedLate({ happenedOn: dayTold(act), statedOn: act.statedOn });
