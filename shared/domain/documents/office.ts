/** How an office signs: offices of the centre write names in capitals without degrees, those of regions as they are. */
export type OfficeStyle = 'central' | 'regional';

/** A picture for the letterhead. */
export interface Logo {
  readonly mediaType: 'image/png' | 'image/jpeg';
  readonly bytes: Uint8Array;
}

/** The office that a paper comes from, as its letterhead (kop) names it. */
export interface Office {
  /** The institution, e.g. "Kementerian Contoh". */
  readonly name: string;
  /** Institutions above it, the highest first; empty: none is printed. */
  readonly parents: readonly string[];
  /** The unit that writes, printed larger below the institution; empty: the institution writes. */
  readonly unit: string;
  readonly address: string;
  /** Town where papers are dated. */
  readonly city: string;
  readonly contact: string;
  readonly logo: Logo | null;
  readonly style: OfficeStyle;
}
