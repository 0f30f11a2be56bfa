import { extname } from 'node:path';
import type { IsoDate } from '../../domain/dates.js';
import { AppError, type Diagnostic } from '../../domain/diagnostic.js';
import { openDuckDb } from '../../fleet/engines/duckdb.js';
import type { SniffedFile } from '../../fleet/judge-fleet.js';
import {
  type NormalisedFormat,
  type NormalisedReport,
  normaliseReports,
} from '../../fleet/normalise-reports.js';
import type { EndpointSource } from '../../fleet/source.js';
import { message } from '../../messages/catalogue.js';
import { openScratch } from '../../platform/files.js';
import { temporaryFolder } from '../../platform/temporary-folder.js';
import { placeNew } from '../../platform/write-new.js';
import { openFiles } from './open-files.js';

/** What was written, and what became of each file's rows. */
export interface Imported {
  readonly out: string;
  readonly written: number;
  readonly reports: readonly NormalisedReport[];
  readonly diagnostics: readonly Diagnostic[];
}

const formats: Readonly<Record<string, NormalisedFormat>> = { '.ndjson': 'ndjson', '.csv': 'csv' };

/** The format that a file's name asks for. Throws `AppError` (exit 2) for any other ending. */
function normalisedFormat(out: string): NormalisedFormat {
  const format = formats[extname(out).toLowerCase()];
  if (format) return format;
  throw new AppError({
    message: message('endpoints_import.bad_ending', { path: out }),
    hints: [message('endpoints_import.bad_ending.hint')],
  });
}

/**
 * Reads exports as an audit does and writes every observation as a record of the normalised format, whole or not at all.
 * Throws `AppError` (exit 2), and writes nothing, when a file can't be read, when no row is of use, or when `out` exists.
 */
export async function importFiles(
  paths: readonly string[],
  sources: readonly EndpointSource[],
  options: {
    readonly out: string;
    readonly force: boolean;
    readonly asOf: IsoDate;
    readonly agency: string | undefined;
    readonly exportedOn: IsoDate | undefined;
  },
): Promise<Imported> {
  const { out, force, asOf, agency, exportedOn } = options;
  const format = normalisedFormat(out);
  const temporary = await temporaryFolder();
  try {
    const opened = await openFiles(paths, sources, openScratch(temporary.path));
    const files = opened.flatMap(({ path, parts }) =>
      parts.flatMap(({ shape, ...part }): Omit<SniffedFile, 'id'>[] =>
        'source' in shape
          ? [
              {
                path,
                ...part,
                shape,
                agency: agency ?? '-',
                ...(exportedOn !== undefined && { exportedOn }),
              },
            ]
          : [],
      ),
    );
    const problems = opened.flatMap((each) => each.problems);
    if (problems.some(({ severity }) => severity === 'error')) throw nothingWritten(problems);
    let found: Imported | undefined;
    await placeNew(
      out,
      async (target) => {
        const engine = await openDuckDb({ threads: 2, temporaryFolder: temporary.path });
        try {
          const { written, reports, diagnostics } = await normaliseReports(
            engine,
            files.map((file, id) => ({ id, ...file })),
            { asOf, target, format, agency },
          );
          const all = [...problems, ...diagnostics];
          if (written === null || written === 0) throw nothingWritten(all);
          found = { out, written, reports, diagnostics: all };
        } finally {
          await engine.close();
        }
      },
      { force },
    );
    if (!found) throw new Error('a file was made without its records');
    return found;
  } finally {
    await temporary.remove();
  }
}

function nothingWritten(diagnostics: readonly Diagnostic[]): AppError {
  return new AppError({
    message: message('endpoints_import.nothing_written'),
    hints: [message('endpoints_import.nothing_written.hint')],
    diagnostics,
  });
}
