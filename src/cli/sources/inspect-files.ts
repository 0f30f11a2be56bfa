import { basename, dirname, resolve } from 'node:path';
import type { IsoDate } from '../../domain/dates.js';
import type { Diagnostic } from '../../domain/diagnostic.js';
import { FileProblem } from '../../domain/files.js';
import { openDuckDb } from '../../fleet/engines/duckdb.js';
import { type InspectedReport, inspectReports } from '../../fleet/inspect-reports.js';
import type { SniffedFile } from '../../fleet/judge-fleet.js';
import { type FileShape, headBytes, sniff } from '../../fleet/sniff.js';
import type { EndpointSource } from '../../fleet/source.js';
import { fileDiagnostic } from '../../packs/read-pack.js';
import { openFolder } from '../../platform/files.js';
import { temporaryFolder } from '../../platform/temporary-folder.js';

/** How many refused rows of a reason, and read rows of a file, are shown. */
const sample = 5;

/** One file that the person named. */
export interface InspectedFile {
  readonly path: string;
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
  const looked = await Promise.all([...new Set(paths)].map((path, id) => look(path, id, sources)));
  const readable = looked.flatMap(({ file }) => file ?? []);
  const temporary = await temporaryFolder();
  try {
    const engine = await openDuckDb({ threads: 2, temporaryFolder: temporary.path });
    try {
      const { reports, diagnostics } = await inspectReports(engine, readable, { asOf, sample });
      return looked.map(({ path, shape, problem }, id) => {
        const report = reports.find((each) => each.id === id);
        return {
          path,
          ...(shape && { shape }),
          ...(report && { report }),
          diagnostics: [...(problem ?? []), ...diagnostics.filter(({ file }) => file === path)],
        };
      });
    } finally {
      await engine.close();
    }
  } finally {
    await temporary.remove();
  }
}

async function look(
  path: string,
  id: number,
  sources: readonly EndpointSource[],
): Promise<{ path: string; shape?: FileShape; file?: SniffedFile; problem?: Diagnostic[] }> {
  const place = resolve(path);
  const files = openFolder(dirname(place));
  const name = basename(place);
  try {
    const { head } = await files.digest(name, headBytes);
    const shape = sniff(head, sources);
    if (!('source' in shape)) return { path, shape };
    const nativePath = files.nativePath(name);
    return { path, shape, file: { id, path, nativePath, agency: '-', shape } };
  } catch (error) {
    if (!(error instanceof FileProblem)) throw error;
    return { path, problem: [fileDiagnostic(new FileProblem(path, error.reason, error))] };
  }
}
