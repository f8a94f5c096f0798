import type Sqlite from 'better-sqlite3';

const replacers = new WeakMap<object, (next: Sqlite.Database) => void>();

/**
 * A connection whose file can be exchanged below it: all that holds it goes on with the one that took its place. What
 * was prepared before is refused after, so statements are prepared where they are run.
 */
export const createReplaceable = (first: Sqlite.Database): Sqlite.Database => {
  let current = first;
  const client = new Proxy(first, {
    get: (_target, name) => {
      const value: unknown = Reflect.get(current, name, current);
      return typeof value === 'function' && name !== 'constructor' ? value.bind(current) : value;
    },
    set: (_target, name, value) => Reflect.set(current, name, value, current),
  });
  replacers.set(client, (next) => {
    current = next;
  });
  return client;
};

/** Puts another connection in the place of the one below `client`, which was closed. */
export const replaceConnection = (client: Sqlite.Database, next: Sqlite.Database): void => {
  const replace = replacers.get(client);
  if (replace === undefined) throw new Error('this connection cannot be replaced');
  replace(next);
};
