import { randomBytes } from 'node:crypto';
import { Decrypter, Encrypter } from 'age-encryption';
import { readPackage } from '../../electron/backend/formats/package/read-package.ts';
import { bytesAsSource } from '../../electron/backend/formats/package/sources.ts';
import { type PackageSource, writePackage } from '../../electron/backend/formats/package/write-package.ts';
import { collect, makeReceiver, samplePackage } from '../fixtures/packages.ts';
import { type Figure, figure, median } from './statistics.ts';

const fileBytes = 5_000_000;
const files = 4;

/** How the bench seals a package, and takes one in; replaced to measure the databases as well. */
export interface SealAndTakeIn {
  readonly seal: (source: PackageSource) => Promise<Uint8Array>;
  /** Throws when the package is not taken. */
  readonly takeIn: (file: Uint8Array, identity: string) => Promise<void>;
}

/** The format alone: nothing is read from or written into a database. */
const formatAlone: SealAndTakeIn = {
  seal: (source) => collect(writePackage(source)),
  takeIn: async (file, identity) => {
    const read = await readPackage(bytesAsSource(file), [identity]);
    if (!read.ok) throw new Error(read.error.code);
  },
};

const timed = async <T>(work: () => Promise<T>): Promise<readonly [value: T, took: number]> => {
  const started = performance.now();
  const value = await work();
  return [value, performance.now() - started];
};

/**
 * Sealing 20 MB that do not shrink (four files, twenty acts) and taking them in, against age encryption and decryption
 * of the same number of bytes by typage, medians in milliseconds.
 */
export const measureSealImport = async (
  rounds: number,
  { seal, takeIn }: SealAndTakeIn = formatAlone,
  id = 'package.sealImport20MB',
): Promise<Figure> => {
  const { identity, recipient } = await makeReceiver();
  const blobs = Array.from({ length: files }, () => randomBytes(fileBytes));
  const source = samplePackage({ acts: 20, blobs }, recipient);
  const plain = new Uint8Array(Buffer.concat(blobs));
  const encrypter = new Encrypter();
  encrypter.addRecipient(recipient);
  const decrypter = new Decrypter();
  decrypter.addIdentity(identity);
  const own: number[] = [];
  const bare: number[] = [];
  for (let round = -2; round < rounds; round += 1) {
    const [file, sealing] = await timed(() => seal(source));
    const [, taking] = await timed(() => takeIn(file, identity));
    const [sealed, encrypting] = await timed(() => encrypter.encrypt(plain));
    const [, decrypting] = await timed(() => decrypter.decrypt(sealed));
    if (round < 0) continue;
    own.push(sealing + taking);
    bare.push(encrypting + decrypting);
  }
  return figure(id, 'ms', median(own), median(bare), 2);
};
