import type { StatedTime } from '@shared/domain/audit/stated-time.ts';
import type { Workspace } from '../workspace/workspace.ts';

/**
 * When the paper of something is signed: by the clock, but as what it shows, where the clock was corrected for that.
 */
export const paperTime = ({ clock }: Pick<Workspace, 'clock'>, { at, corrected }: StatedTime): number =>
  corrected ? Date.parse(at) : clock.now();
