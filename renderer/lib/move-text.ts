import type { WireError } from '@shared/contract/method.ts';
import { maxStoredText, maxTextPiece, pieceEnd } from '@shared/domain/long-text.ts';
import { fail, ok, type Result } from '@shared/kernel/result.ts';
import type { RpcClient } from './rpc/client.ts';

/** A text as `notes.save` and `drafts.save` take it. */
export interface SentText {
  readonly content: string;
  readonly movedBefore?: string;
  readonly wordsOnly?: true;
}

/** A text as it is stored, and its words without their form. */
export interface WholeText {
  readonly stored: () => string;
  readonly words: () => string;
}

/** The text, or null where it is more than can be stored, or than a string can hold. */
const within = (text: () => string, most: number): string | null => {
  try {
    const made = text();
    return made.length > most ? null : made;
  } catch (thrown) {
    if (thrown instanceof RangeError) return null;
    throw thrown;
  }
};

const move = async (rpc: Pick<RpcClient, 'call'>, text: string): Promise<Result<SentText, WireError>> => {
  let textId: string | null = null;
  let from = 0;
  for (let end = pieceEnd(text, 0, maxTextPiece); end < text.length; end = pieceEnd(text, from, maxTextPiece)) {
    const moved: Result<{ textId: string }, WireError> = await rpc.call('texts.move', {
      textId,
      text: text.slice(from, end),
    });
    if (!moved.ok) return moved;
    textId = moved.value.textId;
    from = end;
  }
  const content = text.slice(from);
  return ok(textId === null ? { content } : { content, movedBefore: textId });
};

/**
 * Moves all but the last piece of a text ahead, so that no message is too large; a short text goes as it is. Of one
 * that is more than can be stored (`most`) the words go, to be kept beside; `textTooLarge` where these are as well.
 */
export const moveText = async (
  rpc: Pick<RpcClient, 'call'>,
  { stored, words }: WholeText,
  most = maxStoredText,
): Promise<Result<SentText, WireError>> => {
  const text = within(stored, most);
  if (text !== null) return move(rpc, text);
  const bare = within(words, most);
  if (bare === null) return fail('textTooLarge');
  const moved = await move(rpc, bare);
  return moved.ok ? ok({ ...moved.value, wordsOnly: true }) : moved;
};
