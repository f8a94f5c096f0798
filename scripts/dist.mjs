// Makes the app for this system in dist/: unpacked, and as a tar.gz on Linux. `--testable` keeps the inspector fuse on,
// which Playwright needs; `--targets` makes the installers of electron-builder.yml instead (needs their tools).
import { existsSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { ensureBuild } from './lib/build.mjs';
import { inProject, projectRoot } from './lib/paths.mjs';
import { runMain, say } from './lib/report.mjs';
import { runOrFail } from './lib/run.mjs';
import { bindingFor } from './lib/runtime.mjs';
import { setup } from './setup.mjs';

const testable = process.argv.includes('--testable');
const installers = process.argv.includes('--targets');

/** Folder into which the app is packed; `--testable` has one of its own so that it is never taken for the real one. */
const output = testable ? 'dist/testable' : 'dist';

async function pack(paths) {
  const settings = {
    'directories.output': output,
    electronDist: paths.electronDist,
    electronVersion: paths.electronVersion,
    ...(testable ? { 'electronFuses.enableNodeCliInspectArguments': 'true' } : {}),
  };
  const args = Object.entries(settings).map(([name, value]) => `-c.${name}=${value}`);
  const binding = bindingFor(paths.napi, paths);
  await runOrFail(
    process.execPath,
    [
      inProject('node_modules', 'electron-builder', 'cli.js'),
      ...(installers ? [] : ['--dir']),
      '--publish=never',
      ...args,
    ],
    {
      cwd: projectRoot,
      env: { ...process.env, BILIK_PACK_BINDING: binding ?? '', CI: '1' },
      what: 'packing failed',
      wayOut: 'read the message above; an installer needs tools that electron-builder downloads',
    },
  );
}

async function archive(folder) {
  const { version } = JSON.parse(readFileSync(inProject('package.json'), 'utf8'));
  const name = `bilik-${version}-${process.platform}-${process.arch}`;
  const file = inProject(output, `${name}.tar.gz`);
  say('packing the tar.gz');
  await runOrFail(
    'tar',
    ['-czf', `${file}.part`, '-C', dirname(folder), `--transform=s,^${basename(folder)},${name},`, basename(folder)],
    {
      what: 'the tar.gz could not be written',
      wayOut: 'make sure that GNU tar is installed and that the disk has 500 MB free',
    },
  );
  renameSync(`${file}.part`, file);
  return file;
}

await runMain(async () => {
  const paths = await setup();
  await ensureBuild();
  say(`packing with Electron ${paths.electronVersion}`);
  await pack(paths);
  rmSync(inProject(output, 'builder-debug.yml'), { force: true });
  const folder = inProject(output, 'linux-unpacked');
  if (process.platform === 'linux' && !installers && existsSync(folder)) {
    say(`app: ${folder}`);
    if (!testable) say(`archive: ${await archive(folder)}`);
  }
  if (paths.floor)
    say('this was made on the floor runtime, whose Electron is old: for tests only, not to be handed to anyone');
  if (testable) say('the inspector fuse is on: for tests only');
});
