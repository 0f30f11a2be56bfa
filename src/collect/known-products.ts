import {
  type CatalogueProduct,
  type CatalogueTrace,
  type CatalogueTraces,
  readProductCatalogue,
  type TraceRole,
} from '../documents/product-catalogue.js';
import type { Files } from '../domain/files.js';

export interface NamePattern {
  readonly pattern: RegExp;
  readonly role: TraceRole;
}

/** How a product shows itself on one operating system. */
export interface Traces {
  /** Windows services without `.exe`, units of systemd with their ending. */
  readonly services: readonly NamePattern[];
  /** Programs without `.exe`. */
  readonly processes: readonly NamePattern[];
}

/** A protection product of the catalogue, as far as collecting needs it. */
export interface KnownProduct {
  readonly id: string;
  readonly vendor: string;
  readonly class: string;
  /** `low`: no public source for its names; that they are absent shows nothing. */
  readonly confidence: string;
  /** A name by which the catalogue recognises exactly this product: what reports are to write. */
  readonly name: string;
  readonly windows: Traces;
  readonly linux: Traces;
  readonly macos: Traces;
}

/** The catalogue's products and the way from a reported name to one of them. */
export interface KnownProducts {
  readonly all: readonly KnownProduct[];
  /** The product with this catalogue id. Throws when there is none: that is a bug or a broken catalogue. */
  byId(id: string): KnownProduct;
  /** The product that the Windows Security Center means by this name; undefined when the catalogue lacks it. */
  bySecurityCenterName(name: string): KnownProduct | undefined;
}

/** Reads the bundled catalogue of products. Throws when it is broken: that is a broken installation. */
export async function readKnownProducts(files: Files, path: string): Promise<KnownProducts> {
  const entries = await readProductCatalogue(files, path);
  const named = entries.map((entry) => ({
    names: entry.names.map(compile),
    securityCenter: (entry.wsc_names ?? []).map(compile),
  }));
  const positionOf = (name: string): number =>
    named.findIndex(({ names }) => names.some((pattern) => pattern.test(name)));
  const all = entries.map((entry, position) => ({
    id: entry.id,
    vendor: entry.vendor,
    class: entry.class,
    confidence: entry.confidence,
    name: nameCandidates(entry).find((name) => positionOf(name) === position) ?? entry.label,
    windows: tracesOf(entry.windows),
    linux: tracesOf(entry.linux),
    macos: tracesOf(entry.macos),
  }));
  return {
    all,
    byId(id) {
      const product = all.find((each) => each.id === id);
      if (!product) throw new Error(`the catalogue lacks ${id}: ${path}`);
      return product;
    },
    bySecurityCenterName(name) {
      const position = named.findIndex(({ securityCenter }) =>
        securityCenter.some((pattern) => pattern.test(name)),
      );
      return all[position >= 0 ? position : positionOf(name)];
    },
  };
}

function compile(pattern: string): RegExp {
  return new RegExp(pattern, 'i');
}

function tracesOf(traces: CatalogueTraces = {}): Traces {
  const patterns = (names: readonly CatalogueTrace[] = []): NamePattern[] =>
    names.map(({ name, role }) => ({ pattern: compile(name), role }));
  return {
    services: [...patterns(traces.service), ...patterns(traces.unit)],
    processes: patterns(traces.process),
  };
}

/** Names that the product may be recognised by: a label joins several with a stroke and adds remarks in brackets. */
function nameCandidates({ id, vendor, label }: CatalogueProduct): string[] {
  const bare = label
    .replace(/\(.*?\)/g, '')
    .replace(/ +/g, ' ')
    .trim();
  const parts = bare.split(/ ?[/,] /).map((part) => part.trim());
  const firm = vendor.replace(/ \(.*\)/, '');
  return [
    bare,
    label,
    ...parts,
    ...parts.map((part) => `${firm} ${part}`),
    id.replaceAll('-', ' '),
  ];
}
