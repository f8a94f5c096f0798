import { ownValue } from '@shared/kernel/own-value.ts';
import { programErrorNumbers } from './program.ts';
import { workErrorNumbers } from './work.ts';

/**
 * The number of each text of an error (`errors.<name>`): short, the same in every language, for a person to quote. A
 * number is never given to another text; a new text takes the next free number of its area.
 */
export const errorNumbers: Readonly<Record<string, number>> = { ...programErrorNumbers, ...workErrorNumbers };

/** Number of the text of an error; of a name that has none, the one of a fault of the program (`internal`). */
export const errorNumber = (name: string): number => ownValue(errorNumbers, name) ?? programErrorNumbers.internal;
