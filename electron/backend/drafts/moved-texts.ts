import { maxStoredText } from '@shared/domain/long-text.ts';
import { type AppError, fail, ok, type Result } from '@shared/kernel/result.ts';
import { randomId } from '../crypto/random.ts';
import type { Workspace } from '../workspace/workspace.ts';

interface Moved {
  readonly pieces: string[];
  units: number;
}

/** Most texts on their way at once; the oldest go first. */
const maxTexts = 4;

/** Texts on their way, by open vault: in memory alone, gone with it. */
const moving = new WeakMap<Workspace['notes'], Map<string, Moved>>();

const textsOf = ({ notes }: Pick<Workspace, 'notes'>): Map<string, Moved> => {
  const known = moving.get(notes) ?? new Map<string, Moved>();
  moving.set(notes, known);
  return known;
};

const begin = (work: Workspace, texts: Map<string, Moved>): { textId: string; moved: Moved } => {
  const textId = randomId(work.random);
  const moved: Moved = { pieces: [], units: 0 };
  texts.set(textId, moved);
  const oldest = texts.keys().next();
  if (texts.size > maxTexts && !oldest.done) texts.delete(oldest.value);
  return { textId, moved };
};

/**
 * Takes the next piece of a text that no single message carries; `textId` null: its first. One that is more than can be
 * stored is dropped as a whole (`textTooLarge`): who moves it still has it.
 */
export const moveText = (
  work: Workspace,
  { textId, text }: { readonly textId: string | null; readonly text: string },
): Result<{ textId: string }, AppError<'unknownText' | 'textTooLarge'>> => {
  const texts = textsOf(work);
  const known = textId === null ? undefined : texts.get(textId);
  if (textId !== null && known === undefined) return fail('unknownText');
  const begun = textId === null || known === undefined ? begin(work, texts) : { textId, moved: known };
  begun.moved.units += text.length;
  if (begun.moved.units > maxStoredText) {
    texts.delete(begun.textId);
    return fail('textTooLarge');
  }
  begun.moved.pieces.push(text);
  return ok({ textId: begun.textId });
};

/** A text as a call brings it: its end, and the name under which what comes before was moved. */
export interface ComingText {
  readonly content: string;
  readonly movedBefore?: string | undefined;
}

/** The whole text. What was moved is gone afterwards. */
export const wholeText = (
  work: Workspace,
  { content, movedBefore }: ComingText,
): Result<string, AppError<'unknownText' | 'textTooLarge'>> => {
  if (movedBefore === undefined) return ok(content);
  const texts = textsOf(work);
  const moved = texts.get(movedBefore);
  texts.delete(movedBefore);
  if (moved === undefined) return fail('unknownText');
  return moved.units + content.length > maxStoredText ? fail('textTooLarge') : ok(moved.pieces.join('') + content);
};
