import { afterEach, describe, expect, it } from 'vitest';
import { isWithinLimits } from '../../../electron/backend/rpc/input-limits.ts';
import { createClient } from '../../../renderer/lib/rpc/client.ts';
import type { Request } from '../../../shared/contract/method.ts';

const ports: MessagePort[] = [];
afterEach(() => {
  for (const port of ports.splice(0)) port.close();
});

/** A client, and the backend's end of its port. */
const make = () => {
  const { port1, port2 } = new MessageChannel();
  ports.push(port1, port2);
  return { client: createClient(port1), backend: port2 };
};

const nextRequest = (backend: MessagePort): Promise<Request> =>
  new Promise((resolve) => {
    backend.onmessage = ({ data }) => resolve(data as Request);
  });

describe('the client', () => {
  it('sends a request and settles with its own answer', async () => {
    const { client, backend } = make();
    const requested = nextRequest(backend);
    const answered = client.call('vault.forget', { vaultId: 'a' });
    const request = await requested;
    expect(request).toEqual({ id: request.id, method: 'vault.forget', input: { vaultId: 'a' } });
    backend.postMessage({ id: request.id + 1, result: { ok: false, error: { code: 'internal' } } });
    backend.postMessage({ id: request.id, result: { ok: false, error: { code: 'unknownVault' } } });
    expect(await answered).toEqual({ ok: false, error: { code: 'unknownVault' } });
  });

  it('sends half a character as a sign that is seen, and all else as it is', async () => {
    const { client, backend } = make();
    const bytes = new Uint8Array([1, 2]);
    const input = { a: ['x\ud83d', '\udc00😀\ud83dy'], b: { c: '👩\u200d👩', d: null, e: 1 }, bytes };
    void client.call('vault.forget', input as never);
    const sent = { a: ['x\ufffd', '\ufffd😀\ufffdy'], b: { c: '👩\u200d👩', d: null, e: 1 }, bytes };
    expect((await nextRequest(backend)).input).toEqual(sent);
    expect(isWithinLimits(sent)).toBe(true);
  });

  it('answers `locked` to what is open when the backend goes, and to everything after', async () => {
    const { client, backend } = make();
    const closed = new Promise<void>((resolve) => client.onClose(resolve));
    const answered = client.call('vault.list', {});
    backend.close();
    await closed;
    const locked = { ok: false, error: { code: 'locked' } };
    expect(await answered).toEqual(locked);
    expect(await client.call('vault.list', {})).toEqual(locked);
  });

  it('tells events to those who listen', async () => {
    const { client, backend } = make();
    const heard: unknown[] = [];
    const stop = client.onEvent((event) => heard.push(event));
    const second = new Promise((resolve) => client.onEvent((event) => event.event === 'lockSoon' && resolve(event)));
    backend.postMessage({ event: 'idleWarning', secondsLeft: 30 });
    backend.postMessage({ event: 'lockSoon' });
    await second;
    stop();
    expect(heard).toEqual([{ event: 'idleWarning', secondsLeft: 30 }, { event: 'lockSoon' }]);
  });
});
