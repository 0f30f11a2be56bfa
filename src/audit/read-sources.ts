import { type CatalogueProduct, readProductCatalogue } from '../documents/product-catalogue.js';
import type { Schemas } from '../documents/schemas.js';
import type { Diagnostic } from '../domain/diagnostic.js';
import { FileProblem, type Files } from '../domain/files.js';
import { ownSourceProblems } from '../fleet/own-source.js';
import { type EndpointSource, readSource, readSources } from '../fleet/source.js';
import { readSourceCases, type SourceCases } from '../fleet/source-cases.js';
import { type InputFile, readDocumentFile } from '../intake/read-file.js';
import { fileDiagnostic } from '../packs/read-pack.js';

/** The folder of a workspace in which its own mappings lie, and the cases of each. */
const ownSourcesFolder = 'sources';

const bundledFolder = 'rules/sources';

/** The bundled catalogue of protection products. */
export const productCataloguePath = 'rules/catalogues/endpoint-products.yaml';

/** The sources by which the files of a workspace are read. */
export interface KnownSources {
  /** The workspace's own first: where two fit a file equally well, its own is meant. */
  readonly sources: readonly EndpointSource[];
  /** Ids of its own, by file name. */
  readonly own: readonly string[];
  /** The files of its own mappings that could be opened, the broken ones too. */
  readonly inputs: readonly InputFile[];
  /** What is wrong with its own: a broken one is left out and the others are used. */
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * The product's sources and those that `workspace` has in `sources/`. Never throws for what is wrong in a workspace's file;
 * throws when the bundled data is broken.
 */
export async function readKnownSources(
  workspace: Files | undefined,
  bundled: Files,
  schemas: Schemas,
): Promise<KnownSources> {
  const { sources } = await readSources(bundled, bundledFolder, schemas);
  if (!workspace) return { sources, own: [], inputs: [], diagnostics: [] };
  const taken = sources.map((source) => ({ source, path: `${bundledFolder}/${source.id}.yaml` }));
  const own: { readonly source: EndpointSource; readonly path: string }[] = [];
  const inputs: InputFile[] = [];
  const { paths, diagnostics } = await mappingFiles(workspace);
  // Most workspaces have none: then there is no claim to hold against the catalogue.
  const products =
    paths.length > 0 ? await readProductCatalogue(bundled, productCataloguePath) : [];
  for (const path of paths) {
    const file = await readDocumentFile(workspace, path);
    if ('problem' in file) {
      diagnostics.push(file.problem);
      continue;
    }
    inputs.push(file.input);
    const read = readOwnSource(file.bytes, path, { schemas, products, others: [...taken, ...own] });
    diagnostics.push(...read.diagnostics);
    if (read.source) own.push({ source: read.source, path });
  }
  return {
    sources: [...own.map(({ source }) => source), ...sources],
    own: own.map(({ source }) => source.id),
    inputs,
    diagnostics,
  };
}

/** What a mapping of one's own is judged against. */
export interface OwnSourceContext {
  readonly schemas: Schemas;
  readonly products: readonly CatalogueProduct[];
  readonly others: Parameters<typeof ownSourceProblems>[1];
}

/** A mapping of one's own from the bytes of its file; absent when there is an error in it. Never throws. */
export function readOwnSource(
  bytes: Uint8Array,
  path: string,
  { schemas, products, others }: OwnSourceContext,
): { readonly source?: EndpointSource; readonly diagnostics: readonly Diagnostic[] } {
  const { source, diagnostics, locate } = readSource(bytes, path, schemas);
  if (!source) return { diagnostics };
  const problems = ownSourceProblems(source, others, products).map(
    ({ pointer, message, hint }): Diagnostic => ({
      code: message.key,
      severity: 'error',
      message,
      ...(hint && { hint }),
      file: path,
      ...locate(pointer),
      pointer,
    }),
  );
  return {
    ...(problems.length === 0 && { source }),
    diagnostics: [...diagnostics, ...problems],
  };
}

/** The cases of a workspace's own mappings. A broken file is left out and named. */
export async function readOwnCases(
  workspace: Files,
  schemas: Schemas,
): Promise<{
  readonly cases: readonly SourceCases[];
  readonly diagnostics: readonly Diagnostic[];
}> {
  try {
    return await readSourceCases(workspace, ownSourcesFolder, schemas);
  } catch (error) {
    if (!(error instanceof FileProblem)) throw error;
    return { cases: [], diagnostics: [fileDiagnostic(error)] };
  }
}

async function mappingFiles(
  workspace: Files,
): Promise<{ readonly paths: readonly string[]; readonly diagnostics: Diagnostic[] }> {
  try {
    const names = (await workspace.list(ownSourcesFolder))?.files ?? [];
    const mappings = names.filter(
      (name) => name.endsWith('.yaml') && !name.endsWith('.cases.yaml'),
    );
    return { paths: mappings.map((name) => `${ownSourcesFolder}/${name}`), diagnostics: [] };
  } catch (error) {
    if (!(error instanceof FileProblem)) throw error;
    return { paths: [], diagnostics: [fileDiagnostic(error)] };
  }
}
