import { type Session, session } from 'electron';

/** Partitions without the prefix `persist:` live in memory alone. */
const pagePartition = 'bilik-pages';
const confirmationPartition = 'bilik-confirmation';

/**
 * Closes a session: every request that `isAllowed` does not name is cancelled, every permission and
 * device refused, no proxy, no spelling dictionaries, no downloads.
 */
export const closeSession = (target: Session, isAllowed: (url: string) => boolean): void => {
  target.webRequest.onBeforeRequest((details, answer) => answer({ cancel: !isAllowed(details.url) }));
  target.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  target.setPermissionCheckHandler(() => false);
  target.setDevicePermissionHandler(() => false);
  // Without languages nothing is checked and no dictionary asked for; on macOS, which has its own, the second says so.
  target.setSpellCheckerLanguages([]);
  target.setSpellCheckerEnabled(false);
  target.on('will-download', (event) => event.preventDefault());
  void target.setProxy({ mode: 'direct' });
};

/** The in-memory session of the application's pages, still open. */
export const pageSession = (): Session => session.fromPartition(pagePartition, { cache: false });

/** The in-memory session of the window of confirmation alone, still open: another process than any page's. */
export const confirmationSession = (): Session => session.fromPartition(confirmationPartition, { cache: false });
