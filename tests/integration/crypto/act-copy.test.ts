import { describe, expect, it } from 'vitest';
import { canonicalJson } from '../../../electron/backend/crypto/canonical-json.ts';
import { readActCopy, writeActCopy } from '../../../electron/backend/formats/act/act-copy.ts';
import { partCommitment } from '../../../electron/backend/formats/act/body-commitment.ts';
import { attachFiles } from '../../../electron/backend/formats/pdf/attach-file.ts';
import { checkSignedPdf } from '../../../electron/backend/formats/pdf/brought-back.ts';
import { embeddedCopy } from '../../../electron/backend/formats/pdf/embedded-copy.ts';
import { signDocument } from '../../../electron/backend/formats/pdf/sign-pdf.ts';
import { verifyDocument } from '../../../electron/backend/formats/pdf/verify.ts';
import { sampleAct, sampleIdentity, samplePdf, signedAt } from '../../fixtures/document-samples.ts';
import { codeOf, unwrap } from '../../fixtures/made-vault.ts';
import * as people from '../../fixtures/people/cast.ts';

// Whoever releases a copy with a changed program cannot reword what was signed.

const file = (name: string, digit: string) => ({
  attachmentId: digit.repeat(32),
  sha256: digit.repeat(64),
  name,
  mediaType: 'application/pdf',
  size: 3,
});
const content = {
  date: '2026-06-09',
  place: 'Ruang rapat 2',
  facts: 'Laporan terlambat; Sdr. Tirta menunggu.',
  effect: 'Tim menunggu.',
  expectedChange: 'Tepat waktu.',
  expectedBy: '2026-07-20',
  response: 'Baik.',
  acknowledgement: 'signed',
};
const original = () =>
  sampleAct('problemCommunicated', { content, attachments: [file('satu.pdf', '1'), file('dua.pdf', '2')] });
type Act = ReturnType<typeof original>;

interface CopyFile {
  format: string;
  header: string;
  signature: string;
  commitments: Record<string, string>;
  shown: Record<string, { salt: string; value: string }>;
}
const parse = (bytes: Uint8Array | null): CopyFile => JSON.parse(Buffer.from(bytes ?? new Uint8Array()).toString());
const bytesOf = (changed: unknown): Uint8Array => new TextEncoder().encode(JSON.stringify(changed));
const encoded = (value: unknown): string => Buffer.from(canonicalJson(value)).toString('base64');

const leftOut = ['attachments/1', 'content/facts'];

describe('the act inside a copy', () => {
  it('shows what was signed, and nothing of what is left out', () => {
    const act = original();
    const bytes = writeActCopy(act, leftOut) ?? expect.fail('no copy');
    const copy = unwrap(readActCopy(bytes));
    expect(copy).toMatchObject({ hash: act.hash, leftOut });
    const { facts: _, ...shown } = content;
    expect(copy.body.content).toEqual(shown);
    expect(copy.body.attachments.map(({ name }) => name)).toEqual(['satu.pdf']);
    expect(copy.body.author.name).toBe(JSON.parse(Buffer.from(act.bodyBytes).toString()).author.name);
    const all = Object.values(parse(bytes).shown).map(({ value }) => Buffer.from(value, 'base64').toString());
    expect(all.join()).not.toMatch(/Tirta|dua\.pdf/);
    expect(Buffer.from(bytes).toString()).not.toContain(Buffer.from(act.salt).toString('base64'));
  });

  it('is whole where nothing is left out', () => {
    const act = original();
    const copy = unwrap(readActCopy(writeActCopy(act, []) ?? expect.fail('no copy')));
    expect(copy.leftOut).toEqual([]);
    expect(Buffer.from(canonicalJson(copy.body)).equals(act.bodyBytes)).toBe(true);
  });

  it('lacks nothing that says who said it, and no part that is none', () => {
    for (const part of ['author', 'authorOffice', 'institution', 'paper', 'content/none', 'attachments/2', 'facts'])
      expect(writeActCopy(original(), [part]), part).toBeNull();
  });

  const attacks: readonly [string, (copy: CopyFile, act: Act) => unknown, string][] = [
    [
      'a word changed',
      ({ shown, ...copy }) => ({
        ...copy,
        shown: { ...shown, 'content/effect': { ...shown['content/effect'], value: encoded('Tim tidak menunggu.') } },
      }),
      'copyPartChanged',
    ],
    [
      'a word changed, its commitment made anew',
      ({ shown, commitments, ...copy }) => {
        const { salt = '' } = shown['content/effect'] ?? {};
        const made = partCommitment(Buffer.from(salt, 'base64'), 'Tim tidak menunggu.');
        return {
          ...copy,
          shown: { ...shown, 'content/effect': { salt, value: encoded('Tim tidak menunggu.') } },
          commitments: { ...commitments, 'content/effect': made },
        };
      },
      'copyPartsDiffer',
    ],
    [
      'a field dropped with its commitment',
      ({
        shown: { 'content/effect': _, ...shown },
        commitments: { 'content/effect': __, ...commitments },
        ...copy
      }) => ({
        ...copy,
        shown,
        commitments,
      }),
      'copyPartsDiffer',
    ],
    [
      'a field added',
      ({ shown, ...copy }) => ({
        ...copy,
        shown: { ...shown, 'content/note': { salt: Buffer.alloc(32).toString('base64'), value: encoded('Baru.') } },
      }),
      'copyPartAdded',
    ],
    [
      'a field added with a commitment',
      ({ shown, commitments, ...copy }) => ({
        ...copy,
        shown: { ...shown, 'content/note': { salt: Buffer.alloc(32).toString('base64'), value: encoded('Baru.') } },
        commitments: { ...commitments, 'content/note': partCommitment(Buffer.alloc(32), 'Baru.') },
      }),
      'copyPartsDiffer',
    ],
    [
      'two commitments exchanged',
      ({ commitments, ...copy }) => ({
        ...copy,
        commitments: {
          ...commitments,
          'content/facts': commitments['content/effect'],
          'content/effect': commitments['content/facts'],
        },
      }),
      'copyPartsDiffer',
    ],
    [
      'two values exchanged',
      ({ shown, ...copy }) => ({
        ...copy,
        shown: { ...shown, 'content/effect': shown['content/response'], 'content/response': shown['content/effect'] },
      }),
      'copyPartChanged',
    ],
    ['the author left out', ({ shown: { author: _, ...shown }, ...copy }) => ({ ...copy, shown }), 'copyPartMissing'],
    [
      'the signature of another act',
      (copy) => ({ ...copy, signature: parse(writeActCopy(original(), [])).signature }),
      'actSignatureInvalid',
    ],
    [
      'the header of another act',
      (copy) => ({ ...copy, header: parse(writeActCopy(original(), [])).header }),
      'actSignatureInvalid',
    ],
    [
      'a value in other bytes',
      ({ shown, ...copy }) => ({
        ...copy,
        shown: {
          ...shown,
          'content/effect': { ...shown['content/effect'], value: Buffer.from('"Tim  menunggu." ').toString('base64') },
        },
      }),
      'copyPartChanged',
    ],
    ['something beside', (copy) => ({ ...copy, note: 1 }), 'copyFileInvalid'],
    ['no file at all', () => null, 'copyFileInvalid'],
  ];

  it.each(attacks)('is refused by name: %s', (_what, change, code) => {
    const act = original();
    const copy = parse(writeActCopy(act, leftOut));
    expect(codeOf(readActCopy(bytesOf(copy)))).toBe('ok');
    expect(codeOf(readActCopy(bytesOf(change(copy, act))))).toBe(code);
  });
});

/** The paper of a release, with whatever inside. */
const paperOf = async (act: Act, copied: Uint8Array | null, said: Record<string, unknown> = { leftOut }) => {
  const release = sampleAct(
    'copyReleased',
    {
      content: { date: '2026-11-24', releasedTo: people.employee.name, copyNumber: '1', acknowledged: false, ...said },
    },
    [[], []],
    { about: act.hash },
  );
  const identity = sampleIdentity();
  return signDocument({ pdf: await samplePdf(), act: release, copied, title: 'Uji', at: signedAt, identity });
};
const now = signedAt.getTime();

describe('the paper of a copy', () => {
  it('is whole with what proves it, and says what was left out', async () => {
    const act = original();
    const check = verifyDocument(await paperOf(act, writeActCopy(act, leftOut)), now, []);
    expect(check).toMatchObject({ verdict: 'signerUnknown', content: 'whole', maker: 'bilik' });
    expect(check.copy).toMatchObject({ hash: act.hash, type: 'problemCommunicated', holder: null, leftOut });
    expect(check.findings).not.toContain('copyUnproven');
  });

  it('is damaged where a part lacks that the release does not name, or the other way round', async () => {
    const act = original();
    for (const [inside, said] of [
      [leftOut, []],
      [leftOut, ['content/facts']],
      [[], leftOut],
    ] as const) {
      const check = verifyDocument(await paperOf(act, writeActCopy(act, inside), { leftOut: said }), now, []);
      expect(check).toMatchObject({ verdict: 'damaged', content: 'damaged', copy: null });
      expect(check.findings[0]).toBe('copyLeftOutDiffers');
    }
  });

  it('is damaged with another act than was released, or a changed one', async () => {
    const [act, other] = [original(), original()];
    const foreign = verifyDocument(await paperOf(act, writeActCopy(other, leftOut)), now, []);
    expect([foreign.content, foreign.findings[0]]).toEqual(['damaged', 'copyOfOther']);
    const { shown, ...copy } = parse(writeActCopy(act, leftOut));
    const reworded = {
      ...copy,
      shown: { ...shown, 'content/effect': { ...shown['content/effect'], value: encoded('Lain.') } },
    };
    const changed = verifyDocument(await paperOf(act, bytesOf(reworded)), now, []);
    expect([changed.content, changed.findings[0]]).toEqual(['damaged', 'copyPartChanged']);
  });

  it('is said to prove nothing when what proves it lacks', async () => {
    const check = verifyDocument(await paperOf(original(), null), now, []);
    expect(check).toMatchObject({ verdict: 'copyUnproven', content: 'whole', copy: null });
    expect(check.findings[0]).toBe('copyUnproven');
  });

  it('counts as damaged with two of them, or beside an act that releases nothing', async () => {
    const act = original();
    const bytes = writeActCopy(act, []) ?? expect.fail('no copy');
    const entry = { name: 'salinan.json', mediaType: 'application/json', description: 'x', bytes };
    const twice = attachFiles(await samplePdf(), [entry, entry], { title: 'Uji', at: signedAt });
    expect(embeddedCopy(twice, null)).toEqual({ state: 'damaged', code: 'severalCopies' });
    const identity = sampleIdentity();
    const stray = await signDocument({
      pdf: await samplePdf(),
      act,
      copied: bytes,
      title: 'Uji',
      at: signedAt,
      identity,
    });
    expect(checkSignedPdf(stray, now).copy).toEqual({ state: 'damaged', code: 'copyOfOther' });
  });
});
