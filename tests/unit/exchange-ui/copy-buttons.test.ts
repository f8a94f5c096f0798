import { createElement } from 'react';
import { expect, it } from 'vitest';
import { CopyButtons } from '../../../renderer/features/exchange/copies/CopyButtons.tsx';
import { drawn, words } from '../../fixtures/form-page.ts';

const buttons = (viewId: string | null): readonly string[] =>
  ['common.print', 'common.export'].filter((key) =>
    drawn(createElement(CopyButtons, { documentId: 'd'.repeat(32), viewId })).includes(words(key)),
  );

it('the employee prints what was signed of a copy, and nothing where no reading view is', () => {
  expect(buttons('v'.repeat(32))).toEqual(['common.print', 'common.export']);
  expect(buttons(null)).toEqual(['common.export']);
});
