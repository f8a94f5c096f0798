/** What of a record tells whether a vault can make its signed PDF. */
export interface RecordSigned {
  readonly complete: boolean;
  /** The scan that it was signed on; null: none. */
  readonly paper: object | null;
  /** The signed PDF that is here; null or absent: none. */
  readonly documentId?: string | null;
  readonly parties: readonly { readonly own: boolean; readonly signedAt: string | null }[];
}

/**
 * True of a record that its parties signed in vaults, when its original is here or the holder is one of them: this
 * vault has or can make its signed PDF. What was signed on paper has its scan.
 */
export const hasSignedPdf = ({ complete, paper, parties, documentId = null }: RecordSigned): boolean =>
  complete && paper === null && (documentId !== null || parties.some(({ own, signedAt }) => own && signedAt !== null));
