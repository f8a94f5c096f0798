/** How weekdays are written, Indonesian and English, in full and short, without apostrophes; Sunday first. */
const names: readonly (readonly string[])[] = [
  ['minggu', 'ahad', 'min', 'sunday', 'sun'],
  ['senin', 'senen', 'sen', 'monday', 'mon'],
  ['selasa', 'sel', 'tuesday', 'tue'],
  ['rabu', 'rebo', 'rab', 'wednesday', 'wed'],
  ['kamis', 'kemis', 'kam', 'thursday', 'thu'],
  ['jumat', 'jum at', 'jum', 'friday', 'fri'],
  ['sabtu', 'sab', 'saturday', 'sat'],
];

/** Every way in which a weekday is written, the longer ones first. */
export const weekdayWords: readonly string[] = names.flat().sort((a, b) => b.length - a.length);

/** Number of the weekday that one of `weekdayWords` names, Sunday 0; -1 for another word. */
export const weekdayNamed = (word: string): number => names.findIndex((words) => words.includes(word.toLowerCase()));
