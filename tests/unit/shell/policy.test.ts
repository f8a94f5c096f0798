import { expect, it } from 'vitest';
import { pagePolicy, pdfWorkerPolicy, policyOfPath } from '../../../electron/main/content-security-policy.ts';

const paths = [
  '/app.html',
  '/lock.html',
  '/assets/index-Dk3_a-9.js',
  '/assets/pdf.worker-x.js.html',
  '/assets/pdf.worker-x.js/../app.html',
  '/pdf.worker-x.js',
  '/assets/other-x.js',
  '/assets/pdf.worker-x/other.js',
  '/assets/pdf.worker.html',
];

it('lets the worker of PDFs alone make WebAssembly, and it loads nothing', () => {
  expect(policyOfPath('/assets/pdf.worker-yatZI-_y.js', 'x')).toBe(pdfWorkerPolicy);
  expect(pdfWorkerPolicy).toBe("default-src 'none'; script-src 'wasm-unsafe-eval'");
  for (const path of paths)
    expect({ path, policy: policyOfPath(path, 'x') }).toEqual({ path, policy: pagePolicy('x') });
  expect(pagePolicy('x')).not.toMatch(/eval|unsafe/);
});
