import { type DestinationStream, destination, pino } from 'pino';

/** What the backend may say about itself: names of methods and errors, places in code. Never texts of people. */
export interface LogEntry {
  readonly method?: string;
  readonly error?: string;
  readonly code?: string;
  readonly at?: readonly string[];
}

export interface Log {
  readonly error: (entry: LogEntry) => void;
}

/**
 * Log on standard error, which the packaged application discards: there is no file of it that could grow or be read.
 * Fields other than those of LogEntry are dropped. `to`: somewhere else, for tests.
 */
export const createLog = (to: DestinationStream = destination({ dest: 2, sync: true })): Log => {
  const logger = pino({ base: null, redact: ['input', 'output', 'passphrase', '*.message', '*.passphrase'] }, to);
  return {
    error: ({ method, error, code, at }) => logger.error({ method, error, code, at }),
  };
};
