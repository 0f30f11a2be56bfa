import { basename, dirname } from 'node:path';
import type { IsoDate } from '../../domain/dates.js';
import type { Diagnostic } from '../../domain/diagnostic.js';
import { type ColumnUse, columnUses, recordUses } from '../../fleet/column-uses.js';
import { decodeText } from '../../fleet/container.js';
import { openDuckDb } from '../../fleet/engines/duckdb.js';
import { type InspectedReport, inspectReports } from '../../fleet/inspect-reports.js';
import type { SniffedFile } from '../../fleet/judge-fleet.js';
import type { OpenedPart } from '../../fleet/open-report.js';
import { type FileShape, headBytes } from '../../fleet/sniff.js';
import { sourcePaths } from '../../fleet/sniff-json.js';
import type { EndpointSource } from '../../fleet/source.js';
import { openFolder, openScratch } from '../../platform/files.js';
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
  /** What becomes of its columns, of JSON of its records' fields; left out when nothing reads it, and for Parquet. */
  readonly uses?: readonly ColumnUse[];
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
    const parts = await Promise.all(
      looked.flatMap(({ path, parts: inner }) =>
        inner.map(async (each) => ({ path, ...each, uses: await usesOf(each) })),
      ),
    );
    const readable = parts.flatMap(({ shape, uses: _, ...each }, id): SniffedFile[] =>
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
        const found = parts.flatMap(({ path: of, part, shape, uses }, id) => {
          if (of !== path) return [];
          const report = reports.find((each) => each.id === id);
          return [
            {
              path,
              ...(part !== undefined && { part }),
              shape,
              ...(uses && { uses }),
              ...(report && { report }),
            },
          ];
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

/** What becomes of a part's columns or fields; undefined when no source reads it, and for Parquet. */
async function usesOf({
  nativePath,
  shape,
}: OpenedPart): Promise<readonly ColumnUse[] | undefined> {
  if (shape.kind === 'table') return columnUses(shape.source, shape.layout.headers);
  if (shape.kind !== 'json') return undefined;
  const folder = openFolder(dirname(nativePath));
  const { head } = await folder.digest(basename(nativePath), headBytes);
  const paths = sourcePaths(decodeText(head, 'utf-8'), shape.layout, shape.source);
  return recordUses(shape.source, paths);
}

/** The text of a file that isn't recognised says more than its diagnostic does. */
const toldByShape: ReadonlySet<string> = new Set([
  'fleet.unrecognised',
  'fleet.empty',
  'fleet.binary',
]);
