import type Sqlite from 'better-sqlite3';

/** So many different queries are kept; the texts of queries that grow with what they are given are many. */
const maxStatements = 300;

/**
 * Lets a connection keep the queries that it has compiled: the query builder asks for the same few again and again, and
 * SQLite compiles each anew otherwise. SQLite itself compiles them again after a change of schema; values that were
 * bound do not stay in them.
 */
export const rememberStatements = (client: Sqlite.Database): void => {
  const known = new Map<string, Sqlite.Statement>();
  const prepare = client.prepare.bind(client);
  const remembered = (sql: string): Sqlite.Statement => {
    const statement = known.get(sql);
    // One that is being stepped through cannot be asked again; the mode of its rows is whoever asked last.
    if (statement !== undefined && !statement.busy) return statement.reader ? statement.raw(false) : statement;
    const fresh = prepare(sql);
    if (known.size >= maxStatements) known.clear();
    known.set(sql, fresh);
    return fresh;
  };
  client.prepare = remembered as typeof client.prepare;
};
