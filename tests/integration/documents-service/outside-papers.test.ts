import { describe, expect, it } from 'vitest';
import { findFileOfCase } from '../../../electron/backend/attachments/attachment-rows.ts';
import { loadCase } from '../../../electron/backend/case/load-case.ts';
import { verdicts } from '../../../shared/domain/documents/verdict.ts';
import { attachBytes, paperStep, record } from '../../fixtures/case-steps.ts';
import { evaluated, observed, sign } from '../../fixtures/case-walks.ts';
import { temporaryFolder } from '../../fixtures/database-deps.ts';
import { samplePdf } from '../../fixtures/document-samples.ts';
import { foundInstitution, look, type Member, send, take } from '../../fixtures/institution.ts';
import { type OutsideSigner, outsideSigner } from '../../fixtures/outside-signature.ts';
import * as people from '../../fixtures/people/cast.ts';

// A PDF that an agency signed electronically (TTE), several times and with keys that no directory knows, is paper of
// who keeps it: it travels with the act that was entered from it, and nothing calls it forged.

const cast = {
  head: { person: people.personnelHead, roles: ['personnelHead'] },
  officer: { person: people.personnelOfficer, roles: ['personnelOfficer'] },
  official: { person: people.authorisedOfficial, roles: ['authorisedOfficial'] },
  assessor: { person: people.assessor, roles: ['assessor'] },
} as const;

/** Signed so many times, one after the other, as programs of agencies do it. */
const signedTimes = async ({ signOutside }: OutsideSigner, times: number): Promise<Uint8Array<ArrayBuffer>> => {
  let pdf: Uint8Array = await samplePdf(`Tanda terima ${times}`);
  for (let n = 0; n < times; n += 1)
    pdf = n === 0 ? signOutside(pdf, 'ETSI.CAdES.detached', ['-cades']) : signOutside(pdf, 'adbe.pkcs7.detached');
  return Uint8Array.from(pdf);
};

/** Enters a status that the superior told by such a paper. */
const enterTte = async ({ calls }: Member, caseId: string, pdf: Uint8Array<ArrayBuffer>) => {
  const scan = await attachBytes(calls, pdf, 'records', 'tte.pdf');
  const change = { caseId, attachmentIds: [scan], signedDocumentId: scan };
  const input = paperStep('statusNotified', 'assessorSuperior', change);
  return record(calls, { ...input, paper: { ...input.paper!, medium: 'tte' } });
};

/** What the receiver's vault says of the paper of an act. */
const checkedAt = async ({ calls, vault: { records } }: Member, caseId: string, hash: string) => {
  const [ref] = loadCase(records, caseId).byHash.get(hash)?.body?.attachments ?? [];
  const attachmentId = (ref && findFileOfCase(records, caseId, ref)) ?? expect.fail('no file');
  return calls.get('documents.check', { attachmentId });
};

/** Where a later one may have changed what shows, as programs of agencies do, it is said that something was added. */
const signings = [
  [1, 'signedOutside'],
  [2, 'signedOutside'],
  [4, 'addedOutside'],
] as const;

describe('a PDF signed outside, entered as paper by who keeps it', () => {
  it('is taken in however often it is signed, as paper, and never called forged', async () => {
    const { members } = await foundInstitution(cast);
    const { assessor, officer, head, official } = members;
    const signer = outsideSigner(temporaryFolder(), 'Penanda tangan contoh');
    const caseId = await observed(assessor.calls);
    await evaluated(assessor.calls, caseId);
    await sign(assessor.calls, caseId, 'reportSubmitted', 'assessor');
    await take(officer, await send(assessor, officer, caseId));
    const entered: [hash: string, times: number, says: string][] = [];
    for (const [times, says] of signings)
      entered.push([await enterTte(officer, caseId, await signedTimes(signer, times)), times, says]);
    for (const to of [head, official]) {
      const files = await send(officer, to, caseId);
      expect(await look(to, files)).toMatchObject({ held: null, details: [] });
      await take(to, files);
      const { acts } = await to.calls.get('case.open', { caseId });
      for (const [hash, times, says] of entered) {
        const from = { origin: 'paper', enteredAs: 'personnelOfficer', body: { paper: { medium: 'tte' } } };
        expect(acts.find((act) => act.hash === hash)).toMatchObject({ ...from, withoutEffect: null });
        const { verdict, content, maker, signatures, ...check } = await checkedAt(to, caseId, hash);
        expect([times, verdict, check.signer, maker, check.act]).toEqual([times, says, 'unknown', 'outside', null]);
        expect(verdicts[verdict].severity).not.toBe('bad');
        expect(content).not.toBe('damaged');
        expect(signatures.map(({ holder }) => holder)).toEqual(Array.from({ length: times }, () => null));
      }
      // It is no paper of Bilik's own.
      const own = (await to.calls.get('documents.list', {})).map(({ actHash }) => actHash);
      expect(own.filter((actHash) => entered.some(([hash]) => hash === actHash))).toEqual([]);
    }
  }, 60_000);
});
