import { cases } from '../made/cases.ts';
import type { Screen } from '../screen.ts';

/** Berkas konseling. */
export const caseScreens: readonly Screen[] = [
  { name: 'home', path: '/' },
  { name: 'cases-list', path: '/cases' },
  { name: 'cases-file', path: `/cases/${cases.sessionHeld.caseId}`, route: '/cases/$caseId' },
];
