import type { Screen } from '../screen.ts';
import { caseScreens } from './cases.ts';

/** Everything that the catalogue shows. */
export const screens: readonly Screen[] = [...caseScreens];
