import type { DocumentContext } from '@shared/domain/documents/context.ts';
import { documentModel } from '@shared/domain/documents/document-model.ts';
import { type DocumentKind, documentKinds } from '@shared/domain/documents/kind.ts';
import type { DocumentModel } from '@shared/domain/documents/model.ts';
import { defaultPlaceholders } from '@shared/domain/documents/placeholders.ts';
import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { renderDocx } from '../../../electron/backend/papers/docx/render-docx.ts';
import { signedContext } from '../../fixtures/document-contexts.ts';
import { people } from '../../fixtures/document-samples.ts';
import { pngOf } from '../../fixtures/office.ts';

// A paper as DOCX, for an office's own system: the page's words, its placeholders where something is open, and nothing
// beside them.

/** Of a draft, to be signed outside. */
const prefilledContext = (kind: DocumentKind): DocumentContext => ({
  ...signedContext(kind),
  form: 'prefilled',
  qrText: null,
});

const zipOf = async (model: DocumentModel, places = defaultPlaceholders): Promise<ReadonlyMap<string, Uint8Array>> =>
  new Map(Object.entries(unzipSync(await renderDocx(model, places))));

const filesOf = async (model: DocumentModel, places = defaultPlaceholders): Promise<ReadonlyMap<string, string>> =>
  new Map(
    [...(await zipOf(model, places))].map(([name, bytes]) => [
      name,
      new TextDecoder('utf-8', { fatal: true }).decode(bytes),
    ]),
  );

const plain = (xml: string): string =>
  xml
    .replace(/<w:br\/>/g, ' ')
    .replace(/<[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&');

const flat = (text: string): string => text.replace(/\s+/g, ' ');

/** Every text of a value, whatever holds it, but for codes. */
const textsIn = (value: unknown): string[] => {
  if (typeof value === 'string') return value === '' ? [] : [value];
  if (Array.isArray(value)) return value.flatMap(textsIn);
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, part]) => (key === 'block' ? [] : textsIn(part)));
};

const shownBy = ({ sections, identity, addressee, meta, distribution, attachments, signatures }: DocumentModel) => [
  ...textsIn([sections, identity, addressee, meta, distribution, attachments]),
  ...signatures.flatMap(({ titles, name, nip, placeAndDate }) => textsIn([titles, name, nip, placeAndDate])),
];

describe('a paper as DOCX', () => {
  it.each(documentKinds)('says every word of the page: %s', async (kind) => {
    for (const context of [prefilledContext(kind), signedContext(kind)]) {
      const model = documentModel(kind, context);
      const files = await filesOf(model);
      const text = flat(plain(files.get('word/document.xml') ?? ''));
      for (const shown of shownBy(model))
        for (const line of shown.split('\n')) expect(text).toContain(flat(line).trim());
      // A letter has a subject, no title.
      if (model.layout !== 'letter') expect(text).toContain(model.title.toUpperCase());
    }
  });

  it.each(documentKinds)('names nobody in its properties, and runs nothing: %s', async (kind) => {
    const files = await filesOf(documentModel(kind, signedContext(kind)));
    const rest = [...files].filter(([name]) => name !== 'word/document.xml');
    for (const [name, xml] of rest)
      for (const person of Object.values(people)) expect(xml, name).not.toContain(person.name);
    expect([...files.keys()].filter((name) => /vba|embed|activeX|external/i.test(name))).toEqual([]);
    expect([...files].filter(([, xml]) => xml.includes('TargetMode="External"'))).toEqual([]);
  });

  it('has the words of the settings where number, date and signature are open', async () => {
    const places = { numberWord: '{{NO}}', dateWord: '{{TGL}}', signatureWord: '{{TTE}}' };
    const model = documentModel('assignmentLetter', prefilledContext('assignmentLetter'));
    const open = {
      ...model,
      number: null,
      signatures: model.signatures.map((one) => ({ ...one, placeAndDate: null })),
    };
    const text = plain((await filesOf(open, places)).get('word/document.xml') ?? '');
    for (const word of Object.values(places)) expect(text.split(word)).toHaveLength(2);
    const known = plain((await filesOf({ ...open, number: 'R-1/X/2026' }, places)).get('word/document.xml') ?? '');
    expect(known).toContain('R-1/X/2026');
    expect(known).not.toContain(places.numberWord);
  });

  it('has them in a letter beside Nomor and at the right, once each', async () => {
    const places = { numberWord: '{{NO}}', dateWord: '{{TGL}}', signatureWord: '{{TTE}}' };
    const model = documentModel('invitation', prefilledContext('invitation'));
    const files = await filesOf({ ...model, number: null, dateLine: null }, places);
    const text = plain(files.get('word/document.xml') ?? '');
    for (const word of Object.values(places)) expect(text.split(word), word).toHaveLength(2);
  });

  it('begins with the logo of the office', async () => {
    const model = documentModel('assignmentLetter', prefilledContext('assignmentLetter'));
    const logo = { mediaType: 'image/png', bytes: pngOf() } as const;
    const media = async (one: DocumentModel) =>
      [...(await zipOf(one))].filter(([name]) => name.startsWith('word/media'));
    const made = await media({ ...model, letterhead: { ...model.letterhead, logo } });
    expect(made.map(([, bytes]) => Buffer.from(bytes).equals(logo.bytes))).toEqual([true]);
    expect(await media(model)).toEqual([]);
  });
});
