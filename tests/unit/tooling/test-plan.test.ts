import { describe, expect, it } from 'vitest';
import { testPlan } from '../../../scripts/lib/test-plan.mjs';

const files = [
  'tests/unit/domain/case/gates.test.ts',
  'tests/unit/renderer/view.test.tsx',
  'tests/integration/crypto/signatures.test.ts',
  'tests/integration/notes/notes.test.ts',
  'tests/fault/disk-full.test.ts',
  'tests/fault/runs/disk-full.fault.ts',
  'tests/fixtures/forge.ts',
  'tests/catalogue/look/axe.ts',
  'tests/catalogue/screens.catalogue.ts',
  'tests/e2e/notes-file-name.e2e.ts',
  'tests/e2e/shell.e2e.ts',
  'tests/e2e/support/launch.ts',
];
const nothing = {
  whole: false,
  watch: false,
  checks: false,
  node: [],
  crypto: [],
  catalogue: false,
  windows: [],
  unmatched: [],
};

describe('npm test', () => {
  it('runs everything without a filter', () => {
    expect(testPlan([], files)).toEqual({
      whole: true,
      watch: false,
      checks: true,
      node: [...files.slice(0, 5)],
      crypto: ['tests/integration/crypto/signatures.test.ts'],
      catalogue: true,
      windows: ['tests/e2e/notes-file-name.e2e.ts', 'tests/e2e/shell.e2e.ts'],
      unmatched: [],
    });
  });

  it.each(['unit/domain/case', 'tests/unit/domain/case', './tests/unit/domain/case/gates.test.ts', 'unit\\domain'])(
    'runs the one runner whose files match %s',
    (filter) => {
      expect(testPlan([filter], files)).toEqual({ ...nothing, node: ['tests/unit/domain/case/gates.test.ts'] });
    },
  );

  it('runs windows alone for e2e, and crypto under both runtimes', () => {
    expect(testPlan(['e2e/notes'], files)).toEqual({ ...nothing, windows: ['tests/e2e/notes-file-name.e2e.ts'] });
    const crypto = ['tests/integration/crypto/signatures.test.ts'];
    expect(testPlan(['integration/crypto'], files)).toEqual({ ...nothing, node: crypto, crypto });
  });

  it('runs the whole catalogue for its name', () => {
    expect(testPlan(['catalogue'], files)).toEqual({ ...nothing, catalogue: true });
  });

  it('takes several filters, and `check` for what runs no code', () => {
    expect(testPlan(['check'], files)).toEqual({ ...nothing, checks: true });
    expect(testPlan(['check', 'notes'], files)).toEqual({
      ...nothing,
      checks: true,
      node: ['tests/integration/notes/notes.test.ts'],
      windows: ['tests/e2e/notes-file-name.e2e.ts'],
    });
  });

  it('names filters that match nothing, among them those of files that are no tests', () => {
    expect(testPlan(['unit', 'e2e/nothing', 'fixtures', 'runs'], files).unmatched).toEqual([
      'e2e/nothing',
      'fixtures',
      'runs',
    ]);
  });

  it('watches with vitest alone', () => {
    const plan = testPlan(['--watch', 'notes'], files);
    expect(plan).toEqual({ ...nothing, watch: true, node: ['tests/integration/notes/notes.test.ts'] });
    expect(testPlan(['--watch'], files)).toMatchObject({
      whole: true,
      checks: false,
      crypto: [],
      catalogue: false,
      windows: [],
    });
  });

  it('refuses what is no argument of it', () => {
    expect(() => testPlan(['--wacth'], files)).toThrow('unknown argument');
  });
});
