import { gzipSync } from 'node:zlib';
import { publicKeyOf, signEd25519, signingKeyOf } from '../../../electron/backend/crypto/ed25519.ts';
import { sha256 } from '../../../electron/backend/crypto/hash.ts';
import { gzip } from '../../../electron/backend/formats/package/gzip-writer.ts';
import type { OpenedPackage } from '../../../electron/backend/formats/package/package-checker.ts';
import { type ReadResult, readPackage } from '../../../electron/backend/formats/package/read-package.ts';
import { bytesAsSource } from '../../../electron/backend/formats/package/sources.ts';
import { blockSize, checksumOf, fields } from '../../../electron/backend/formats/package/ustar.ts';
import { packageTar } from '../../../electron/backend/formats/package/write-package.ts';
import { packageSignatureDomain } from '../../../shared/domain/package/manifest.ts';
import { toHex } from '../../../shared/kernel/bytes.ts';
import { entriesOf, flipBit, sealTar, type TarEntry, tarOfEntries } from '../../fixtures/package-damage.ts';
import { readUnsealed, readUnzipped } from '../../fixtures/package-reading.ts';
import { collect, fileOf, makeReceiver, samplePackage, tarOf } from '../../fixtures/packages.ts';
import { createDice, type Dice } from './dice.ts';
import { mutate, mutateJson } from './mutate.ts';

// Damage of every depth for the reader of packages. It must always answer a Result, within a second of computing time
// and a cap of memory, and what it takes must be what was signed.

export interface FuzzReport {
  readonly tried: number;
  readonly failed: number;
  /** The first failures, and what was answered how often. */
  readonly notes: readonly string[];
}

const maxMilliseconds = 1000;
const maxGrowthBytes = 200 * 1024 * 1024;
const maxNotes = 10;

interface Sample {
  readonly tar: Buffer;
  readonly entries: readonly TarEntry[];
  readonly gzipped: Buffer;
  readonly sealed: Buffer;
  readonly print: string;
}

interface Corpus {
  readonly identity: string;
  readonly recipient: string;
  readonly samples: readonly Sample[];
}

/** All that a package says, in short. */
const printOf = ({ manifestBytes, signature, directory, acts, draft, blobs }: OpenedPackage): string =>
  sha256(
    manifestBytes,
    signature,
    directory ?? Buffer.from('-'),
    ...acts.map(({ bytes }) => bytes),
    draft ?? Buffer.from('-'),
    ...(blobs?.values() ?? []),
  ).toString('hex');

const keep = { keepBytes: 1e9 };

const makeCorpus = async (): Promise<Corpus> => {
  const { identity, recipient } = await makeReceiver();
  const sources = [
    samplePackage({ acts: 0 }, recipient),
    samplePackage({ acts: 2, blobs: [Buffer.alloc(700, 'isi '), new Uint8Array(0)] }, recipient),
    samplePackage({ acts: 1, draft: Buffer.from('{"a":1}'), directory: Buffer.from('{"b":2}') }, recipient),
  ];
  const samples = sources.map(async (source): Promise<Sample> => {
    const tar = await tarOf(source);
    const opened = readUnzipped(tar, keep);
    if (!opened.ok) throw new Error('a sample is no package');
    const gzipped = await collect(gzip(packageTar(source)));
    const sealed = await fileOf(source);
    return { tar, entries: await entriesOf(source), gzipped, sealed, print: printOf(opened.value) };
  });
  return { identity, recipient, samples: await Promise.all(samples) };
};

const startsOfHeaders = (tar: Buffer): number[] => {
  const starts: number[] = [];
  for (let at = 0; at + blockSize <= tar.length; at += blockSize) {
    if (tar.toString('latin1', at + fields.magic[0], at + fields.magic[0] + 5) === 'ustar') starts.push(at);
  }
  return starts;
};

/** Changes a field of one header and gives it the right checksum again, so that more than the checksum is tried. */
const mutateHeader = (dice: Dice, tar: Buffer): Buffer => {
  const copy = Buffer.from(tar);
  const start = dice.pick(startsOfHeaders(copy));
  const header = copy.subarray(start, start + blockSize);
  const [offset, length] = dice.pick(Object.values(fields));
  for (let left = 1 + dice.int(3); left > 0; left -= 1) {
    header[offset + dice.int(length)] = dice.pick([0, 0x20, 0x2f, 0x30 + dice.int(8), dice.int(256)]);
  }
  if (dice.percent(10))
    header.write(dice.pick(['77777777777\0', '00000000000\0', '00002000001\0']), fields.size[0], 'latin1');
  header.write(`${checksumOf(header).toString(8).padStart(6, '0')}\0 `, fields.checksum[0], 'latin1');
  return copy;
};

const shuffleEntries = (dice: Dice, entries: readonly TarEntry[]): Buffer => {
  const list = [...entries];
  const [from, to] = [dice.int(list.length), dice.int(list.length)];
  const [moved] = list.splice(from, dice.int(3) === 0 ? 0 : 1);
  if (moved !== undefined && dice.int(4) > 0) list.splice(to, 0, moved);
  return tarOfEntries(list);
};

const forgers = [1, 2, 3].map((byte) => {
  const key = signingKeyOf(Buffer.alloc(32, byte));
  return { key, name: toHex(publicKeyOf(key)) };
});

/** Changes the text of a manifest and signs it anew, so that all that lies behind the signature is tried. */
const resign = (dice: Dice, [manifest, , ...rest]: readonly TarEntry[]): Buffer => {
  const { key, name } = dice.pick(forgers);
  const original = Buffer.from(manifest?.bytes ?? []).toString('utf8');
  const named = original.replace(/("sender":\{[^}]*"key":")[0-9a-f]{64}/, `$1${name}`);
  const bytes = Buffer.from(dice.int(5) === 0 ? named : mutateJson(dice, named), 'utf8');
  const signature = signEd25519(key, packageSignatureDomain, bytes);
  const changed = dice.int(4) === 0 ? rest.slice(dice.int(rest.length + 1)) : rest;
  return tarOfEntries([{ name: 'manifest.json', bytes }, { name: 'manifest.sig', bytes: signature }, ...changed]);
};

/** A tar file changed in one of several ways; `own`: it may be a sound package of another sender. */
const mutateTar = (dice: Dice, { samples }: Corpus): { readonly tar: Buffer; readonly own: boolean } => {
  const { tar, entries } = dice.pick(samples);
  switch (dice.int(5)) {
    case 0:
      return { tar: mutateHeader(dice, tar), own: false };
    case 1:
      return { tar: shuffleEntries(dice, entries), own: false };
    case 2:
      return { tar: resign(dice, entries), own: true };
    default:
      return { tar: mutate(dice, tar, dice.pick(samples).tar), own: false };
  }
};

interface Trial {
  readonly level: 'tar' | 'gzip' | 'file' | 'sealed';
  readonly own: boolean;
  readonly input: Uint8Array;
  readonly read: () => ReadResult | Promise<ReadResult>;
}

/** Of a hundred trials six go through gzip, two through age as well, and two damage the sealed file. */
const trialOf = async (dice: Dice, corpus: Corpus): Promise<Trial> => {
  const { identity, recipient, samples } = corpus;
  const level = dice.int(100);
  if (level < 2) {
    const { tar, own } = mutateTar(dice, corpus);
    const file = await sealTar(recipient, tar);
    return { level: 'sealed', own, input: tar, read: () => readPackage(bytesAsSource(file), [identity], keep) };
  }
  if (level < 4) {
    const file = mutate(dice, dice.pick(samples).sealed, dice.pick(samples).sealed);
    return { level: 'file', own: false, input: file, read: () => readPackage(bytesAsSource(file), [identity], keep) };
  }
  if (level < 10) {
    const { tar } = dice.pick(samples);
    const original = dice.int(2) === 0 ? gzipSync(tar) : dice.pick(samples).gzipped;
    const gzipped = mutate(dice, original, dice.pick(samples).gzipped);
    return { level: 'gzip', own: false, input: gzipped, read: () => readUnsealed(bytesAsSource(gzipped), keep) };
  }
  const { tar, own } = mutateTar(dice, corpus);
  return { level: 'tar', own, input: tar, read: () => readUnzipped(tar, keep) };
};

/** A reading that is still under way after so long waits for something that never comes. */
const patience = 60_000;

const withPatience = (read: ReadResult | Promise<ReadResult>): Promise<ReadResult> => {
  let timer: NodeJS.Timeout | undefined;
  const waited = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('still reading')), patience);
  });
  return Promise.race([read, waited]).finally(() => clearTimeout(timer));
};

const answerTo = async ({ read }: Trial): Promise<ReadResult> => {
  const answered = read();
  return answered instanceof Promise ? withPatience(answered) : answered;
};

/** Computing time of a trial in milliseconds, whatever else the machine does. */
const computingTime = async (trial: Trial): Promise<number> => {
  const before = process.cpuUsage();
  await answerTo(trial);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
};

/** What is wrong with how a trial ended; null: nothing. */
const faultOf = async (
  trial: Trial,
  prints: ReadonlySet<string>,
  codes: Map<string, number>,
): Promise<string | null> => {
  const started = performance.now();
  try {
    const result = await answerTo(trial);
    const code = result.ok ? 'ok' : result.error.code;
    codes.set(code, (codes.get(code) ?? 0) + 1);
    if (result.ok && !trial.own && !prints.has(printOf(result.value))) return 'took what nobody signed';
    // Long by the clock may be the fault of other programs: then it is measured again by itself.
    const took = performance.now() - started < maxMilliseconds ? 0 : await computingTime(trial);
    return took > maxMilliseconds ? `computed for ${Math.round(took)} ms` : null;
  } catch (thrown) {
    return `threw ${thrown instanceof Error ? `${thrown.name}: ${thrown.message}` : String(thrown)}`;
  }
};

/** Which trial it was, with its very input: keys differ from run to run. */
const noteOf = (name: string, { level, input }: Trial, what: string): string =>
  `${name} (${level}): ${what}; gzip and Base64 of what was read: ${gzipSync(input).toString('base64')}`;

/**
 * Runs trials: nine of ten on the plain tar file, which is quick enough for a million, the others through gzip
 * and age. The last note counts what was answered.
 */
export const fuzzPackageParser = async ({
  runs,
  seed,
}: {
  readonly runs: number;
  readonly seed: string;
}): Promise<FuzzReport> => {
  const corpus = await makeCorpus();
  const prints = new Set(corpus.samples.map(({ print }) => print));
  const codes = new Map<string, number>();
  const notes: string[] = [];
  let failed = 0;
  const fault = (what: string): void => {
    failed += 1;
    if (notes.length < maxNotes) notes.push(what);
  };
  const start = process.memoryUsage().rss;
  let peak = start;
  for (let run = 0; run < runs; run += 1) {
    const trial = await trialOf(createDice(`${seed}/${run}`), corpus);
    const what = await faultOf(trial, prints, codes);
    if (what !== null) fault(noteOf(`seed ${seed}, run ${run}`, trial, what));
    if (run % 64 === 0) peak = Math.max(peak, process.memoryUsage().rss);
  }
  if (peak - start > maxGrowthBytes) fault(`memory grew by ${Math.round((peak - start) / 2 ** 20)} MiB`);
  const said = [...codes].sort(([, a], [, b]) => b - a).map(([code, count]) => `${code} ${count}`);
  return { tried: runs, failed, notes: [...notes, said.join(', ')] };
};

/** Turns over each bit of a small sealed package, one at a time: every one must be refused. */
export const flipEveryBit = async (): Promise<FuzzReport> => {
  const { identity, samples } = await makeCorpus();
  const file = samples[0]?.sealed ?? Buffer.alloc(0);
  const notes: string[] = [];
  let failed = 0;
  for (let bit = 0; bit < 8 * file.length; bit += 1) {
    const read = await readPackage(bytesAsSource(flipBit(file, bit)), [identity]);
    if (!read.ok) continue;
    failed += 1;
    if (notes.length < maxNotes) notes.push(`bit ${bit} was not noticed`);
  }
  return { tried: 8 * file.length, failed, notes };
};
