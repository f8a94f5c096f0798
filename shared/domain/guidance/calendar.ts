import { instantIn, widestZones } from '@shared/kernel/date.ts';

/** A time in somebody's calendar; without a start time it takes the whole day and clashes with nothing. */
export interface Slot {
  readonly id: string;
  readonly date: string;
  /** `HH:MM` or empty. */
  readonly startTime: string;
  /** WIB, WITA, WIT; empty where nobody says it. */
  readonly zone: string;
  readonly minutes: number | null;
}

/** Length that is assumed where none is given (law: sessionLength): minutes. */
export const assumedMinutes = 60;

/** Minutes since 1970-01-01, as a clock on the wall counts them. */
const startOf = ({ date, startTime }: Slot): number => Date.parse(`${date}T${startTime}:00Z`) / 60_000;
const endOf = (slot: Slot): number => startOf(slot) + (slot.minutes ?? assumedMinutes);

/** Minutes from the start of one slot to that of another: by the clocks on the wall where one of them has no zone. */
const between = (a: Slot, b: Slot): number => {
  const [from, to] = [a, b].map(({ zone, date, startTime }) => instantIn(zone, date, startTime));
  return from && to ? (Date.parse(to) - Date.parse(from)) / 60_000 : startOf(b) - startOf(a);
};

/** True when two slots lie over each other; one that begins when the other ends does not clash. */
export const clashes = (a: Slot, b: Slot): boolean => {
  if (a.id === b.id || a.date === '' || b.date === '' || a.startTime === '' || b.startTime === '') return false;
  const later = between(a, b);
  return later < (a.minutes ?? assumedMinutes) && -later < (b.minutes ?? assumedMinutes);
};

/** All pairs that clash, each once, by the earlier start; over midnight too. */
export const clashingPairs = <S extends Slot>(slots: readonly S[]): [S, S][] => {
  const timed = slots.filter(({ date, startTime }) => date !== '' && startTime !== '');
  const sorted = [...timed].sort((a, b) => startOf(a) - startOf(b) || (a.id < b.id ? -1 : 1));
  const pairs: [S, S][] = [];
  for (const [index, slot] of sorted.entries()) {
    for (const later of sorted.slice(index + 1)) {
      // What is further off than zones are from each other lies over it nowhere.
      if (startOf(later) >= endOf(slot) + widestZones * 60) break;
      if (clashes(slot, later)) pairs.push([slot, later]);
    }
  }
  return pairs;
};
