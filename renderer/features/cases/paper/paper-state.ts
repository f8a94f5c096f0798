import type { DraftContent } from '@shared/domain/draft/kinds.ts';

/**
 * What has been typed so far on a page that registers signed papers: the file's people, the paper's content, its files.
 */
export type PaperState = DraftContent<'caseFromPaper'>;

/** Number and date that stand on the paper. */
export const numberAndDate = (paper: PaperState['paper']): { documentNumber: string; documentDate: string } => ({
  documentNumber: typeof paper.number === 'string' ? paper.number : '',
  documentDate: typeof paper.date === 'string' ? paper.date : '',
});
