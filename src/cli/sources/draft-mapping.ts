import { basename, extname } from 'node:path';
import { productCataloguePath, readOwnSource } from '../../audit/read-sources.js';
import { type CatalogueProduct, readProductCatalogue } from '../../documents/product-catalogue.js';
import { loadSchemas } from '../../documents/schemas.js';
import { AppError, type Diagnostic } from '../../domain/diagnostic.js';
import type { Language } from '../../domain/text.js';
import {
  type DraftAnswers,
  type DraftSource,
  draftSource,
  tellingHeaders,
} from '../../fleet/draft/draft-source.js';
import { type DraftText, draftText } from '../../fleet/draft/draft-text.js';
import { type ColumnGuess, guessColumns } from '../../fleet/draft/guess-columns.js';
import { sniff } from '../../fleet/sniff.js';
import type { EndpointSource } from '../../fleet/source.js';
import { message } from '../../messages/catalogue.js';
import { bundled } from '../bundled.js';
import { suggest } from '../suggest.js';
import { isId, suggestId } from '../wizard/suggest-id.js';
import { type SeenFile, seeColumns } from './see-columns.js';

/** A draft, ready to be written. */
export interface MappingDraft extends DraftText {
  readonly draft: DraftSource;
  /** What the person should know of the file. */
  readonly diagnostics: readonly Diagnostic[];
}

export interface DraftOptions {
  readonly file: string;
  readonly id: string | undefined;
  readonly out: string | undefined;
  readonly role: DraftAnswers['role'];
  readonly product: string | undefined;
  readonly language: Language;
  /** The sources that files are read by, the workspace's own too. */
  readonly sources: readonly EndpointSource[];
  /** Ids of the workspace's own mappings: one of them may be drafted anew. */
  readonly own: readonly string[];
  /** Asks what the flags didn't say; undefined when nobody can be asked. */
  readonly ask:
    | ((
        guesses: readonly ColumnGuess[],
        products: readonly CatalogueProduct[],
        given: DraftAnswers,
      ) => Promise<DraftAnswers>)
    | undefined;
}

/**
 * Drafts a mapping for an export. The draft fits the schema, keeps to what a mapping of one's own may claim, and recognises the
 * file it was made from. Throws `AppError` (exit 2) when the file holds no table or no machines, or a flag's value can't be.
 */
export async function draftMapping(options: DraftOptions): Promise<MappingDraft> {
  const { file, product, role, language, own } = options;
  const products = await readProductCatalogue(bundled, productCataloguePath);
  if (product !== undefined && !products.some((each) => each.id === product)) {
    throw unknownProduct(product, products);
  }
  const others = options.sources.filter((source) => !own.includes(source.id));
  const id = idOf(options, new Set(others.map((source) => source.id)));
  const seen = await seeColumns(file, options.sources);
  const guesses = guessColumns(seen.columns);
  const given: DraftAnswers = { ...(role && { role }), ...(product !== undefined && { product }) };
  const answers = (await options.ask?.(guesses, products, given)) ?? given;
  const shape = { id, file: basename(file), format: seen.format };
  const schemas = await loadSchemas(bundled, 'schemas');
  let refused: readonly Diagnostic[] = [];
  // A few headers tell the file from others as a rule; where another source wants it too, all of them do.
  for (const headers of [tellingHeaders, Number.POSITIVE_INFINITY]) {
    const draft = draftSource(shape, guesses, answers, headers);
    if (!draft) throw noMachine(file, seen);
    const written = draftText(draft, language);
    const { source, diagnostics } = readOwnSource(
      new TextEncoder().encode(written.text),
      `sources/${id}.yaml`,
      {
        schemas,
        products,
        others: others.map((each) => ({ source: each, path: `rules/sources/${each.id}.yaml` })),
      },
    );
    refused = diagnostics;
    const found = source && sniff(seen.head, [source, ...others]);
    if (found && 'source' in found && found.source === source) {
      return { ...written, draft, diagnostics: knownAlready(seen, file, id) };
    }
  }
  throw new AppError({ message: message('endpoints_map.refused'), diagnostics: refused });
}

function idOf({ id, out, file }: DraftOptions, taken: ReadonlySet<string>): string {
  const named = out === undefined ? undefined : basename(out, extname(out));
  const chosen = id ?? named ?? suggestId(basename(file, extname(file)), undefined, taken);
  if (!isId(chosen) || taken.has(chosen)) {
    throw new AppError({
      message: message('endpoints_map.bad_id', { id: chosen }),
      hints: [message('endpoints_map.bad_id.hint')],
    });
  }
  if (out !== undefined && basename(out) !== `${chosen}.yaml`) {
    throw new AppError({
      message: message('endpoints_map.bad_out', { name: `${chosen}.yaml` }),
      hints: [message('endpoints_map.bad_out.hint')],
    });
  }
  return chosen;
}

function unknownProduct(id: string, products: readonly CatalogueProduct[]): AppError {
  const ids = products.map((each) => each.id);
  const near = suggest(id, ids);
  return new AppError({
    message: message('endpoints_map.unknown_product', { id }),
    hints: [
      ...(near === undefined ? [] : [message('cli.did_you_mean', { name: near })]),
      message('endpoints_map.products', { ids: ids.join(', ') }),
    ],
  });
}

function noMachine(path: string, { columns }: SeenFile): AppError {
  return new AppError({
    message: message('endpoints_map.no_machine', {
      path,
      columns: columns.map(({ header }) => header).join(', '),
    }),
    hints: [message('endpoints_map.no_machine.hint')],
  });
}

function knownAlready({ known }: SeenFile, path: string, id: string): readonly Diagnostic[] {
  if (known === undefined || known === id) return [];
  return [
    {
      code: 'endpoints_map.known',
      severity: 'warning',
      message: message('endpoints_map.known', { id: known }),
      hint: message('endpoints_map.known.hint', { path }),
      file: path,
    },
  ];
}
