import { expect, it } from 'vitest';
import { findDraft } from '../../../renderer/lib/draft.ts';
import type { RpcClient } from '../../../renderer/lib/rpc/client.ts';

// A form that has been stored throws its draft away while the form that is shown after it looks the same draft up.

const place = { kind: 'coach', caseId: null, subjectKey: 'a' } as const;

/** A backend whose list still names a draft, and which answers so when that one is asked for. */
const answering = (code: 'unknownDraft' | 'locked'): Pick<RpcClient, 'call'> => ({
  call: (async (method: string) =>
    method === 'drafts.list'
      ? { ok: true, value: [{ ...place, draftId: 'd', updatedAt: '2026-06-04T00:00:00.000Z' }] }
      : { ok: false, error: { code } }) as unknown as RpcClient['call'],
});

it('a draft that goes while it is looked up is none, so that the form opens', async () => {
  expect(await findDraft(answering('unknownDraft'), place)).toEqual({ ok: true, value: null });
});

it('that it cannot be looked up is told', async () => {
  expect(await findDraft(answering('locked'), place)).toEqual({ ok: false, error: { code: 'locked' } });
});
