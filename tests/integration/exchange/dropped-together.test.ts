import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadCase } from '../../../electron/backend/case/load-case.ts';
import { sealCase } from '../../../electron/backend/exchange/send/seal.ts';
import { groupFiles } from '../../../renderer/features/exchange/receive/file-groups.ts';
import { sendIncoming } from '../../../renderer/lib/incoming.ts';
import type { RpcClient } from '../../../renderer/lib/rpc/client.ts';
import type { IncomingSource } from '../../../renderer/lib/waiting-files.ts';
import { foundInstitution, type Member, outputOf } from '../../fixtures/institution.ts';
import { unwrap } from '../../fixtures/made-vault.ts';
import * as people from '../../fixtures/people/cast.ts';
import { reportedCase } from '../../fixtures/reported-case.ts';

// Everything that somebody drops at once, by the page's own code and the real backend: parts of two packages under
// other names, in any order, and a file that is none.

const cast = {
  officer: { person: people.personnelOfficer, roles: ['personnelOfficer'] },
  assessor: { person: people.assessor, roles: ['assessor'] },
} as const;

const pageOf = ({ calls }: Member) => calls as unknown as RpcClient;

const handOver = (rpc: RpcClient) => async (source: IncomingSource) => {
  if ('token' in source) return source;
  const sent = await sendIncoming(rpc, source, () => undefined);
  return sent.ok ? sent.value : null;
};

/** The paths of a case's package for the officer, in parts. */
const sealed = async (assessor: Member, officer: Member, sizes: readonly number[]) => {
  const caseId = await reportedCase(assessor.calls, sizes);
  const request = { caseId, entryId: officer.entryId, again: false, partBytes: 1_000_000 };
  const { files } = unwrap(await sealCase(assessor.exchange, outputOf(assessor), request));
  return { caseId, parts: files.map((name) => readFileSync(join(assessor.outbox, name))) };
};

const named = (bytes: Uint8Array<ArrayBuffer>, name: string): File => new File([bytes], name);

describe('several packages that are dropped at once', () => {
  it('come in one after the other; a foreign file is said to be none, when its turn comes', async () => {
    const { members } = await foundInstitution(cast);
    const { assessor, officer } = members;
    const one = await sealed(assessor, officer, [900_000, 400_000]);
    const other = await sealed(assessor, officer, [900_000, 900_000, 400_000]);
    expect([one.parts.length, other.parts.length]).toEqual([2, 3]);
    const rpc = pageOf(officer);
    const part = ({ parts }: typeof one, at: number) => new Uint8Array(parts[at] ?? []);
    const dropped = [
      named(part(other, 2), 'DOC-20261129-WA0002.'),
      named(part(one, 1), 'bilik-0badcafe-1-dari-2 - Salin.paket'),
      named(new Uint8Array(Buffer.from('%PDF-1.7 surat lain')), 'Surat undangan.pdf'),
      named(part(other, 0), 'lampiran.zip'),
      named(part(one, 0), 'bilik-0badcafe-2-dari-2.paket'),
      named(part(other, 1), 'Copy of lampiran.bin'),
    ];
    const groups = await groupFiles(rpc, dropped, handOver(rpc));
    expect(groups.map((group) => group.map(({ name }) => dropped.findIndex((file) => file.name === name)))).toEqual([
      [0, 3, 5],
      [1, 4],
      [2],
    ]);
    const held: (string | null)[] = [];
    for (const group of groups) {
      const files = await Promise.all(group.map(handOver(rpc)));
      const fileTokens = files.map((file) => file?.token ?? expect.fail('not handed over'));
      const inspection = await officer.calls.get('exchange.inspect', { fileTokens });
      held.push(inspection.held);
      const { inspectionId } = inspection;
      if (inspection.held === null) await officer.calls.get('exchange.import', { inspectionId });
      else await officer.calls.get('exchange.cancel', { inspectionId });
    }
    expect(held).toEqual([null, null, 'packageUnreadable']);
    for (const { caseId } of [one, other])
      expect(loadCase(officer.vault.records, caseId).acts.map(({ hash }) => hash)).toEqual(
        loadCase(assessor.vault.records, caseId).acts.map(({ hash }) => hash),
      );
  });
});
