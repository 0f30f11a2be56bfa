import { basename, dirname, resolve } from 'node:path';
import type { Diagnostic } from '../../domain/diagnostic.js';
import { FileProblem, type Scratch } from '../../domain/files.js';
import { type OpenedPart, openReport } from '../../fleet/open-report.js';
import type { EndpointSource } from '../../fleet/source.js';
import { fileDiagnostic } from '../../packs/read-pack.js';
import { openFolder } from '../../platform/files.js';

/** What a file that the person named holds. Without parts it can't be opened, and the problems say why. */
export interface OpenedFile {
  /** As typed. */
  readonly path: string;
  readonly parts: readonly OpenedPart[];
  readonly problems: readonly Diagnostic[];
}

/** Opens files outside a workspace, each once, and tells their sources; they stay untouched. */
export async function openFiles(
  paths: readonly string[],
  sources: readonly EndpointSource[],
  scratch: Scratch,
): Promise<readonly OpenedFile[]> {
  const opened: OpenedFile[] = [];
  for (const path of new Set(paths)) opened.push(await open(path, sources, scratch));
  return opened;
}

async function open(
  path: string,
  sources: readonly EndpointSource[],
  scratch: Scratch,
): Promise<OpenedFile> {
  const place = resolve(path);
  try {
    const { parts, diagnostics } = await openReport(
      openFolder(dirname(place)),
      basename(place),
      sources,
      scratch,
    );
    return { path, parts, problems: diagnostics.map((each) => ({ ...each, file: path })) };
  } catch (error) {
    if (!(error instanceof FileProblem)) throw error;
    return {
      path,
      parts: [],
      problems: [fileDiagnostic(new FileProblem(path, error.reason, error))],
    };
  }
}
