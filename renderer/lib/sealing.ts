/** Largest part for e-mail, in bytes. */
export const emailPartBytes = 20_000_000;

/** One file, or several that mail servers let through. */
export type PartsChoice = 'one' | 'parts';

/** What is proposed for so many bytes: parts only where one file is too large for e-mail. */
export const proposedParts = (bytes: number): PartsChoice => (bytes > emailPartBytes ? 'parts' : 'one');

/** Size of a part as the calls take it; null: one file. */
export const partBytesOf = (choice: PartsChoice): number | null => (choice === 'parts' ? emailPartBytes : null);

/** About how many files come of so many bytes. */
export const partCount = (bytes: number): number => Math.max(1, Math.ceil(bytes / emailPartBytes));
