import type { Inspection } from '@shared/contract/exchange.ts';
import { placeOf } from '@shared/domain/place/places.ts';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Failure } from '../../../lib/failure-text.ts';
import { type IncomingFile, sendIncoming } from '../../../lib/incoming.ts';
import { useGo } from '../../../lib/navigation.ts';
import type { Output } from '../../../lib/query.ts';
import type { RpcClient } from '../../../lib/rpc/client.ts';
import { useRpc } from '../../../lib/rpc-context.ts';
import { type IncomingSource, useWaitingFiles } from '../../../lib/waiting-files.ts';
import { groupFiles, isSignedFileName } from './file-groups.ts';

type Imported = Output<'exchange.import'>;

/** How far the receiving of files is. */
export type Receiving =
  | { readonly step: 'idle' }
  | { readonly step: 'taking'; readonly name: string; readonly percent: number }
  | { readonly step: 'checking'; readonly names: readonly string[] }
  | { readonly step: 'inspected'; readonly names: readonly string[]; readonly inspection: Inspection }
  | { readonly step: 'imported'; readonly inspection: Inspection; readonly imported: Imported }
  | { readonly step: 'failed'; readonly names: readonly string[]; readonly error: Failure };

/** What a look at files came to: a package, a card or the like (its token), or why it could not be looked at. */
type Looked =
  | { readonly kind: 'package'; readonly inspection: Inspection }
  | { readonly kind: 'signedFile'; readonly token: string }
  | { readonly kind: 'failed'; readonly error: Failure };

/** Looks at files that belong together: first as what their name says, then as the other kind. */
const lookAt = async (rpc: RpcClient, files: readonly IncomingFile[]): Promise<Looked> => {
  const [first] = files;
  const namedSigned = first !== undefined && files.length === 1 && isSignedFileName(first.name);
  const asSigned = async () => first && (await rpc.call('identity.inspectFile', { fileToken: first.token }));
  const early = namedSigned ? await asSigned() : undefined;
  if (first !== undefined && early?.ok) return { kind: 'signedFile', token: first.token };
  const inspected = await rpc.call('exchange.inspect', { fileTokens: files.map(({ token }) => token) });
  if (!inspected.ok) return { kind: 'failed', error: early !== undefined && !early.ok ? early.error : inspected.error };
  const { held, inspectionId } = inspected.value;
  if (held !== 'packageUnreadable' || files.length > 1) return { kind: 'package', inspection: inspected.value };
  const late = early ?? (await asSigned());
  if (first !== undefined && late?.ok) {
    await rpc.call('exchange.cancel', { inspectionId });
    return { kind: 'signedFile', token: first.token };
  }
  if (early !== undefined && !early.ok) return { kind: 'failed', error: early.error };
  return { kind: 'package', inspection: inspected.value };
};

type Collected =
  | { readonly files: readonly IncomingFile[] }
  | { readonly names: readonly string[]; readonly error: Failure };

/** Hands over those files of a group that are still with the person; null once nobody wants them any more. */
const collect = async (
  rpc: RpcClient,
  group: readonly IncomingSource[],
  isWanted: () => boolean,
  show: (name: string, percent: number) => void,
): Promise<Collected | null> => {
  const files: IncomingFile[] = [];
  for (const source of group) {
    if ('token' in source) {
      files.push(source);
      continue;
    }
    const told = (done: number, total: number): void =>
      isWanted() ? show(source.name, (100 * done) / total) : undefined;
    told(0, 1);
    const sent = await sendIncoming(rpc, source, told, isWanted);
    if (!isWanted()) return null;
    if (!sent.ok) return { names: [source.name], error: sent.error };
    if (sent.value !== null) files.push(sent.value);
  }
  return { files };
};

/**
 * Takes in files one package after the other; `waiting` counts those whose turn has not come. They wait on when the
 * page is left, as it is for the first card among them.
 */
export const useReceive = () => {
  const rpc = useRpc();
  const go = useGo();
  const [state, setState] = useState<Receiving>({ step: 'idle' });
  const waiting = useWaitingFiles();
  // Whatever was begun under an older number is not wanted any more.
  const run = useRef(0);
  const shown = useRef(state);
  shown.current = state;

  const forget = useCallback((): void => {
    run.current += 1;
    const { current: before } = shown;
    if (before.step === 'checking') void rpc.call('exchange.cancel', { inspectionId: '' });
    if (before.step === 'inspected') void rpc.call('exchange.cancel', { inspectionId: before.inspection.inspectionId });
  }, [rpc]);
  useEffect(() => forget, [forget]);

  /** Starts something else; true as long as that is still wanted. */
  const startAnew = (): (() => boolean) => {
    forget();
    const mine = run.current;
    return () => run.current === mine;
  };
  const taking = (name: string, percent: number): void => setState({ step: 'taking', name, percent });

  const begin = async (group: readonly IncomingSource[], isWanted: () => boolean): Promise<void> => {
    const names = group.map(({ name }) => name);
    const collected = await collect(rpc, group, isWanted, taking);
    if (collected === null) return;
    if ('error' in collected) return setState({ step: 'failed', ...collected });
    setState({ step: 'checking', names });
    const looked = await lookAt(rpc, collected.files);
    if (!isWanted()) {
      if (looked.kind === 'package') void rpc.call('exchange.cancel', { inspectionId: looked.inspection.inspectionId });
      return;
    }
    if (looked.kind === 'signedFile') return go(placeOf('signedFile', { token: looked.token }));
    if (looked.kind === 'failed') return setState({ step: 'failed', names, error: looked.error });
    setState({ step: 'inspected', names, inspection: looked.inspection });
  };

  /** Receives files that were dropped or chosen. What cannot be handed over says so when its turn comes. */
  const take = async (sources: readonly IncomingSource[]): Promise<void> => {
    const isWanted = startAnew();
    const groups = await groupFiles(rpc, sources, async (source) => {
      const collected = isWanted() ? await collect(rpc, [source], isWanted, taking) : null;
      return collected !== null && 'files' in collected ? (collected.files[0] ?? null) : null;
    });
    const [first, ...rest] = groups;
    if (!isWanted() || first === undefined) return;
    waiting.add(rest);
    await begin(first, isWanted);
  };
  /** Goes on with the next package of those that were dropped together. */
  const takeNext = async (): Promise<void> => {
    const next = waiting.takeNext();
    if (next !== undefined) await take(next);
  };
  /** Breaks off, or puts away what is shown; nothing has been stored by looking. */
  const putAway = (): void => {
    forget();
    setState({ step: 'idle' });
  };
  const imported = (inspection: Inspection, answer: Imported): void =>
    setState({ step: 'imported', inspection, imported: answer });
  /** Shows the package as it is judged by what was answered. */
  const judged = (inspection: Inspection): void =>
    setState((before) => (before.step === 'inspected' ? { ...before, inspection } : before));
  const failed = (error: Failure): void => setState({ step: 'failed', names: [], error });

  return {
    state,
    waiting: waiting.count,
    forgetWaiting: waiting.clear,
    take,
    takeNext,
    putAway,
    imported,
    judged,
    failed,
  };
};
