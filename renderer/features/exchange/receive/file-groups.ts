import { partLimits } from '@shared/domain/package/manifest.ts';
import type { IncomingFile } from '../../../lib/incoming.ts';
import type { RpcClient } from '../../../lib/rpc/client.ts';
import type { IncomingSource } from '../../../lib/waiting-files.ts';

/** Extensions of cards, directories and invitations. */
const signedExtensions = ['kartu', 'direktori', 'undangan', 'profil'];

/** True for the name of a card, a directory or an invitation. */
export const isSignedFileName = (name: string): boolean =>
  signedExtensions.includes(name.slice(name.lastIndexOf('.') + 1).toLowerCase());

/** Hands a file to the backend; null when that cannot be done. */
export type HandOver = (source: IncomingSource) => Promise<IncomingFile | null>;

const alone = <T>(files: readonly T[]): readonly (readonly T[])[] => files.map((file) => [file]);

/** Files that may be parts of packages, grouped by the backend; what it did not keep as one stands behind, alone. */
const groupOthers = async (
  rpc: RpcClient,
  sources: readonly IncomingSource[],
  handOver: HandOver,
): Promise<readonly (readonly IncomingSource[])[]> => {
  if (sources.length < 2) return alone(sources);
  const files = new Map<string, { readonly source: IncomingSource; readonly file: IncomingFile }>();
  for (const source of sources) {
    const file = await handOver(source);
    if (file !== null) files.set(file.token, { source, file });
  }
  const fileTokens = [...files.keys()];
  const answer = fileTokens.length === 0 ? null : await rpc.call('exchange.group', { fileTokens });
  const groups = answer?.ok ? answer.value.groups : [];
  const packages = groups.map((tokens) => tokens.flatMap((token) => files.get(token)?.file ?? []));
  const taken = new Set(groups.flat().map((token) => files.get(token)?.source));
  return [...packages, ...alone(sources.filter((source) => !taken.has(source)))];
};

/**
 * Which of the files that came together belong together. What is in them tells, which the backend alone can read, so
 * they are handed over first. Cards, directories and invitations come last, each alone and still with the person: one
 * leaves this page for theirs. More files than a package has parts wait for a turn of their own.
 */
export const groupFiles = async (
  rpc: RpcClient,
  sources: readonly IncomingSource[],
  handOver: HandOver,
): Promise<readonly (readonly IncomingSource[])[]> => {
  const signed = sources.filter(({ name }) => isSignedFileName(name));
  const others = sources.filter(({ name }) => !isSignedFileName(name));
  const now = await groupOthers(rpc, others.slice(0, partLimits.count), handOver);
  const later = others.slice(partLimits.count);
  return [...now, ...(later.length > 0 ? [later] : []), ...alone(signed)];
};
