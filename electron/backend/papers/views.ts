import type { PrintJob } from '@shared/contract/control.ts';
import type { DocumentModel } from '@shared/domain/documents/model.ts';
import { createPerVault } from '../workspace/per-vault.ts';

/** A paper made to look at, print or export, not kept in the vault. */
export interface View {
  readonly pdf: Uint8Array;
  /** The same page for a printer. */
  readonly paper: PrintJob;
  /** What it shows, from which it is made in other formats. */
  readonly model: DocumentModel;
}

/** Most bytes of papers kept in memory; the oldest go first. */
export const maxViewBytes = 64_000_000;

export interface Views {
  readonly keep: (id: string, view: View) => void;
  readonly find: (id: string) => View | undefined;
  /** Lets all of them go: one may show what is being erased. */
  readonly forget: () => void;
  /** How often that was so far. */
  readonly timesForgotten: () => number;
}

const createViews = (): Views => {
  const kept = new Map<string, View>();
  let bytes = 0;
  let times = 0;
  const dropOldest = (): void => {
    for (const [id, view] of kept) {
      if (bytes <= maxViewBytes || kept.size === 1) return;
      kept.delete(id);
      bytes -= view.pdf.length;
    }
  };
  return {
    keep: (id, view) => {
      kept.set(id, view);
      bytes += view.pdf.length;
      dropOldest();
    },
    find: (id) => kept.get(id),
    forget: () => {
      kept.clear();
      bytes = 0;
      times += 1;
    },
    timesForgotten: () => times,
  };
};

/** Papers in memory until lock, or until something is erased. */
export const viewsOf = createPerVault(createViews);
