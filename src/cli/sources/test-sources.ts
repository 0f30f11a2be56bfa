import { join } from 'node:path';
import { openDuckDb } from '../../fleet/engines/duckdb.js';
import { runSourceCases, type SourceCaseResult } from '../../fleet/run-source-cases.js';
import type { EndpointSource } from '../../fleet/source.js';
import type { SourceCases } from '../../fleet/source-cases.js';
import { temporaryFolder } from '../../platform/temporary-folder.js';
import { writeNew } from '../../platform/write-new.js';

/** Runs the cases in a database of their own, their files in a temporary folder that is removed afterwards. */
export async function testSources(
  sources: readonly EndpointSource[],
  cases: readonly SourceCases[],
): Promise<readonly SourceCaseResult[]> {
  const temporary = await temporaryFolder();
  try {
    const engine = await openDuckDb({ threads: 2, temporaryFolder: temporary.path });
    try {
      return await runSourceCases({
        engine,
        sources,
        cases,
        place: async (name, bytes) => {
          const path = join(temporary.path, name);
          await writeNew(path, bytes);
          return path;
        },
      });
    } finally {
      await engine.close();
    }
  } finally {
    await temporary.remove();
  }
}
