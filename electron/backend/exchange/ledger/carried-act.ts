import type { CarriedAct } from '@shared/contract/exchange.ts';
import { statedOnOf } from '@shared/domain/case/act-days.ts';
import type { ActBody } from '@shared/domain/case/body.ts';
import type { ActHeader } from '@shared/domain/case/header.ts';
import { voiceOf } from '@shared/domain/case/voice.ts';
import type { Held } from '@shared/domain/package/outgoing.ts';

/** An act as people are shown what a package carries. */
export const toCarriedAct = (
  { hash, header, body }: { readonly hash: string; readonly header: ActHeader; readonly body: ActBody | null },
  form: Held,
): CarriedAct => ({
  hash,
  type: header.type,
  ...voiceOf(header, form === 'all' ? body : null),
  form,
  statedOn: statedOnOf(header),
});
