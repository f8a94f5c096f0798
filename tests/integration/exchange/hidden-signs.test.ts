import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadCase } from '../../../electron/backend/case/load-case.ts';
import { contents } from '../../fixtures/case-steps.ts';
import { enter, evaluated, observed } from '../../fixtures/case-walks.ts';
import { bilik } from '../../fixtures/cli.ts';
import { temporaryFolder } from '../../fixtures/database-deps.ts';
import { addressOf, forgeAct, forgeFile, forgePackage } from '../../fixtures/forge.ts';
import { foundInstitution, look, pass, take } from '../../fixtures/institution.ts';
import * as people from '../../fixtures/people/cast.ts';

// What a member with a changed program signs may hold any sign. Whatever is shown of it turns nothing and hides
// nothing.

const cast = {
  officer: { person: people.personnelOfficer, roles: ['personnelOfficer'] },
  assessor: { person: people.assessor, roles: ['assessor'] },
} as const;

/** Signs of control, or that turn what stands after them, or of no width. */
const hidden = /\p{Cf}|(?![\t\n\r])\p{Cc}/u;

/** The first hidden sign of an answer; undefined: there is none. */
const hiddenIn = (answer: unknown): string | undefined => {
  const text = typeof answer === 'string' ? answer : JSON.stringify(answer);
  return hidden.exec(
    text.replaceAll(/\\u00([01][0-9a-f])/g, (_, code) => String.fromCharCode(Number.parseInt(code, 16))),
  )?.[0];
};

describe('a package with hidden signs in names, numbers and texts', () => {
  it('is read without them in the window and on the command line', async () => {
    const { members } = await foundInstitution(cast);
    const { assessor, officer } = members;
    const caseId = await observed(assessor.calls);
    await evaluated(assessor.calls, caseId);
    await enter(assessor.calls, caseId, 'reportSubmitted', 'assessor');
    await pass(assessor, officer, caseId);
    const { bytes, ref } = forgeFile('%PDF-1.7 bukti');
    const act = forgeAct(assessor, {
      caseId,
      type: 'feedbackRecorded',
      capacity: 'assessor',
      refs: [...loadCase(assessor.vault.records, caseId).shared.heads],
      author: { ...people.assessor, position: 'Kepala\u202e naigaB\u200b' },
      content: {
        ...contents.feedbackRecorded,
        source: 'other',
        sourceConsents: true,
        sourceName: 'Rekan\u2066 satu\u200b tim\u0007',
        content: 'Dibayar \u202e000.001 pR\u202c\u001b[2J',
      },
      attachments: [{ ...ref, name: 'surat\u202efdp.exe' }],
    });
    const path = await forgePackage(assessor, await addressOf(officer), { caseId, acts: [act], blobs: [bytes] });
    const identity = join(temporaryFolder(), 'identitas.txt');
    writeFileSync(identity, `${officer.vault.keys.receivingIdentities[0]}\n`);
    const out = join(temporaryFolder(), 'keluar');
    const told = [
      await bilik(['verify', path, '--identity', identity]),
      await bilik(['verify', path, '--identity', identity, '--json']),
      await bilik(['package', 'open', path, '--identity', identity, '--out', out]),
    ];
    for (const { out: text } of told) {
      expect(hiddenIn(text)).toBeUndefined();
      expect(text).toContain('feedback');
    }
    const inspection = await look(officer, [path]);
    expect(hiddenIn(inspection)).toBeUndefined();
    expect(inspection.held).toBe(null);
    await take(officer, [path]);
    const opened = await officer.calls.get('case.open', { caseId });
    expect(opened.acts.at(-1)?.body?.content).toMatchObject({
      sourceConsents: true,
      sourceName: 'Rekan satu tim',
      content: 'Dibayar 000.001 pR[2J',
    });
    expect(hiddenIn(opened)).toBeUndefined();
  });
});
