import type { IsoDate } from '../../domain/dates.js';
import type { Diagnostic } from '../../domain/diagnostic.js';
import { openDuckDb } from '../../fleet/engines/duckdb.js';
import { type InspectedReport, inspectReports } from '../../fleet/inspect-reports.js';
import type { SniffedFile } from '../../fleet/judge-fleet.js';
import type { FileShape } from '../../fleet/sniff.js';
import type { EndpointSource } from '../../fleet/source.js';
import { openScratch } from '../../platform/files.js';
import { temporaryFolder } from '../../platform/temporary-folder.js';
import { openFiles } from './open-files.js';

/** How many refused rows of a reason, and read rows of a file, are shown. */
const sample = 5;

/** One file that the person named, or one sheet of a workbook or file of an archive that it holds. */
export interface InspectedFile {
  readonly path: string;
  /** The sheet, the file in the archive; left out when the file holds nothing else. */
  readonly part?: string;
  /** Undefined when the file can't be opened. */
  readonly shape?: FileShape;
  /** Undefined when it isn't recognised or can't be read. */
  readonly report?: InspectedReport;
  /** Why it can't be opened or read, and what the reading found. */
  readonly diagnostics: readonly Diagnostic[];
}

/** Looks at files as an audit does, without a workspace; paths as typed, each once. Files stay untouched. */
export async function inspectFiles(
  paths: readonly string[],
  sources: readonly EndpointSource[],
  asOf: IsoDate,
): Promise<readonly InspectedFile[]> {
  const temporary = await temporaryFolder();
  try {
    const scratch = openScratch(temporary.path);
    const looked = await openFiles(paths, sources, scratch);
    const parts = looked.flatMap(({ path, parts: inner }) =>
      inner.map((each) => ({ path, ...each })),
    );
    const readable = parts.flatMap(({ shape, ...each }, id): SniffedFile[] =>
      'source' in shape ? [{ id, agency: '-', shape, ...each }] : [],
    );
    const engine = await openDuckDb({ threads: 2, temporaryFolder: temporary.path });
    try {
      const { reports, diagnostics } = await inspectReports(engine, readable, { asOf, sample });
      return looked.flatMap(({ path, problems }) => {
        const own = [
          ...problems.filter(({ code }) => !toldByShape.has(code)),
          ...diagnostics.filter(({ file }) => file === path),
        ];
        const found = parts.flatMap(({ path: of, part, shape }, id) => {
          if (of !== path) return [];
          const report = reports.find((each) => each.id === id);
          return [{ path, ...(part !== undefined && { part }), shape, ...(report && { report }) }];
        });
        // What is told of the file stands with its first part.
        return found.length === 0
          ? [{ path, diagnostics: own }]
          : found.map((each, index) => ({ ...each, diagnostics: index === 0 ? own : [] }));
      });
    } finally {
      await engine.close();
    }
  } finally {
    await temporary.remove();
  }
}

/** The text of a file that isn't recognised says more than its diagnostic does. */
const toldByShape: ReadonlySet<string> = new Set([
  'fleet.unrecognised',
  'fleet.empty',
  'fleet.binary',
]);
