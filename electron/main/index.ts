/** Start of the main process: one instance, a closed shell, then the window and the backend. */
import { app } from 'electron';
import { prepareEnvironment } from './environment.ts';
import { registerAppScheme } from './page-protocol.ts';
import { runApplication } from './run-application.ts';
import { renewSessionData } from './session-data.ts';
import { applySwitches } from './switches.ts';
import { guardAllWebContents } from './web-contents-guard.ts';

// What is written here is for this user alone, also where a library makes the file.
process.umask(0o077);
/** Absent from production builds: the condition is false there, and the import goes with it. */
const development = import.meta.env.DEV ? (await import('./development/development.ts')).createDevelopment() : null;
const environment = prepareEnvironment();
if (app.requestSingleInstanceLock()) {
  renewSessionData(environment.sessionDataFolder);
  applySwitches(development);
  registerAppScheme();
  guardAllWebContents(development);
  app.whenReady().then(() => runApplication(environment, development));
} else {
  app.exit(0);
}
