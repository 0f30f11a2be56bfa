import { join, sep } from 'node:path';
import { readKnownSources, readOwnCases } from '../../audit/read-sources.js';
import { loadSchemas } from '../../documents/schemas.js';
import { AppError, type Diagnostic } from '../../domain/diagnostic.js';
import { type EndpointSource, readSources } from '../../fleet/source.js';
import { readSourceCases, type SourceCases } from '../../fleet/source-cases.js';
import { message } from '../../messages/catalogue.js';
import { bundled } from '../bundled.js';
import { existingFolder } from '../existing-folder.js';
import { suggest } from '../suggest.js';

const sourcesFolder = 'rules/sources';

/** All bundled sources with their cases, by id; what is wrong with a file is in the diagnostics. */
export async function bundledSources(): Promise<{
  readonly sources: readonly EndpointSource[];
  readonly cases: readonly SourceCases[];
  readonly diagnostics: readonly Diagnostic[];
}> {
  const schemas = await loadSchemas(bundled, 'schemas');
  const { sources, diagnostics } = await readSources(bundled, sourcesFolder, schemas);
  const read = await readSourceCases(bundled, sourcesFolder, schemas);
  return { sources, cases: read.cases, diagnostics: [...diagnostics, ...read.diagnostics] };
}

/** The sources by which files are read, with their cases; `own`: ids of those that a workspace brings. */
export interface SourceShelf {
  readonly sources: readonly EndpointSource[];
  readonly own: readonly string[];
  readonly cases: readonly SourceCases[];
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * The bundled sources and, when a workspace is named, its own. Files in the diagnostics are named below the folder as it was
 * typed. Throws `AppError` (exit 2) when there is no such folder.
 */
export async function sourcesIn(workspace: string | undefined): Promise<SourceShelf> {
  if (workspace === undefined) return { ...(await bundledSources()), own: [] };
  const files = await existingFolder(workspace);
  const schemas = await loadSchemas(bundled, 'schemas');
  const { sources, own, diagnostics } = await readKnownSources(files, bundled, schemas);
  const cases = await readSourceCases(bundled, sourcesFolder, schemas);
  const ownCases = await readOwnCases(files, schemas);
  const typed = (path: string) => join(workspace, path).replaceAll(sep, '/');
  return {
    sources,
    own,
    cases: [...ownCases.cases.map((each) => ({ ...each, path: typed(each.path) })), ...cases.cases],
    diagnostics: [...diagnostics, ...ownCases.diagnostics].map((each) =>
      each.file === undefined ? each : { ...each, file: typed(each.file) },
    ),
  };
}

/** The source of an id. Throws `AppError` (exit 2) when there is none, with a near id as hint. */
export function sourceOf(sources: readonly EndpointSource[], id: string): EndpointSource {
  const found = sources.find((source) => source.id === id);
  if (found) return found;
  const known = sources.map((source) => source.id);
  const near = suggest(id, known);
  throw new AppError({
    message: message('source.missing', { id }),
    hints: [
      near === undefined
        ? message('source.bundled', { ids: known.join(', ') })
        : message('cli.did_you_mean', { name: near }),
    ],
  });
}
