import type { EndpointOptions } from '../../audit/judge-endpoints.js';
import { loadSchemas } from '../../documents/schemas.js';
import type { IsoDate } from '../../domain/dates.js';
import { openDuckDb } from '../../fleet/engines/duckdb.js';
import { openScratch } from '../../platform/files.js';
import { temporaryFolder } from '../../platform/temporary-folder.js';
import { bundled } from '../bundled.js';
import { existingFolder } from '../existing-folder.js';
import type { Progress } from '../progress.js';

/** As for `audit`: reading the files is most of the work. */
const databaseThreads = 2;

/**
 * Runs something that judges a workspace's endpoints, with a database of its own whose temporary folder is gone afterwards,
 * and progress by step. Throws what `use` throws, and `AppError` (exit 2) when there is no such folder.
 */
export async function judgingOf<Result>(
  { workspace, asOf, progress }: { workspace: string; asOf: IsoDate; progress: Progress },
  use: (options: Omit<EndpointOptions, 'only'>) => Promise<Result>,
): Promise<Result> {
  const temporary = await temporaryFolder();
  let step = '';
  try {
    return await use({
      workspace: await existingFolder(workspace),
      bundled,
      schemas: await loadSchemas(bundled, 'schemas'),
      asOf,
      openEngine: () => openDuckDb({ threads: databaseThreads, temporaryFolder: temporary.path }),
      scratch: openScratch(temporary.path),
      onProgress: (label, done, total) => {
        if (label.key !== step) progress.start(label);
        step = label.key;
        progress.update(done, total);
      },
    });
  } finally {
    await temporary.remove();
  }
}
