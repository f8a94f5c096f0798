import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { listPackages } from '../../../../electron/backend/exchange/ledger/package-rows.ts';
import { renewEpoch } from '../../../../electron/backend/exchange/ledger/renew-epoch.ts';
import { receiptsDue } from '../../../../electron/backend/exchange/send/receipts-due.ts';
import { updateDirectory } from '../../../../electron/backend/identity/update-directory.ts';
import { openCase, signAct } from './acts.ts';
import { addressees, deliver, receiptFor, sealFor } from './courier.ts';
import { makeBlank, openModelVault } from './model-vault.ts';
import type { Program } from './program.ts';
import { trustDirectory } from './registry.ts';
import { asUnlocked } from './world.ts';

/** This version. */
export const programOfNow: Program = {
  version: 'now',
  makeBlank,
  openModelVault,
  trustDirectory,
  openCase,
  signAct,
  addressees,
  sealFor,
  receiptFor,
  deliver,
  takeDirectory: (vault, file) => {
    const taken = updateDirectory(asUnlocked(vault), file);
    return taken.ok ? null : taken.error.code;
  },
  beginEpoch: (vault) => renewEpoch(asUnlocked(vault)),
  receiptsOf: ({ open }) => {
    const rows = listPackages(open.records);
    return { due: receiptsDue(open.records, rows).map(({ peer }) => peer), met: rows.map(({ peer }) => peer) };
  },
};

const released = resolve(import.meta.dirname, '../../../fixtures/released/0.3/program');

/** The released 0.3: its own code, on databases that it makes itself (`tests/fixtures/released/README.md`). */
export const programOf03 = async (): Promise<Program> => {
  process.env.BILIK_RELEASED_ROOT = released;
  const made = (await import(/* @vite-ignore */ pathToFileURL(resolve(released, 'bin/node/model.js')).href)) as Omit<
    Program,
    'version'
  >;
  return { ...made, version: '0.3' };
};
