/** Paths of the pages of this area, and of those of others that it leads to. */
export const paths = {
  home: '/exchange',
  /** What leaves for a case; with `entryId` only for that person, sending again included. */
  send: (caseId: string, entryId: string | null = null): string =>
    entryId === null ? `/exchange/send/${caseId}` : `/exchange/send/${caseId}/${entryId}`,
  copy: (hash: string): string => `/exchange/copy/${hash}`,
  case: (caseId: string): string => `/cases/${caseId}`,
  /** Form of an act that somebody drafted for signature here. */
  draft: (caseId: string, draftId: string): string => `/cases/${caseId}/draft/${draftId}`,
  directory: '/directory',
  /** A card, directory or invitation file. */
  signedFile: (token: string): string => `/directory/file/${token}`,
  guidance: (guidanceId: string) => `/guidance/${guidanceId}`,
} as const;
