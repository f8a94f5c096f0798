import type { LockReason } from '@shared/contract/control.ts';
import { powerMonitor } from 'electron';
import { lockOnce } from './lock-once.ts';
import { lockWithLinux } from './screen-locks.ts';

/** Locks when the computer sleeps, its screen locks, or it shuts down. */
export const lockWithComputer = (lock: (reason: LockReason) => void, quit: () => void): void => {
  const once = lockOnce(lock, () => performance.now());
  powerMonitor.on('suspend', () => once('suspend'));
  powerMonitor.on('lock-screen', () => once('screenLock'));
  powerMonitor.on('shutdown', quit);
  if (process.platform === 'linux') lockWithLinux(process.env, once);
};
