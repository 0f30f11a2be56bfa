import { parseDocument } from '../documents/document.js';
import { maxDocumentBytes } from '../documents/limits.js';
import { type CatalogueProduct, readProductCatalogue } from '../documents/product-catalogue.js';
import type { Files } from '../domain/files.js';
import { binder } from './binder.js';
import type { Statement } from './engines/engine.js';

interface OsRelease {
  readonly id: string;
  readonly label: string;
  readonly edition?: string;
  readonly build?: number;
  readonly eol: string | null;
  readonly extended_until?: string;
}

interface OsProduct {
  readonly label: string;
  readonly name_pattern: string;
  readonly releases: readonly OsRelease[];
}

/** Dated facts that judging endpoints rests on. */
export interface Catalogues {
  readonly products: readonly CatalogueProduct[];
  readonly operatingSystems: readonly OsProduct[];
  /** Date of the snapshot of support dates: reports show it, since it ages. */
  readonly osSnapshot: string;
}

/** Reads the bundled catalogues. Throws when they are broken: that is a broken installation. */
export async function readCatalogues(files: Files, folder: string): Promise<Catalogues> {
  const path = `${folder}/os-eol.yaml`;
  const document = parseDocument(await files.read(path, maxDocumentBytes), path);
  if (document.value === undefined) throw new Error(`broken catalogue: ${path}`);
  const os = document.value as {
    snapshot: { commit_date: string };
    products: Record<string, OsProduct>;
  };
  return {
    products: await readProductCatalogue(files, `${folder}/endpoint-products.yaml`),
    operatingSystems: Object.values(os.products),
    osSnapshot: os.snapshot.commit_date,
  };
}

/** The catalogues as tables for the stages. */
export function catalogueTables(catalogues: Catalogues): Statement[] {
  const products = binder();
  const productRows = catalogues.products.map((product) => {
    const values = [
      product.id,
      product.class,
      product.signatures !== 'none',
      typeof product.blocks_alone === 'boolean' ? product.blocks_alone : null,
      product.name_alone === 'unknown',
    ].map(products.value);
    return `(${values.join(', ')})`;
  });
  const names = binder();
  const nameRows = catalogues.products.flatMap((product, position) =>
    product.names.map(
      (pattern) => `(${[position, product.id, pattern].map(names.value).join(', ')})`,
    ),
  );
  const services = binder();
  const serviceRows = engines(catalogues.products).map(
    ([position, id, pattern]) => `(${[position, id, pattern].map(services.value).join(', ')})`,
  );
  const os = binder();
  const osRows = catalogues.operatingSystems.flatMap((product) =>
    product.releases.map((release) => {
      const ended = release.eol === 'ended';
      const values = [
        product.name_pattern,
        release.label,
        releasePattern(release.label),
        releasePattern(release.label.split(' ').slice(0, 2).join(' ')),
        release.build ?? null,
        release.edition ?? null,
        ended ? null : release.eol,
        release.extended_until ?? null,
        ended,
      ].map(os.value);
      return `(${values.join(', ')})`;
    }),
  );
  return [
    {
      sql: 'CREATE TABLE catalogue_product (id VARCHAR, class VARCHAR, signatures_apply BOOLEAN, blocks_alone BOOLEAN, name_alone_unknown BOOLEAN)',
    },
    {
      sql: `INSERT INTO catalogue_product VALUES ${productRows.join(', ')}`,
      params: products.params,
    },
    { sql: 'CREATE TABLE catalogue_name (position INTEGER, id VARCHAR, pattern VARCHAR)' },
    { sql: `INSERT INTO catalogue_name VALUES ${nameRows.join(', ')}`, params: names.params },
    { sql: 'CREATE TABLE catalogue_service (position INTEGER, id VARCHAR, pattern VARCHAR)' },
    {
      sql: `INSERT INTO catalogue_service VALUES ${serviceRows.join(', ')}`,
      params: services.params,
    },
    {
      sql: 'CREATE TABLE catalogue_os (name_pattern VARCHAR, label VARCHAR, release_pattern VARCHAR, series_pattern VARCHAR, build INTEGER, edition VARCHAR, eol DATE, extended_until DATE, ended BOOLEAN)',
    },
    { sql: `INSERT INTO catalogue_os VALUES ${osRows.join(', ')}`, params: os.params },
  ];
}

/** The patterns of every product's engine: its services, units and processes, each once. */
function engines(
  products: readonly CatalogueProduct[],
): readonly (readonly [position: number, id: string, pattern: string])[] {
  return products.flatMap(({ id, windows, linux, macos }, position) => {
    const parts = [windows, linux, macos].flatMap((each) => [
      ...(each?.service ?? []),
      ...(each?.unit ?? []),
      ...(each?.process ?? []),
    ]);
    const names = parts.filter(({ role }) => role === 'engine').map(({ name }) => name);
    return [...new Set(names)].map((pattern) => [position, id, pattern] as const);
  });
}

/**
 * A pattern that finds a release by its name in folded words of a report: "Windows Server 2019" or "Ubuntu 22.04". Words in
 * brackets are nicknames; a service pack and the maker need not be named.
 */
function releasePattern(label: string): string {
  const words = label
    .replace(/\(.*?\)/g, '')
    .replace(/\bSP\d\b/i, '')
    .replace(/^(Apple|Microsoft) /, '')
    .toLowerCase()
    .trim()
    .split(/\s+/)
    .map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  // A version's number stands for itself: the 4 of "9.4" isn't release 4.
  const [first = '', ...rest] = words;
  return `${first}${rest.map((word) => (/^\d/.test(word) ? `.*[^0-9.]${word}` : `.*\\b${word}`)).join('')}(\\D|$)`;
}
