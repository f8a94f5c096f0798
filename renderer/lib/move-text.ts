import type { WireError } from '@shared/contract/method.ts';
import { maxTextPiece, pieceEnd } from '@shared/domain/long-text.ts';
import { ok, type Result } from '@shared/kernel/result.ts';
import type { RpcClient } from './rpc/client.ts';

/** A text as `notes.save` and `drafts.save` take it. */
export interface SentText {
  readonly content: string;
  readonly movedBefore?: string;
}

/** Moves all but the last piece of a text ahead, so that no message is too large; a short text goes as it is. */
export const moveText = async (rpc: Pick<RpcClient, 'call'>, text: string): Promise<Result<SentText, WireError>> => {
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
