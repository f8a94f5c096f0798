import type { Manifest } from './manifest.ts';

/** Step of the format that a vault has shown to read: 1 is that of version 0.3. */
export type ShownFormat = 1 | 2;

/**
 * What the latest package of a vault shows. From step 2 on every package closes its audit head, whatever else is in it,
 * in a way that version 0.3 takes and hands back: so a receipt is enough to show it, and no package has to be risked.
 * An open head is never empty, since sealing is itself recorded.
 */
export const shownFormat = ({ audit }: Pick<Manifest, 'audit'>): ShownFormat => (audit.size === 0 ? 2 : 1);
