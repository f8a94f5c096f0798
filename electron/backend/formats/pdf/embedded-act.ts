import { actFileName, maxContainerBytes, readActContainer } from '../act/act-container.ts';
import { type OpenedAct, sealErrorCodes } from '../act/act-crypto.ts';
import { embeddedFile } from './embedded-file.ts';

/** What a PDF carries of an act. */
export type EmbeddedAct =
  | { readonly state: 'none' }
  | { readonly state: 'valid'; readonly act: OpenedAct }
  /** More than one, none readable, or one that fails its own check: the code says which. */
  | { readonly state: 'damaged'; readonly code: ActFault };

/** Codes of what can be wrong with an embedded act. */
export const actFaults = ['severalActs', 'actFileInvalid', ...sealErrorCodes] as const;
export type ActFault = (typeof actFaults)[number];

/** The act inside one of our signed documents, checked. `bytes` as for `embeddedFile`. Never throws. */
export const embeddedAct = (bytes: Uint8Array): EmbeddedAct => {
  const file = embeddedFile(bytes, actFileName, maxContainerBytes);
  if (file === 'none') return { state: 'none' };
  if (file === 'several') return { state: 'damaged', code: 'severalActs' };
  if (file === 'unreadable') return { state: 'damaged', code: 'actFileInvalid' };
  const act = readActContainer(file.bytes);
  return act.ok ? { state: 'valid', act: act.value } : { state: 'damaged', code: act.error.code };
};
