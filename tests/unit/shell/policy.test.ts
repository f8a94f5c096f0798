import { expect, it } from 'vitest';
import { pagePolicy, pdfWorkerPolicy, policyOfPath } from '../../../electron/main/content-security-policy.ts';

const paths = [
  '/app.html',
  '/lock.html',
  '/assets/index-Dk3_a-9.js',
  '/assets/pdf.worker.min-x.mjs.html',
  '/assets/pdf.worker.min-x.mjs/../app.html',
  '/pdf.worker.min-x.mjs',
  '/assets/other-x.mjs',
  '/assets/pdf.worker.html',
];

it('lets the worker of PDFs alone make WebAssembly, and it loads nothing', () => {
  expect(policyOfPath('/assets/pdf.worker.min-yatZIOMy.mjs', 'x')).toBe(pdfWorkerPolicy);
  expect(pdfWorkerPolicy).toBe("default-src 'none'; script-src 'wasm-unsafe-eval'");
  for (const path of paths)
    expect({ path, policy: policyOfPath(path, 'x') }).toEqual({ path, policy: pagePolicy('x') });
  expect(pagePolicy('x')).not.toMatch(/eval|unsafe/);
});
