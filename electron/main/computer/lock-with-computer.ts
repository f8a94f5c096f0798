import type { LockReason } from '@shared/contract/control.ts';
import { powerMonitor } from 'electron';
import { lockOnce } from './lock-once.ts';
import { lockWithLinux } from './screen-locks.ts';

/** Locks when the computer sleeps, its screen locks, or it shuts down. `deeds` as in `lockOnce`. */
export const lockWithComputer = (lock: (reason: LockReason) => void, quit: () => void, deeds: () => number): void => {
  const once = lockOnce(lock, () => performance.now(), deeds);
  powerMonitor.on('suspend', () => once('suspend'));
  powerMonitor.on('lock-screen', () => once('screenLock'));
  powerMonitor.on('shutdown', quit);
  if (process.platform === 'linux') lockWithLinux(process.env, once);
};
