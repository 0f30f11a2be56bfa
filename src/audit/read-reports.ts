import type { Diagnostic } from '../domain/diagnostic.js';
import { FileProblem, type Files } from '../domain/files.js';
import type { SniffedFile } from '../fleet/judge-fleet.js';
import { type FileShape, headBytes, sniff } from '../fleet/sniff.js';
import type { EndpointSource } from '../fleet/source.js';
import { message } from '../messages/catalogue.js';
import { fileDiagnostic } from '../packs/read-pack.js';

/** An endpoint file that an agency handed in. */
export interface HandedIn {
  readonly agency: string;
  readonly path: string;
  readonly exportedOn?: string;
}

/** The files with what their first bytes say of them, and the problems of those that can't be used. */
export interface ReportReading {
  readonly files: readonly SniffedFile[];
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Looks at the head of every endpoint file: encoding, layout, source. A file that can't be used is a
 * diagnostic; the others go on. Ids follow the order given, which the caller keeps fixed.
 */
export async function readReports(
  files: Files,
  handedIn: readonly HandedIn[],
  sources: readonly EndpointSource[],
  onProgress?: (done: number, total: number) => void,
): Promise<ReportReading> {
  const readable: SniffedFile[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const [index, { agency, path, exportedOn }] of handedIn.entries()) {
    onProgress?.(index, handedIn.length);
    try {
      const { head } = await files.digest(path, headBytes);
      const shape = sniff(head, sources);
      if ('source' in shape) {
        readable.push({
          id: index,
          path,
          nativePath: files.nativePath(path),
          agency,
          shape,
          ...(exportedOn !== undefined && { exportedOn }),
        });
      } else diagnostics.push(unusable(shape, path, sources));
    } catch (error) {
      if (!(error instanceof FileProblem)) throw error;
      diagnostics.push(fileDiagnostic(error));
    }
  }
  return { files: readable, diagnostics };
}

function unusable(
  shape: Exclude<FileShape, { source: EndpointSource }>,
  path: string,
  sources: readonly EndpointSource[],
): Diagnostic {
  const known = sources.map((source) => source.id).join(', ');
  if (shape.kind !== 'unrecognised') {
    const code = `fleet.${shape.kind}` as const;
    return {
      code,
      severity: 'error',
      message: message(code),
      hint: message(`${code}.hint`),
      file: path,
    };
  }
  return {
    code: 'fleet.unrecognised',
    severity: 'error',
    message: message('fleet.unrecognised', {
      columns: shape.headers.join(', ').slice(0, 300) || '-',
    }),
    hint: shape.nearest
      ? message('fleet.unrecognised.nearest', { source: shape.nearest.title })
      : message('fleet.unrecognised.hint', { sources: known }),
    file: path,
  };
}
