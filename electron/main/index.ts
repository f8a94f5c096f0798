/** Start of the main process: one instance, a closed shell, then the window and the backend. */
import { app } from 'electron';
import { prepareEnvironment } from './environment.ts';
import { registerAppScheme } from './page-protocol.ts';
import { runApplication } from './run-application.ts';
import { renewSessionData } from './session-data.ts';
import { applySwitches } from './switches.ts';
import { guardAllWebContents } from './web-contents-guard.ts';

const environment = prepareEnvironment();
if (app.requestSingleInstanceLock()) {
  renewSessionData(environment.sessionDataFolder);
  applySwitches();
  registerAppScheme();
  guardAllWebContents();
  app.whenReady().then(() => runApplication(environment));
} else {
  app.exit(0);
}
