import { type ContentOf, contentSchemas } from './body.ts';

/**
 * What an employee's signature on a communication sheet rests on. `scan`: the sheet itself; `ownAct`: the employee's
 * own receipt or answer, by the own key or on paper with a scan; `assessor`: the word of the assessor alone, as version
 * 0.3 took it; `refused`: a note of the refusal; `none`: there is none yet.
 */
export const signatureGrounds = ['scan', 'ownAct', 'assessor', 'refused', 'none'] as const;
export type SignatureGround = (typeof signatureGrounds)[number];

/** An act of a file, as far as it tells of a signature. */
export interface SignedAct {
  readonly hash: string;
  readonly type: string;
  readonly about: string | null;
  readonly origin: 'vault' | 'paper';
  /** Files that are attached to it. */
  readonly files: number;
}

type Acknowledgement = ContentOf<'problemCommunicated'>['acknowledgement'];

/** What a sheet says of the signature; undefined where it says nothing that is known. */
export const acknowledgementOf = (content: Readonly<Record<string, unknown>>): Acknowledgement | undefined =>
  contentSchemas.problemCommunicated.shape.acknowledgement.safeParse(content.acknowledgement).data;

/** The employee's own word about a copy: signed by the own key, or on paper with a scan. */
const isOwnWord = ({ type, origin, files }: SignedAct): boolean =>
  (type === 'copyAcknowledged' || type === 'responseGiven') && (origin === 'vault' || files > 0);

/** What the employee's signature on a sheet rests on, by the acts with effect of its file. */
export const signatureGround = (
  sheet: SignedAct,
  acknowledgement: Acknowledgement | undefined,
  acts: readonly SignedAct[],
): SignatureGround => {
  if (acknowledgement === 'refused') return 'refused';
  if (acknowledgement === 'signed' && sheet.files > 0) return 'scan';
  const copies = acts.filter(({ type, about }) => type === 'copyReleased' && about === sheet.hash);
  const isOwn = acts.some((act) => isOwnWord(act) && copies.some(({ hash }) => hash === act.about));
  if (isOwn) return 'ownAct';
  return acknowledgement === 'signed' ? 'assessor' : 'none';
};
