/** One SQL statement; values travel as named parameters, never in the text. */
export interface Statement {
  readonly sql: string;
  readonly params?: Readonly<Record<string, SqlValue>>;
  /** Only gives back the memory of a table that no later stage reads: left out when the tables are to be looked into. */
  readonly frees?: true;
}

export type SqlValue = string | number | bigint | boolean | null;

/** A row of a result: columns by name. Counts come as numbers. */
export type Row = Readonly<Record<string, unknown>>;

/**
 * The database in which endpoints are judged. It reads report files itself (only between opening and `sealFiles`) and
 * holds everything set-based: no row of a report passes through JavaScript.
 */
export interface FleetEngine {
  run(statement: Statement): Promise<void>;
  rows(statement: Statement): Promise<readonly Row[]>;
  /** Shuts access to files and to the network for the rest of the engine's life. */
  sealFiles(): Promise<void>;
  close(): Promise<void>;
}
