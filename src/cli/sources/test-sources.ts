import { openDuckDb } from '../../fleet/engines/duckdb.js';
import { runSourceCases, type SourceCaseResult } from '../../fleet/run-source-cases.js';
import type { EndpointSource } from '../../fleet/source.js';
import type { SourceCases } from '../../fleet/source-cases.js';
import { openScratch } from '../../platform/files.js';
import { temporaryFolder } from '../../platform/temporary-folder.js';

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
        scratch: openScratch(temporary.path),
      });
    } finally {
      await engine.close();
    }
  } finally {
    await temporary.remove();
  }
}
