import { attachmentRefSchema, paperMedia } from '@shared/domain/case/body.ts';
import { z } from 'zod';

const content = z.record(z.string(), z.unknown());

/** What has been typed so far on a page that registers signed papers: the file's people, the paper's content, its files. */
export const paperStateSchema = z.object({
  people: content,
  paper: content,
  medium: z.enum(paperMedia),
  scan: attachmentRefSchema.nullable(),
  evidence: z.array(attachmentRefSchema),
  /** Who signed the paper, where that is not one of the people; null otherwise. */
  signer: z.record(z.string(), z.unknown()).nullable(),
  signerRole: z.string(),
  register: z.boolean(),
  listNumber: z.string(),
});
export type PaperState = z.infer<typeof paperStateSchema>;

/** Reads a saved draft; null when it has another shape. */
export const readPaperState = (saved: unknown): PaperState | null => {
  const parsed = paperStateSchema.safeParse(saved);
  return parsed.success ? parsed.data : null;
};

/** Number and date that stand on the paper. */
export const numberAndDate = (paper: PaperState['paper']): { documentNumber: string; documentDate: string } => ({
  documentNumber: typeof paper.number === 'string' ? paper.number : '',
  documentDate: typeof paper.date === 'string' ? paper.date : '',
});
