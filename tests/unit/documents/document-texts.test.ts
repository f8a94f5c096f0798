import { documentKinds } from '@shared/domain/documents/kind.ts';
import enCli from '@shared/i18n/en/cli.json' with { type: 'json' };
import en from '@shared/i18n/en/documents.json' with { type: 'json' };
import idCli from '@shared/i18n/id/cli.json' with { type: 'json' };
import id from '@shared/i18n/id/documents.json' with { type: 'json' };
import { type TextTree, textPaths } from '@shared/i18n/index.ts';
import { describe, expect, it } from 'vitest';
import { findingCodes } from '../../../electron/backend/formats/pdf/verify.ts';

describe('texts of documents and of the command', () => {
  it.each([
    ['id', id],
    ['en', en],
  ])('name every kind and every finding: %s', (_, texts) => {
    expect(Object.keys(texts.documents.kind)).toEqual([...documentKinds]);
    expect(new Set(Object.keys(texts.documents.finding))).toEqual(new Set(findingCodes));
  });

  it('are complete in both languages, with the same placeholders', () => {
    for (const [source, other] of [
      [id, en],
      [idCli, enCli],
    ] as const) {
      expect(textPaths(other as TextTree)).toEqual(textPaths(source as TextTree));
      const placeholders = (tree: unknown) => JSON.stringify(tree).match(/\{\{\w+\}\}/g);
      expect(placeholders(other)).toEqual(placeholders(source));
    }
  });
});
