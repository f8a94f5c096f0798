/** What of a record tells whether a vault can make its signed PDF. */
export interface RecordSigned {
  readonly complete: boolean;
  /** The scan that it was signed on; null: none. */
  readonly paper: object | null;
  readonly parties: readonly { readonly own: boolean; readonly signedAt: string | null }[];
}

/**
 * True of a record that its parties signed in vaults, the holder of this one too: this vault can make its signed PDF.
 * What was signed on paper has its scan.
 */
export const hasSignedPdf = ({ complete, paper, parties }: RecordSigned): boolean =>
  complete && paper === null && parties.some(({ own, signedAt }) => own && signedAt !== null);
