import type { Screen } from '../screen.ts';
import { caseScreens } from './cases.ts';
import { paperScreens } from './papers.ts';

/** Everything that the catalogue shows. */
export const screens: readonly Screen[] = [...caseScreens, ...paperScreens];
