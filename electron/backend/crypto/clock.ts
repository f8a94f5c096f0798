import type { Clock } from '@shared/kernel/ports.ts';

/** The clock of the machine. */
export const systemClock: Clock = { now: () => Date.now() };
