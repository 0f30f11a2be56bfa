import { loadSchemas } from '../../documents/schemas.js';
import { AppError, type Diagnostic } from '../../domain/diagnostic.js';
import { type EndpointSource, readSources } from '../../fleet/source.js';
import { readSourceCases, type SourceCases } from '../../fleet/source-cases.js';
import { message } from '../../messages/catalogue.js';
import { bundled } from '../bundled.js';
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
