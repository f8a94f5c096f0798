import type { Published } from './registry.ts';
import type { Vault } from './world.ts';

/** The program that a vault runs in a history: this version, or a released one (`fixtures/released`). */
export interface Program {
  readonly version: 'now' | '0.3';
  readonly makeBlank: typeof import('./model-vault.ts').makeBlank;
  readonly openModelVault: typeof import('./model-vault.ts').openModelVault;
  readonly trustDirectory: typeof import('./registry.ts').trustDirectory;
  readonly openCase: typeof import('./acts.ts').openCase;
  readonly signAct: typeof import('./acts.ts').signAct;
  readonly addressees: typeof import('./courier.ts').addressees;
  readonly sealFor: typeof import('./courier.ts').sealFor;
  readonly receiptFor: typeof import('./courier.ts').receiptFor;
  readonly deliver: typeof import('./courier.ts').deliver;
  /** Takes a directory in; gives why not, or null. */
  readonly takeDirectory: (vault: Vault, file: Published['file']) => string | null;
  /** A new epoch by hand. */
  readonly beginEpoch: (vault: Vault) => void;
  /** Keys of those for whom a receipt is due, and of everybody met. */
  readonly receiptsOf: (vault: Vault) => { readonly due: readonly string[]; readonly met: readonly string[] };
}
