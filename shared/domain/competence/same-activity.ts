import type { LearningRecord } from './learning-record.ts';

type Compared = Pick<LearningRecord, 'kind' | 'title' | 'organiser' | 'from' | 'to' | 'certificateNumber'>;

/** Words without case, accents and punctuation. */
const plain = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

const dayBefore = (day: string): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);

/** True when two spans of days share a day. */
export const overlap = (a: Pick<Compared, 'from' | 'to'>, b: Pick<Compared, 'from' | 'to'>): boolean =>
  a.from <= b.to && b.from <= a.to;

/** What tells activities apart, made once for each record. */
export interface Activity {
  readonly kind: LearningRecord['kind'];
  readonly certificate: string;
  readonly name: string;
  readonly from: string;
  readonly to: string;
  readonly dayBefore: string;
}

/** What of a record tells its activity from others. */
export const toActivity = ({ kind, title, organiser, from, to, certificateNumber }: Compared): Activity => ({
  kind,
  certificate: plain(certificateNumber),
  name: `${plain(title)}\n${plain(organiser)}`,
  from,
  to,
  dayBefore: dayBefore(from),
});

/** True when they share a day, or one begins on the day after the other. */
const touch = (a: Activity, b: Activity): boolean => a.dayBefore <= b.to && b.dayBefore <= a.to;

/**
 * True when two records are of one activity [own]: the same kind and the same certificate number; where one of them has
 * none, the same title and organiser on days that overlap or touch.
 */
export const isSameActivity = (a: Activity, b: Activity): boolean => {
  if (a.kind !== b.kind) return false;
  if (a.certificate !== '' && b.certificate !== '') return a.certificate === b.certificate;
  return a.name === b.name && touch(a, b);
};
