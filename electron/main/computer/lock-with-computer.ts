import type { LockReason } from '@shared/contract/control.ts';
import { powerMonitor } from 'electron';
import { lockWithLinux } from './screen-locks.ts';

/** Locks when the computer sleeps, its screen locks, or it shuts down. */
export const lockWithComputer = (lock: (reason: LockReason) => void, quit: () => void): void => {
  powerMonitor.on('suspend', () => lock('suspend'));
  powerMonitor.on('lock-screen', () => lock('screenLock'));
  powerMonitor.on('shutdown', quit);
  if (process.platform === 'linux') lockWithLinux(process.env, lock);
};
