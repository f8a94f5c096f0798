import { createHash, createHmac } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson } from '../../../electron/backend/crypto/canonical-json.ts';
import { verifySealedAct } from '../../../electron/backend/formats/act/act-crypto.ts';
import {
  commitmentByParts,
  commitmentOfParts,
  partCommitment,
  partsOf,
  saltOfPart,
} from '../../../electron/backend/formats/act/body-commitment.ts';
import type { ActBody } from '../../../shared/domain/case/body.ts';
import { sampleAct } from '../../fixtures/document-samples.ts';

const bodyOf = (act: ReturnType<typeof sampleAct>): ActBody => JSON.parse(Buffer.from(act.bodyBytes).toString());
const file = (name: string) => ({
  attachmentId: 'a'.repeat(32),
  sha256: 'b'.repeat(64),
  name,
  mediaType: 'application/pdf',
  size: 3,
});

describe('the commitment of an act of v2 to its body', () => {
  it('names each part of the body, each field of the content and each file', () => {
    const files = { attachments: [file('satu.pdf'), { ...file('dua.pdf'), attachmentId: 'c'.repeat(32) }] };
    expect(Object.keys(partsOf(bodyOf(sampleAct('statusNotified', files)))).sort()).toEqual([
      'attachments/0',
      'attachments/1',
      'author',
      'authorOffice',
      'content/date',
      'content/status',
      'institution',
      'paper',
    ]);
    expect(Object.keys(partsOf(bodyOf(sampleAct())))).not.toContain('attachments');
  });

  it('is made as docs/formats.md says, by other code', () => {
    const act = sampleAct();
    const commitments = Object.entries(partsOf(bodyOf(act))).map(([name, value]) => {
      const salt = createHmac('sha256', act.salt).update(name, 'utf8').digest();
      return [name, createHash('sha256').update(salt).update(canonicalJson(value)).digest('hex')] as const;
    });
    const sorted = commitments.sort(([a], [b]) => (a < b ? -1 : 1));
    const json = `{${sorted.map(([name, hash]) => `"${name}":"${hash}"`).join(',')}}`;
    const expected = createHash('sha256').update(`bilik/act/body/v2\n\0${json}`).digest('hex');
    expect(act.header.bodyCommit).toBe(expected);
  });

  it('changes with every value, name and part more or less', () => {
    const body = bodyOf(sampleAct());
    const salt = new Uint8Array(32).fill(1);
    const committed = (changed: Record<string, unknown>) => commitmentByParts(salt, changed);
    const { date, ...undated } = body.content;
    const variants = [
      body,
      { ...body, institution: `${body.institution} ` },
      { ...body, content: undated },
      { ...body, content: { ...undated, tanggal: date } },
      { ...body, content: { ...body.content, note: '' } },
      { ...body, attachments: [file('satu.pdf')] },
      { ...body, attachments: [file('satu.pdf'), file('dua.pdf')] },
      { ...body, attachments: [file('dua.pdf'), file('satu.pdf')] },
      { ...body, author: { ...body.author, nip: '' } },
    ];
    expect(new Set(variants.map(committed)).size).toBe(variants.length);
  });

  it('opens one part without a way to the salt of another or of the act', () => {
    const act = sampleAct();
    const [shown, hidden] = ['content/date', 'content/status'];
    const opening = saltOfPart(act.salt, shown);
    const guess = (salt: Uint8Array) => partCommitment(salt, 'counselled');
    const committed = guess(saltOfPart(act.salt, hidden));
    // What somebody could try who has one opening and guesses what the hidden part says.
    for (const salt of [opening, saltOfPart(opening, hidden), saltOfPart(saltOfPart(opening, shown), hidden)])
      expect(guess(salt)).not.toBe(committed);
  });

  it('cannot be opened any more by a right guess once the salt is erased', () => {
    const act = sampleAct();
    const held = { header: act.header, body: bodyOf(act) };
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 32, maxLength: 32 }), (salt) => {
        expect(commitmentByParts(salt, held.body)).not.toBe(held.header.bodyCommit);
      }),
      { numRuns: 50 },
    );
    expect(verifySealedAct({ ...act, bodyBytes: null, salt: null })).toMatchObject({ ok: true, value: { body: null } });
  });

  it('has one size, whatever the body says', () => {
    expect(commitmentOfParts({})).toHaveLength(64);
    expect(partCommitment(new Uint8Array(32), 'x'.repeat(5000))).toHaveLength(64);
  });
});
