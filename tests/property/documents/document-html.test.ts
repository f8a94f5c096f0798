import { documentModel } from '@shared/domain/documents/document-model.ts';
import { documentKinds } from '@shared/domain/documents/kind.ts';
import { noFacts } from '@shared/domain/documents/office/facts.ts';
import { printableKinds, printableModel } from '@shared/domain/documents/printable.ts';
import { withoutTurningSigns } from '@shared/kernel/hidden-signs.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { renderDocument } from '../../../electron/backend/papers/render-html.ts';
import { actOfKind, contents, signedContext } from '../../fixtures/document-contexts.ts';
import { spoiled, nastyText as text } from '../../fixtures/nasty-texts.ts';

/** Names of the tags in `html`, closing ones included. */
const tags = (html: string): Set<string> =>
  new Set([...html.matchAll(/<\/?([a-z!][a-z0-9-]*)/gi)].map((match) => match[1]?.toLowerCase() ?? ''));

const known = new Set(
  '!doctype html head meta title style body main header div p h1 h2 span strong section table caption thead tbody tr th td ul ol li svg path'.split(
    ' ',
  ),
);

describe('renderDocument', () => {
  it('escapes whatever people typed, everywhere', () => {
    fc.assert(
      fc.property(fc.constantFrom(...documentKinds), text, (kind, addition) => {
        const context = spoiled(signedContext(kind), addition) as ReturnType<typeof signedContext>;
        const job = renderDocument(
          documentModel(kind, { ...context, act: spoiled(context.act, addition) as typeof context.act }),
        );
        for (const html of [job.html, job.headerTemplate, job.footerTemplate]) {
          for (const tag of tags(html)) expect(known.has(tag), tag).toBe(true);
          expect(html).not.toMatch(/<[^>]*\son[a-z]+\s*=/i);
          expect(withoutTurningSigns(html)).toBe(html);
        }
        expect(job.html.match(/<\/?style>/g)).toHaveLength(2);
      }),
      { numRuns: 150 },
    );
  });

  it('opens and closes its elements in order', () => {
    const empty = new Set(['!doctype', 'meta', 'path']);
    for (const kind of documentKinds) {
      for (const form of ['blank', 'prefilled', 'signed'] as const) {
        const { html } = renderDocument(documentModel(kind, { ...signedContext(kind), form }));
        const open: string[] = [];
        for (const [, slash, name = ''] of html
          .replace(/<style>.*<\/style>/s, '')
          .matchAll(/<(\/?)([a-z!0-9]+)[^>]*>/gi)) {
          if (empty.has(name.toLowerCase())) continue;
          if (slash === '/') expect(open.pop(), `${kind} ${form}`).toBe(name);
          else open.push(name);
        }
        expect(open).toEqual([]);
      }
    }
  });

  it('escapes, opens and closes in forms of steps and papers of the office as well', () => {
    const odd = '<b onclick="x">& <script>';
    for (const kind of printableKinds) {
      const context = spoiled({ ...signedContext('resultRecord'), act: null }, odd) as ReturnType<typeof signedContext>;
      const { html } = renderDocument(printableModel(kind, { ...context, form: 'prefilled', qrText: null }, noFacts));
      for (const tag of tags(html)) expect(known.has(tag), `${kind} ${tag}`).toBe(true);
      expect(html).not.toContain(odd);
    }
  });

  it('is Indonesian, self-contained and free of scripts', () => {
    for (const kind of documentKinds) {
      const { html, assets } = renderDocument(documentModel(kind, signedContext(kind)));
      expect(html).toContain('<html lang="id">');
      expect(html).not.toMatch(/<script|https?:|url\(|@import|<link/i);
      expect(assets).toEqual([]);
    }
  });

  it('prints every text of the act it shows', () => {
    const ownWords = {
      reportSubmitted: ['behaviour', 'unchanged', 'number'],
      resultSigned: ['problem', 'causes', 'recommendation'],
    } as const;
    for (const [type, names] of Object.entries(ownWords)) {
      const kind = documentKinds.find((name) => actOfKind[name] === type);
      const { html } = renderDocument(
        documentModel(kind ?? 'behaviourReport', signedContext(kind ?? 'behaviourReport')),
      );
      for (const name of names) expect(html).toContain(String(contents[type as 'reportSubmitted']?.[name]));
    }
  });
});
