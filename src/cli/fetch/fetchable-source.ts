import { AppError, type Diagnostic } from '../../domain/diagnostic.js';
import type { SourceFetch } from '../../fleet/fetch/source-fetch.js';
import { message } from '../../messages/catalogue.js';
import { bundledSources, sourceOf } from '../sources/find-sources.js';

/** A source that says how it is read from its console. Throws `AppError` (exit 2) for an unknown one, or one that doesn't. */
export async function fetchableSource(asked: string): Promise<{
  readonly id: string;
  readonly fetch: SourceFetch;
  readonly diagnostics: readonly Diagnostic[];
}> {
  const { sources, diagnostics } = await bundledSources();
  const { id, fetch } = sourceOf(sources, asked);
  if (fetch) return { id, fetch, diagnostics };
  const known = sources.filter((source) => source.fetch).map((source) => source.id);
  throw new AppError({
    message: message('fetch.no_api', { id }),
    hints: [message('fetch.with_api', { ids: known.join(', ') })],
  });
}
