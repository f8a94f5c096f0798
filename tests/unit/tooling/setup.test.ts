import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { hasDisplay } from '../../../scripts/lib/launch.mjs';
import { isAlive, isStale, processStart, withLock } from '../../../scripts/lib/lock.mjs';
import { probeAddress } from '../../../scripts/lib/official.mjs';
import { lockIsInstalled } from '../../../scripts/lib/packages.mjs';
import { cacheRoot } from '../../../scripts/lib/paths.mjs';
import { SetupError, describe as tell } from '../../../scripts/lib/report.mjs';
import { isComplete, listFiles, publish, requireHash } from '../../../scripts/lib/store.mjs';
import { missingOf, parseDpkg } from '../../../scripts/lib/system.mjs';
import { compareVersions } from '../../../scripts/lib/version.mjs';
import { requireNode } from '../../../scripts/setup.mjs';

let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'bilik-setup-'));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('versions', () => {
  test.each([
    ['20.19.0', '20.19.0', 0],
    ['v20.20.2', '20.19.0', 1],
    ['20.9.0', '20.19.0', -1],
    ['18.20.8', '20.19.0', -1],
    ['22.0.0-rc.1', '20.19.0', 1],
    ['21', '20.19.5', 1],
  ])('%s against %s', (a, b, sign) => {
    expect(Math.sign(compareVersions(a, b))).toBe(sign);
  });

  test('an old Node is refused with its version and the way out', () => {
    expect(() => requireNode('18.20.8')).toThrow(SetupError);
    expect(() => requireNode('18.20.8')).toThrow(/18\.20\.8 is too old; 20\.19\.0/);
    expect(() => requireNode('20.19.0')).not.toThrow();
  });
});

describe('failures', () => {
  test('name the cause and the way out', () => {
    expect(tell(new SetupError('the disk is full', 'free 1 GB'))).toBe('bilik: the disk is full\n  Way out: free 1 GB');
  });

  test('a wrong hash names the file and both hashes', () => {
    expect(() => requireHash('archive', 'aa', 'aa')).not.toThrow();
    expect(() => requireHash('archive', 'aa', 'bb')).toThrow(
      'archive is damaged or not the pinned file: expected aa, got bb',
    );
  });
});

describe('cache', () => {
  test('lies where the user has put it', () => {
    expect(cacheRoot({ XDG_CACHE_HOME: '/somewhere' })).toBe(join('/somewhere', 'bilik'));
  });

  test('publishes a folder only when it is whole, and clears what was left', async () => {
    const place = join(folder, 'thing');
    mkdirSync(join(folder, '.thing.making-old'));
    const broken = publish(place, (temp: string) => {
      writeFileSync(join(temp, 'half'), 'x');
      throw new Error('interrupted');
    });
    await expect(broken).rejects.toThrow('interrupted');
    expect(readdirSync(folder)).toEqual([]);
    await publish(place, (temp: string) => writeFileSync(join(temp, 'whole'), 'x'));
    expect(readdirSync(place)).toEqual(['whole']);
  });

  test('notices a missing or shortened file', () => {
    writeFileSync(join(folder, 'a'), 'four');
    expect(isComplete(folder)).toBe(false);
    writeFileSync(join(folder, 'contents.json'), JSON.stringify(listFiles(folder)));
    expect(isComplete(folder)).toBe(true);
    writeFileSync(join(folder, 'a'), 'fou');
    expect(isComplete(folder)).toBe(false);
    rmSync(join(folder, 'a'));
    expect(isComplete(folder)).toBe(false);
  });
});

const owners = (list: unknown): string => {
  const lock = join(folder, 'x.lock');
  mkdirSync(lock);
  writeFileSync(join(lock, 'owners.json'), JSON.stringify(list));
  return lock;
};

// A process id that has just ended.
const deadPid = async (): Promise<number> => {
  const child = spawn(process.execPath, ['-e', '0']);
  await once(child, 'exit');
  return child.pid ?? 0;
};

describe('lock', () => {
  test('tells the living from the dead', async () => {
    expect(isAlive({ pid: process.pid, start: processStart(process.pid) })).toBe(true);
    expect(isAlive({ pid: await deadPid(), start: '' })).toBe(false);
  });

  test.runIf(process.platform === 'linux')('does not take a reused id for the old process', () => {
    expect(isAlive({ pid: process.pid, start: '1' })).toBe(false);
  });

  test('is held while any owner lives, a child too', async () => {
    const gone = { pid: await deadPid(), start: '' };
    expect(isStale(owners([gone, { pid: process.pid, start: '' }]))).toBe(false);
  });

  test('is stale when all owners are gone', async () => {
    expect(isStale(owners([{ pid: await deadPid(), start: '' }]))).toBe(true);
  });

  test('without owners is given ten seconds', () => {
    const lock = join(folder, 'y.lock');
    mkdirSync(lock);
    expect(isStale(lock)).toBe(false);
    utimesSync(lock, new Date(0), new Date(0));
    expect(isStale(lock)).toBe(true);
  });

  test('is taken over when stale and given back afterwards', async () => {
    const lock = owners([{ pid: await deadPid(), start: '' }]);
    expect(await withLock(lock, () => existsSync(lock))).toBe(true);
    expect(existsSync(lock)).toBe(false);
  });

  test('keeps processes apart', async () => {
    const lock = join(folder, 'z.lock');
    const log = join(folder, 'log');
    const program = `
      import { appendFileSync } from 'node:fs';
      import { withLock } from ${JSON.stringify(pathToFileURL(join(import.meta.dirname, '../../../scripts/lib/lock.mjs')).href)};
      await withLock(${JSON.stringify(lock)}, async () => {
        appendFileSync(${JSON.stringify(log)}, 'in ');
        await new Promise((resolve) => setTimeout(resolve, 50));
        appendFileSync(${JSON.stringify(log)}, 'out ');
      });`;
    const children = [1, 2, 3].map(() => spawn(process.execPath, ['--input-type=module', '-e', program]));
    const codes = await Promise.all(children.map(async (child) => (await once(child, 'exit'))[0]));
    expect(codes).toEqual([0, 0, 0]);
    expect(readFileSync(log, 'utf8')).toBe('in out in out in out ');
  });
});

describe('packages', () => {
  const lock = { packages: { '': {}, 'node_modules/a': { version: '1.0.0', integrity: 'x' } } };

  test('count as installed only with the same version and hash', () => {
    expect(lockIsInstalled(lock, { packages: { 'node_modules/a': { version: '1.0.0', integrity: 'x' } } })).toBe(true);
    expect(lockIsInstalled(lock, { packages: { 'node_modules/a': { version: '1.0.0', integrity: 'y' } } })).toBe(false);
    expect(lockIsInstalled(lock, { packages: {} })).toBe(false);
    expect(lockIsInstalled(lock, null)).toBe(false);
  });

  test('for another system may be missing', () => {
    const other = { packages: { 'node_modules/mac': { version: '1.0.0', integrity: 'x', optional: true } } };
    expect(lockIsInstalled(other, { packages: {} })).toBe(true);
  });
});

describe('system', () => {
  test('reads what dpkg-query prints', () => {
    const installed = parseDpkg('libnss3 installed\nage not-installed\nlibgtk-3-0t64 installed\n');
    expect(missingOf(['libnss3', 'age', 'libgtk-3-0|libgtk-3-0t64'], installed)).toEqual(['age']);
  });

  test('knows when a window can be shown', () => {
    expect(hasDisplay({}, 'linux')).toBe(false);
    expect(hasDisplay({ DISPLAY: ':0' }, 'linux')).toBe(true);
    expect(hasDisplay({ WAYLAND_DISPLAY: 'wayland-0' }, 'linux')).toBe(true);
    expect(hasDisplay({}, 'darwin')).toBe(true);
  });

  test('asks the source of Electron that the user has set', () => {
    expect(probeAddress('45.4.1', { ELECTRON_MIRROR: 'http://mirror.test/electron' })).toBe(
      'http://mirror.test/electron/v45.4.1/SHASUMS256.txt',
    );
  });
});
