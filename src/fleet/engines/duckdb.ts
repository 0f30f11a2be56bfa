import { DuckDBInstance, type DuckDBValue } from '@duckdb/node-api';
import type { FleetEngine, Row, Statement } from './engine.js';

/** Memory that the database may use before it spills to its temporary folder. */
const memoryLimit = '1GB';

/** Opens an in-memory DuckDB: bounded memory, spilling to `temporaryFolder`, no extension loaded or installed by itself. */
export async function openDuckDb(options: {
  threads: number;
  temporaryFolder: string;
}): Promise<FleetEngine> {
  const instance = await DuckDBInstance.create(':memory:', {
    threads: String(options.threads),
    memory_limit: memoryLimit,
    temp_directory: options.temporaryFolder,
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
  });
  const connection = await instance.connect();
  const run = async ({ sql, params }: Statement) => {
    await connection.run(sql, params as Record<string, DuckDBValue> | undefined);
  };
  // Times are compared as UTC; the session's zone would leak the machine's setting into the result.
  await run({ sql: "SET TimeZone = 'UTC'" });
  return {
    run,
    async rows({ sql, params }) {
      const reader = await connection.runAndReadAll(
        sql,
        params as Record<string, DuckDBValue> | undefined,
      );
      return reader.getRowObjectsJS().map(plainNumbers);
    },
    async sealFiles() {
      await run({ sql: 'SET enable_external_access = false' });
      await run({ sql: 'SET lock_configuration = true' });
    },
    async close() {
      connection.closeSync();
      instance.closeSync();
    },
  };
}

/** Counts come as BIGINT; all of ours fit a number exactly. */
function plainNumbers(row: Readonly<Record<string, unknown>>): Row {
  return Object.fromEntries(
    Object.entries(row).map(([name, value]) => [
      name,
      typeof value === 'bigint' ? Number(value) : value,
    ]),
  );
}
