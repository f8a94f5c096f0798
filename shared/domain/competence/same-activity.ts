import { addDays } from '../../kernel/date.ts';
import { foldWords } from '../../kernel/fold-text.ts';
import type { LearningRecord } from './learning-record.ts';

type Compared = Pick<
  LearningRecord,
  'recordId' | 'kind' | 'title' | 'organiser' | 'from' | 'to' | 'unit' | 'certificateNumber'
>;

/** What people write where there is no number, or in the place of one. */
const noNumber = new Set(
  (
    ',tidak ada,tdk ada,tak ada,tidak ada nomor,tanpa nomor,tanpa no,tidak bernomor,tdk bernomor,nihil,kosong,belum ada,' +
    'blm ada,belum terbit,blm terbit,menyusul,dalam proses,n a,na,none,no,nomor,null,ada,ya,terlampir,sertifikat'
  ).split(','),
);

/** True for a text that says that there is no number, or none that tells anything: `-`, `tidak ada`, `ada`, `xxx`. */
export const saysNone = (text: string): boolean => {
  const words = foldWords(text);
  return noNumber.has(words) || /^[0x]+$/.test(words);
};

/** A certificate number as it is compared; empty where what is written says that there is none, or has no figure. */
const numberOf = (text: string): string =>
  saysNone(text) || !/\p{N}/u.test(text) ? '' : foldWords(text).replace(/^(?:(?:nomor|nomer|no) )+(?=.*\d)/, '');

/** What tells activities apart, made once for each record. */
export interface Activity {
  readonly recordId: string;
  readonly kind: LearningRecord['kind'];
  readonly certificate: string;
  readonly organiser: string;
  /** Title and organiser. */
  readonly name: string;
  readonly from: string;
  readonly to: string;
  readonly dayBefore: string;
  /** Counted in sessions or semesters: each is an activity of its own, also on the day after another one. */
  readonly isEach: boolean;
}

const toActivity = ({ recordId, kind, title, organiser, from, to, unit, certificateNumber }: Compared): Activity => ({
  recordId,
  kind,
  certificate: numberOf(certificateNumber),
  organiser: foldWords(organiser),
  name: `${foldWords(title)}\n${foldWords(organiser)}`,
  from,
  to,
  dayBefore: addDays(from, -1),
  isEach: unit === 'sessions' || unit === 'semesters',
});

/** True when they share a day or, unless either stands alone, one begins on the day after the other. */
const touch = (a: Activity, b: Activity): boolean =>
  a.isEach || b.isEach ? a.from <= b.to && b.from <= a.to : a.dayBefore <= b.to && b.dayBefore <= a.to;

/**
 * Gives parts that follow one another without a day between them the days of the whole; all of one name, none
 * certified.
 */
const joined = (parts: readonly Activity[]): Activity[] => {
  const runs: { parts: Activity[]; days: Pick<Activity, 'from' | 'to' | 'dayBefore'> }[] = [];
  for (const part of [...parts].sort((a, b) => a.from.localeCompare(b.from))) {
    const { from, to, dayBefore: before } = part;
    const run = runs.at(-1);
    if (run === undefined || before > run.days.to) {
      runs.push({ parts: [part], days: { from, to, dayBefore: before } });
    } else {
      run.parts.push(part);
      if (to > run.days.to) run.days = { ...run.days, to };
    }
  }
  return runs.flatMap((run) => run.parts.map((part) => ({ ...part, ...run.days })));
};

/**
 * The activities of one person's records, in their order. Records without a certificate number that have kind, title
 * and organiser in common and follow one another day by day are parts of one activity (law: sameActivity), and get all
 * its days; sessions and semesters are each an activity of their own.
 */
export const activitiesOf = (records: readonly Compared[]): Activity[] => {
  const all = records.map(toActivity);
  const byName = new Map<string, Activity[]>();
  for (const activity of all.filter(({ certificate, isEach }) => certificate === '' && !isEach)) {
    const key = `${activity.kind}\n${activity.name}`;
    const parts = byName.get(key);
    if (parts === undefined) byName.set(key, [activity]);
    else parts.push(activity);
  }
  const whole = new Map([...byName.values()].flatMap(joined).map((activity) => [activity.recordId, activity]));
  return all.map((activity) => whole.get(activity.recordId) ?? activity);
};

/**
 * True when two records are of one activity (law: sameActivity): the same kind, and the same certificate number of the
 * same organiser; where one of them has none, the same title and organiser on days that overlap or touch, in
 * sessions or semesters on a day in common.
 */
export const isSameActivity = (a: Activity, b: Activity): boolean => {
  if (a.kind !== b.kind) return false;
  if (a.certificate !== '' && b.certificate !== '')
    return a.certificate === b.certificate && a.organiser === b.organiser;
  return a.name === b.name && touch(a, b);
};

/** Where activities that might be the same one are found: those that share none of these are not. */
export const keysOf = ({ kind, certificate, name }: Activity): string[] => [
  `${kind}\n${name}`,
  ...(certificate === '' ? [] : [`${kind}#${certificate}`]),
];
