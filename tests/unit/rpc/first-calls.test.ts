import { expect, test } from 'vitest';
import { capabilities } from '../../../electron/backend/capabilities.ts';
import { firstCalls } from '../../../electron/backend/first-calls.ts';
import { loadedBy } from '../../fixtures/loaded-by.ts';

const rooms = (module: string): string[] =>
  [...new Set(loadedBy(module).flatMap((path) => /^electron\/backend\/(\w+)\//.exec(path)?.[1] ?? []))].sort();

test('what the backend loads at start knows no capability of an open vault', () => {
  expect(rooms('electron/backend/index.ts')).toEqual(['crypto', 'db', 'desk', 'files', 'rpc', 'trail', 'vault']);
  const rules = loadedBy('electron/backend/index.ts').filter((path) => path.startsWith('shared/domain/'));
  expect(
    rules.filter((path) => !/^shared\/domain\/(identity\/|backup\/manifest\.ts$|audit\/|fields\.ts$)/.test(path)),
  ).toEqual([]);
});

test('what it loads later knows all of them', () => {
  expect(rooms('electron/backend/capabilities.ts')).toEqual(
    expect.arrayContaining(['case', 'competence', 'documents', 'exchange', 'guidance', 'notes', 'programme']),
  );
  expect(Object.keys(capabilities.handlers).sort()).toEqual(Object.keys(capabilities.contract).sort());
});

test('the first calls are among all, by the same schemas and the same code', () => {
  for (const [name, method] of Object.entries(firstCalls.contract)) {
    expect(capabilities.contract[name as never], name).toBe(method);
  }
  for (const [name, handler] of Object.entries(firstCalls.handlers)) {
    expect(capabilities.handlers[name as never], name).toBe(handler);
  }
});
