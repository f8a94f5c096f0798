// A lock between processes: a folder made by mkdir (atomic everywhere), with the ids of the processes that hold it.
// A lock whose processes are all gone is stale and is taken over.
import { mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { SetupError, say } from './report.mjs';

const POLL_MS = 200;
const UNOWNED_GRACE_MS = 10_000;

/**
 * Start time of a process in clock ticks as Linux gives it, so that a reused id is not taken for the old process; ''
 * elsewhere.
 */
export function processStart(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
  } catch {
    return '';
  }
}

/** Whether the process that `owner` {pid, start} names is still the one that runs under this id. */
export function isAlive(owner) {
  try {
    process.kill(owner.pid, 0);
  } catch (error) {
    if (error.code === 'ESRCH') return false;
  }
  return owner.start === '' || processStart(owner.pid) === owner.start;
}

/** Owners written in a lock folder; null when none are written (yet). */
export function readOwners(lockDir) {
  try {
    const owners = JSON.parse(readFileSync(join(lockDir, 'owners.json'), 'utf8'));
    return Array.isArray(owners) ? owners : null;
  } catch {
    return null;
  }
}

/** Whether nobody holds this lock any more: all owners are gone, or none was written within 10 s. */
export function isStale(lockDir, now = Date.now()) {
  const owners = readOwners(lockDir);
  if (owners) return !owners.some(isAlive);
  try {
    return now - statSync(lockDir).mtimeMs > UNOWNED_GRACE_MS;
  } catch {
    return false;
  }
}

function writeOwners(lockDir, pids) {
  const temp = join(lockDir, `owners.${process.pid}`);
  writeFileSync(temp, JSON.stringify(pids.map((pid) => ({ pid, start: processStart(pid) }))));
  renameSync(temp, join(lockDir, 'owners.json'));
}

function tryMkdir(dir) {
  try {
    mkdirSync(dir);
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw error;
  }
}

// Only one process at a time may clear a stale lock; it looks again once it has that right.
function clearStale(lockDir) {
  const right = `${lockDir}.takeover`;
  if (!tryMkdir(right)) {
    if (isStale(right)) rmSync(right, { recursive: true, force: true });
    return;
  }
  try {
    if (isStale(lockDir)) rmSync(lockDir, { recursive: true, force: true });
  } finally {
    rmSync(right, { recursive: true, force: true });
  }
}

/**
 * Runs `work` while holding the lock folder `lockDir`. Waits for a living holder, takes over a stale lock.
 * `work` gets `addOwner(pid)`: a child whose work must also have ended before another may start.
 */
export async function withLock(lockDir, work, { timeoutMs = 30 * 60_000 } = {}) {
  mkdirSync(dirname(lockDir), { recursive: true });
  const started = Date.now();
  let told = false;
  while (!tryMkdir(lockDir)) {
    if (isStale(lockDir)) {
      clearStale(lockDir);
      continue;
    }
    if (!told) say('another set-up is running; waiting for it');
    told = true;
    if (Date.now() - started > timeoutMs) {
      throw new SetupError('another set-up has held the lock for too long', `end it, or delete the folder ${lockDir}`);
    }
    await sleep(POLL_MS);
  }
  const pids = [process.pid];
  writeOwners(lockDir, pids);
  const release = () => rmSync(lockDir, { recursive: true, force: true });
  process.once('exit', release);
  try {
    return await work((pid) => {
      pids.push(pid);
      writeOwners(lockDir, pids);
    });
  } finally {
    process.off('exit', release);
    release();
  }
}
