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

/** True when they share a day, or one begins on the day after the other. */
const touch = (a: Compared, b: Compared): boolean => dayBefore(a.from) <= b.to && dayBefore(b.from) <= a.to;

/**
 * True when two records are of one activity [own]: the same kind and the same certificate number; where one of them has
 * none, the same title and organiser on days that overlap or touch.
 */
export const isSameActivity = (a: Compared, b: Compared): boolean => {
  if (a.kind !== b.kind) return false;
  const [one, other] = [plain(a.certificateNumber), plain(b.certificateNumber)];
  if (one !== '' && other !== '') return one === other;
  return plain(a.title) === plain(b.title) && plain(a.organiser) === plain(b.organiser) && touch(a, b);
};
