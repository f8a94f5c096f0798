import type { Seen } from './manifest.ts';

/** A package of this vault as an echo names it. */
export type Named = Pick<Seen['received'][number], 'packageId' | 'counter'>;

/** What this vault knows of the packages that it sealed for whoever sends an echo, in the epoch that the echo names. */
export interface OwnSide {
  /** `present`: the epoch under way. `past`: one that this vault gave up. `unknown`: none that it remembers. */
  readonly epoch: 'present' | 'past' | 'unknown';
  /** True for a package that this vault remembers. */
  readonly remembers: (named: Named) => boolean;
  /** True for a package that this vault made, whether it remembers it or not. */
  readonly made: (named: Named) => boolean;
  /**
   * The audit head that was seen. `holds`: it is ours. `lost`: it was ours and is no more. `foreign`: it never was.
   * `unproven`: of a package sealed by version 0.3, which nothing here tells of.
   */
  readonly head: 'holds' | 'lost' | 'foreign' | 'unproven';
  /** True when it was told before, by whomever, that something of that epoch was lost. */
  readonly isLossKnown: boolean;
}

/**
 * `fits`: it tells nothing that this vault does not know. `rolledBack`: proof that this vault was more than it is now.
 * `invented`: it tells of what this vault, as far as can be proven, never made.
 */
export type EchoVerdict = 'fits' | 'rolledBack' | 'invented';

/**
 * Judges what somebody says to have from this vault. Only what this vault alone can have made proves that it was put
 * back; a word without proof changes nothing. In an epoch that was given up, missing packages are no news, nor are
 * heads once a loss is known: else whoever has many of them could have a new epoch begun with each.
 */
export const judgeEcho = ({ counter, received }: Seen, own: OwnSide): EchoVerdict => {
  const { epoch, remembers, made, head } = own;
  if (head === 'lost') return epoch === 'past' && own.isLossKnown ? 'fits' : 'rolledBack';
  if (head === 'foreign') return 'invented';
  if (epoch === 'past') return 'fits';
  const forgotten = received.filter((named) => !remembers(named));
  if (forgotten.some(made)) return 'rolledBack';
  const namesLatest = received.some((named) => named.counter === counter);
  return head === 'holds' && namesLatest && forgotten.length === 0 ? 'fits' : 'invented';
};
