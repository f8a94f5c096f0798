import { type Figures, figures } from '@shared/domain/programme/figures.ts';
import { z } from 'zod';
import { canonicalJson } from '../../crypto/canonical-json.ts';

const figuresFile = z.strictObject({ format: z.literal('bilik/figures/v1'), figures });

/** Figures of a programme as one file: RFC 8785 JSON. Throws when they are none that may leave. */
export const writeFiguresFile = (content: Figures): Uint8Array =>
  canonicalJson(figuresFile.parse({ format: 'bilik/figures/v1', figures: content }));

/**
 * Reads such a file; undefined when it is none, has other bytes than its RFC 8785 form, or tells a count that may not
 * leave (law: smallGroups).
 */
export const readFiguresFile = (bytes: Uint8Array): Figures | undefined => {
  try {
    const parsed = figuresFile.safeParse(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)));
    if (!parsed.success || !Buffer.from(canonicalJson(parsed.data)).equals(bytes)) return undefined;
    return parsed.data.figures;
  } catch {
    return undefined;
  }
};
