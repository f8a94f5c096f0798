import type { Host } from '../rpc/host.ts';
import type { Unlocked } from '../vault/unlocked.ts';

/** The open vault whose holder signs a paper, and what prints it. */
export interface PaperMaker extends Unlocked {
  readonly host: Host;
}
