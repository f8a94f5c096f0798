import type { Screen } from '../screen.ts';
import { actScreens } from './acts.ts';
import { caseScreens } from './cases.ts';
import { confirmationScreens } from './confirmation.ts';
import { directoryScreens } from './directory.ts';
import { exchangeScreens } from './exchange.ts';
import { fullNoteScreens } from './full-notes.ts';
import { guidanceScreens } from './guidance.ts';
import { learningScreens } from './learning.ts';
import { lockScreens } from './lock.ts';
import { pageScreens } from './pages.ts';
import { paperScreens } from './papers.ts';
import { retentionScreens } from './retention.ts';
import { settingsScreens } from './settings.ts';
import { viewerScreens } from './viewer.ts';

/** Everything that the catalogue shows. */
export const screens: readonly Screen[] = [
  ...lockScreens,
  ...pageScreens,
  ...fullNoteScreens,
  ...settingsScreens,
  ...caseScreens,
  ...confirmationScreens,
  ...actScreens,
  ...exchangeScreens,
  ...directoryScreens,
  ...guidanceScreens,
  ...learningScreens,
  ...retentionScreens,
  ...paperScreens,
  ...viewerScreens,
];
