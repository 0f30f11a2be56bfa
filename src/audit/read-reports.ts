import type { Diagnostic } from '../domain/diagnostic.js';
import { FileProblem, type Files, type Scratch } from '../domain/files.js';
import type { SniffedFile } from '../fleet/judge-fleet.js';
import { openReport } from '../fleet/open-report.js';
import type { EndpointSource } from '../fleet/source.js';
import { fileDiagnostic } from '../packs/read-pack.js';

/** An endpoint file that an agency handed in. */
export interface HandedIn {
  readonly agency: string;
  readonly path: string;
  readonly exportedOn?: string;
}

/** What can be read of the files, and the problems of those that can't be used. */
export interface ReportReading {
  readonly files: readonly SniffedFile[];
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Opens every endpoint file and tells its source; a file may hold several tables. One that can't be used is a diagnostic;
 * the others go on. Ids follow the order given, which the caller keeps fixed.
 */
export async function readReports(
  files: Files,
  handedIn: readonly HandedIn[],
  sources: readonly EndpointSource[],
  scratch: Scratch,
  onProgress?: (done: number, total: number) => void,
): Promise<ReportReading> {
  const readable: SniffedFile[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const [index, { agency, path, exportedOn }] of handedIn.entries()) {
    onProgress?.(index, handedIn.length);
    try {
      const report = await openReport(files, path, sources, scratch);
      diagnostics.push(...report.diagnostics);
      for (const { part, nativePath, shape } of report.parts) {
        if (!('source' in shape)) continue;
        readable.push({
          id: readable.length,
          path,
          ...(part !== undefined && { part }),
          nativePath,
          agency,
          shape,
          ...(exportedOn !== undefined && { exportedOn }),
        });
      }
    } catch (error) {
      if (!(error instanceof FileProblem)) throw error;
      diagnostics.push(fileDiagnostic(error));
    }
  }
  return { files: readable, diagnostics };
}
