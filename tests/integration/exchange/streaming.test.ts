import { sql } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { attachmentChunks } from '../../../electron/backend/attachments/read-attachment.ts';
import { sha256 } from '../../../electron/backend/crypto/hash.ts';
import { changesOf, importPackage } from '../../../electron/backend/exchange/receive/import-package.ts';
import { inspect, takeIn } from '../../../electron/backend/exchange/receive/inspections.ts';
import { judgePackage } from '../../../electron/backend/exchange/receive/judge-package.ts';
import { readIncoming } from '../../../electron/backend/exchange/receive/read-incoming.ts';
import type { Unlocked } from '../../../electron/backend/vault/unlocked.ts';
import { foundInstitution, type Member, send } from '../../fixtures/institution.ts';
import { codeOf, unwrap } from '../../fixtures/made-vault.ts';
import * as people from '../../fixtures/people/cast.ts';
import { reportedCase } from '../../fixtures/reported-case.ts';
import { writable } from '../../fixtures/writable.ts';

// Packages whose files are written ahead, as those are that do not fit into memory.

const cast = {
  officer: { person: people.personnelOfficer, roles: ['personnelOfficer'] },
  assessor: { person: people.assessor, roles: ['assessor'] },
} as const;

const begin = async () => {
  const { members } = await foundInstitution(cast);
  const { assessor, officer } = members;
  const caseId = await reportedCase(assessor.calls, [700_000, 800_000]);
  return { assessor, officer, caseId, paths: await send(assessor, officer, caseId) };
};

const noMemory = { keepBytes: 0 };

const inspectedBy = async (exchange: Unlocked, paths: readonly string[]) => {
  const read = unwrap(await readIncoming(paths, exchange.vault.keys.receivingIdentities, noMemory));
  const judged = judgePackage(exchange, read);
  if (!judged.ok) throw new Error(judged.error.code);
  return { paths, judged: judged.value, changes: changesOf(exchange) };
};

/** Number of files, and whether all are whole. */
const filesOf = ({ vault }: Pick<Member, 'vault'>) =>
  vault.records.get<{ files: number; complete: number }>(
    sql`SELECT count(*) AS files, total(complete) AS complete FROM attachments`,
  );

const hashesOf = ({ exchange, vault }: Member): string[] =>
  vault.records
    .all<{ id: string }>(sql`SELECT id FROM attachments`)
    .map(({ id }) => sha256(...attachmentChunks(exchange.work, 'records', id)).toString('hex'))
    .sort();

describe('two imports at once', () => {
  it('of one package take it in once, and neither removes what the other wrote', async () => {
    const { assessor, officer, paths } = await begin();
    const { exchange } = officer;
    const inspected = await inspectedBy(exchange, paths);
    const both = await Promise.all([1, 2].map(() => importPackage(exchange, inspected, false)));
    expect(both.map(codeOf)).toEqual(['ok', 'packageHeld']);
    expect(filesOf(officer)).toEqual({ files: 3, complete: 3 });
    expect(hashesOf(officer)).toEqual(hashesOf(assessor));
  });

  it('do not let a package be judged by what is half written', async () => {
    const { officer, paths } = await begin();
    const { exchange } = officer;
    const inspected = await inspectedBy(exchange, paths);
    // Read before the import is done, and judged after it.
    const looking = inspect(exchange, paths, noMemory);
    expect(codeOf(await importPackage(exchange, inspected, false))).toBe('ok');
    expect(unwrap(await looking).held).toBe('packageDuplicate');
  });
});

describe('a database that takes no more while files are written ahead', () => {
  /** A vault that cannot be written any more as soon as a file has been begun; `mend` ends that. */
  const failing = ({ exchange, vault }: Member) => {
    let broken = true;
    const now = (): number => {
      if (broken && filesOf({ vault }).files > 0) writable(vault.records).run(sql.raw('PRAGMA query_only = ON'));
      return Date.now();
    };
    const mend = (): void => {
      broken = false;
      writable(vault.records).run(sql.raw('PRAGMA query_only = OFF'));
    };
    return { exchange: { ...exchange, work: { ...exchange.work, clock: { now } } }, mend };
  };

  it('is told as that, and what could not be removed then stands in the way of nothing', async () => {
    const { assessor, officer, paths } = await begin();
    const { inspectionId } = unwrap(await inspect(officer.exchange, paths, noMemory));
    const { exchange, mend } = failing(officer);
    expect(codeOf(await takeIn(exchange, inspectionId, false))).toBe('storageFailed');
    expect(filesOf(officer)).toEqual({ files: 1, complete: 0 });
    mend();
    expect(unwrap(await inspect(officer.exchange, paths, noMemory)).held).toBeNull();
    expect(filesOf(officer).files).toBe(0);

    // The same, taken in again without another look.
    const second = unwrap(await inspect(officer.exchange, paths, noMemory));
    const again = failing(officer);
    expect(codeOf(await takeIn(again.exchange, second.inspectionId, false))).toBe('storageFailed');
    again.mend();
    expect(codeOf(await takeIn(officer.exchange, second.inspectionId, false))).toBe('ok');
    expect(hashesOf(officer)).toEqual(hashesOf(assessor));
  });
});
