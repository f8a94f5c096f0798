/** Paths of the pages of this area. */
export const paths = {
  home: '/directory',
  /** A card, directory or invitation file. */
  signedFile: (token: string): string => `/directory/file/${token}`,
  invite: '/directory/invite',
  /** Kirim & Terima. */
  exchange: '/exchange',
} as const;
