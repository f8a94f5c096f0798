import type { WireError } from '@shared/contract/method.ts';
import type { AttachmentRef } from '@shared/domain/case/body.ts';
import type { GuidanceRecord } from '@shared/domain/guidance/record.ts';
import type { Result } from '@shared/kernel/result.ts';
import type { RpcClient } from '../../../lib/rpc/client.ts';
import { readBytes, uploadFile } from '../../../lib/upload.ts';

/** Keeps the signed PDF of a record among the files, to prove the learning that it is entered as. */
export const keepSignedPdf = async (
  rpc: Pick<RpcClient, 'call'>,
  hash: string,
  { kind, date }: Pick<GuidanceRecord['content'], 'kind' | 'date'>,
): Promise<Result<AttachmentRef, WireError>> => {
  const made = await rpc.call('guidance.documentOf', { hash });
  if (!made.ok) return made;
  const read = await readBytes(rpc, made.value);
  if (!read.ok) return read;
  const pdf = new File([read.value.slice()], `${kind} ${date}.pdf`, { type: 'application/pdf' });
  return uploadFile(rpc, pdf, 'records', null);
};
