import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { judgeEndpoints } from '../../../src/audit/judge-endpoints.js';
import { judgeProvince, readProvince } from '../../../src/audit/read-province.js';
import { isoDate } from '../../../src/domain/dates.js';
import { openDuckDb } from '../../../src/fleet/engines/duckdb.js';
import { type FoundEndpoint, findEndpoints } from '../../../src/fleet/explain/find-endpoints.js';
import { type EndpointExplanation, explainEndpoint } from '../../../src/fleet/explain-endpoint.js';
import { openFolder, openScratch } from '../../../src/platform/files.js';
import { schemas } from '../../support/audit.js';
import { asOf, type WorkspaceSpec, workspaceFiles, writeFiles } from '../../support/workspace.js';

const bundled = openFolder(new URL('../../../', import.meta.url));

/** What was found by each word, and the explanation where that was one endpoint. */
export interface Asked {
  readonly hits: readonly FoundEndpoint[];
  readonly explanation: EndpointExplanation | undefined;
}

/** Judges a small workspace once and asks for endpoints by words. */
export async function explainAll(
  spec: WorkspaceSpec,
  words: readonly string[],
): Promise<(word: string) => Asked> {
  const folder = await mkdtemp(join(tmpdir(), 'tuanthu-explain-'));
  try {
    const options = {
      workspace: openFolder(await writeFiles(join(folder, 'w'), workspaceFiles(spec))),
      bundled,
      schemas,
      asOf: isoDate(asOf),
      openEngine: () => openDuckDb({ threads: 1, temporaryFolder: folder }),
      scratch: openScratch(folder),
    };
    const province = await readProvince(options);
    const { answer } = await judgeEndpoints(
      options,
      province,
      judgeProvince(province),
      async (tables) => {
        const found = new Map<string, Asked>();
        for (const text of words) {
          const hits = await findEndpoints(tables.engine, { text });
          const [first] = hits;
          const explanation =
            first && hits.length === 1
              ? await explainEndpoint(tables.engine, first, tables)
              : undefined;
          found.set(text, { hits, explanation });
        }
        return found;
      },
    );
    return (word) => {
      const asked = answer?.get(word);
      if (!asked) throw new Error(`not asked: ${word}`);
      return asked;
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
