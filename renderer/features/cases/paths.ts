import type { ActType } from '@shared/domain/case/act-type.ts';

/** Paths of the pages of this area. */
export const paths = {
  list: '/cases',
  newCase: '/cases/new',
  fromPaper: '/cases/from-paper',
  assigned: '/cases/assigned',
  view: (caseId: string): string => `/cases/${caseId}`,
  /** Form of an act; `about` is the hash of the act that it is about. */
  act: (caseId: string, type: ActType, about: string | null = null): string =>
    about === null ? `/cases/${caseId}/act/${type}` : `/cases/${caseId}/act/${type}/${about}`,
  /** What would leave of a file, to whom (Kirim). */
  send: (caseId: string): string => `/exchange/send/${caseId}`,
  exchange: '/exchange',
  /** The document of an act. */
  document: (caseId: string, hash: string): string => `/cases/${caseId}/document/${hash}`,
} as const;
