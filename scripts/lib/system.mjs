// Programs and libraries of the operating system. On Debian as root they are installed; elsewhere the exact command is
// told.
import { spawnSync } from 'node:child_process';
import { SetupError, say } from './report.mjs';
import { runOrFail } from './run.mjs';

// 'a|b': any of the names will do (later Debian releases renamed some).
const RUNTIME = [
  'libgtk-3-0|libgtk-3-0t64',
  'libnss3',
  'libasound2|libasound2t64',
  'libgbm1',
  'libxss1',
  'libxtst6',
  'libnotify4',
];
const BUILD = ['python3', 'make', 'g++'];
const TESTS = ['xvfb', 'xauth', 'age', 'poppler-utils', 'qpdf', 'openssl', 'p7zip-full|7zip', 'strace', 'dbus'];
const FONTS = ['fonts-noto-color-emoji', 'fonts-dejavu-core', 'fonts-liberation'];

// dpkg-query's own placeholders.
// biome-ignore lint/suspicious/noTemplateCurlyInString: not a JavaScript template
const DPKG_FORMAT = '${Package} ${db:Status-Status}\\n';

const FEDORA =
  'sudo dnf install gtk3 nss alsa-lib mesa-libgbm libXScrnSaver libXtst libnotify xorg-x11-server-Xvfb xauth age poppler-utils qpdf openssl p7zip strace dbus-daemon dbus-tools python3 make gcc-c++';
const ARCH =
  'sudo pacman -S --needed gtk3 nss alsa-lib mesa libxss libxtst libnotify xorg-server-xvfb xorg-xauth age poppler qpdf openssl 7zip strace dbus python make gcc';

/** Names of `wanted` ('a|b' means either) that are not among the installed packages. */
export function missingOf(wanted, installed) {
  return wanted.filter((names) => !names.split('|').some((name) => installed.has(name)));
}

/** Installed packages out of what `dpkg-query -W -f '${Package} ${db:Status-Status}\n'` prints. */
export function parseDpkg(text) {
  const lines = text.split('\n').map((line) => line.split(' '));
  return new Set(lines.filter(([, status]) => status === 'installed').map(([name]) => name));
}

function installedOnDebian() {
  const names = [...RUNTIME, ...BUILD, ...TESTS, ...FONTS].flatMap((name) => name.split('|'));
  const result = spawnSync('dpkg-query', ['-W', '-f', DPKG_FORMAT, ...names], {
    encoding: 'utf8',
  });
  return result.error ? null : parseDpkg(result.stdout);
}

function has(program) {
  return spawnSync(program, ['--version'], { stdio: 'ignore' }).error === undefined;
}

// 'a|b' → the name that this release's package lists know.
function installName(names) {
  const candidates = names.split('|');
  const known = candidates.find((name) => spawnSync('apt-cache', ['show', name], { stdio: 'ignore' }).status === 0);
  return known ?? candidates[0];
}

async function aptInstall(missing) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  say(`installing system packages: ${missing.join(' ')}`);
  await runOrFail('apt-get', ['update', '-q'], {
    env,
    what: 'apt-get update failed',
    wayOut: 'check the network and /etc/apt/sources.list, then run it again',
  });
  const names = missing.map(installName);
  await runOrFail('apt-get', ['install', '-y', '-q', '--no-install-recommends', ...names], {
    env,
    what: 'apt-get install failed',
    wayOut: `run \`apt-get install ${names.join(' ')}\` and follow what it says`,
  });
}

async function ensureDebian(installed, needsCompiler) {
  const required = missingOf(needsCompiler ? [...RUNTIME, ...BUILD] : RUNTIME, installed);
  const useful = missingOf([...TESTS, ...FONTS], installed);
  if (required.length + useful.length === 0) return;
  if (process.getuid() === 0) return aptInstall([...required, ...useful]);
  const command = (list) => `sudo apt-get install ${list.map(installName).join(' ')}`;
  if (required.length > 0) {
    throw new SetupError(`system packages are missing: ${required.join(' ')}`, command([...required, ...useful]));
  }
  say(`some packages for the tests are missing; to install them: ${command(useful)}`);
}

function adviseElsewhere(needsCompiler) {
  const programs = [
    ...(needsCompiler ? ['python3', 'make', 'g++'] : []),
    'Xvfb',
    'age',
    'pdfsig',
    'qpdf',
    'openssl',
    'dbus-daemon',
  ];
  if (process.platform !== 'linux' || programs.every(has)) return;
  const command = has('dnf')
    ? FEDORA
    : has('pacman')
      ? ARCH
      : 'install the packages that docs/ and CONTRIBUTING.md name';
  say(`some programs for building or testing may be missing; to install them: ${command}`);
}

/** Makes sure of the system's part. `needsCompiler`: the SQLite addon has to be built here. */
export async function ensureSystem({ needsCompiler }) {
  if (process.platform !== 'linux') return;
  const installed = installedOnDebian();
  if (installed) await ensureDebian(installed, needsCompiler);
  else adviseElsewhere(needsCompiler);
}
