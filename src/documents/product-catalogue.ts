import type { Files } from '../domain/files.js';
import { parseDocument } from './document.js';
import { maxDocumentBytes } from './limits.js';

/** A protection product of `rules/catalogues/endpoint-products.yaml`. Patterns are case-insensitive RE2 on one name. */
export interface CatalogueProduct {
  readonly id: string;
  readonly vendor: string;
  readonly label: string;
  readonly class: string;
  /** `low`: no public source for its names; that they are absent shows nothing. */
  readonly confidence: string;
  /** Names under which reports show it. */
  readonly names: readonly string[];
  /** Names under which the Windows Security Center lists it. */
  readonly wsc_names?: readonly string[];
  /** `none`: the product has no signatures whose age could be asked. */
  readonly signatures?: string;
  readonly blocks_alone?: boolean | 'unknown';
  /** `unknown`: the name in a software list doesn't prove that the protecting part is installed. */
  readonly name_alone?: string;
  readonly windows?: CatalogueTraces;
  readonly linux?: CatalogueTraces;
  readonly macos?: CatalogueTraces;
}

/** Parts of a product by what one operating system calls them: patterns on the name without `.exe`. */
export interface CatalogueTraces {
  readonly service?: readonly CatalogueTrace[];
  readonly unit?: readonly CatalogueTrace[];
  readonly process?: readonly CatalogueTrace[];
}

export interface CatalogueTrace {
  readonly name: string;
  readonly role: TraceRole;
}

/**
 * What a service or process tells: `engine` and `sensor` do the work, `manager` talks to a console, `updater` and `ui`
 * show only that the product is there.
 */
export type TraceRole = 'engine' | 'sensor' | 'updater' | 'manager' | 'ui';

/** Reads the bundled catalogue of products. Throws when it is broken: that is a broken installation. */
export async function readProductCatalogue(
  files: Files,
  path: string,
): Promise<readonly CatalogueProduct[]> {
  const document = parseDocument(await files.read(path, maxDocumentBytes), path);
  const { products } = (document.value ?? {}) as { products?: readonly CatalogueProduct[] };
  if (!products) throw new Error(`broken catalogue: ${path}`);
  return products;
}
