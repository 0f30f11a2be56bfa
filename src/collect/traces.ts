import type { TraceRole } from '../documents/product-catalogue.js';
import type { KnownProduct, KnownProducts, NamePattern } from './known-products.js';
import type { ProductFacts } from './record.js';

/** A service or unit that exists. `running` undefined: its state wasn't told. */
export interface ServiceState {
  readonly name: string;
  readonly running: boolean | undefined;
}

/** What the machine was seen to have. Undefined: the list couldn't be had, so absence shows nothing. */
export interface Seen {
  readonly system: 'windows' | 'linux' | 'macos';
  readonly services: readonly ServiceState[] | undefined;
  readonly processes: readonly string[] | undefined;
}

/** Services and processes of one product: that they exist, and whether one that does the work runs. */
export interface Traced {
  readonly product: KnownProduct;
  readonly running: boolean | undefined;
  /** A service or program that fetches updates runs. */
  readonly updates: true | undefined;
  /** A service or unit of the product exists, which needs an administrator; a process may bear any name. */
  readonly byService: boolean;
}

/** Names that many programs bear prove nothing without a path, and paths aren't collected (catalogue, ambiguous names). */
const genericNames = /^(?:agent|scanner|network|firewall|pmd|notifier|agentservice)$/i;

/** Agents that only manage or count machines do their work through their manager process. */
const agentClasses = ['management_agent', 'inventory_agent'];

/**
 * The products of which a service, unit or process is there. A process name that several products bear counts for the one
 * that has a service too; a product whose names no public source confirms gives way to another of its vendor that has a
 * service. `confirmed` are products that another source already names.
 */
export function traceProducts(
  products: KnownProducts,
  seen: Seen,
  confirmed: ReadonlySet<string> = new Set(),
): readonly Traced[] {
  const hits = products.all.map((product) => hitsOf(product, seen));
  const bearers = (name: string): number =>
    hits.filter(({ processes }) => processes.some((each) => each.name === name)).length;
  const found = hits.flatMap(({ product, services, processes }): Traced[] => {
    const known = services.length > 0 || confirmed.has(product.id);
    const own = processes.filter(({ name }) => known || bearers(name) === 1);
    if (services.length === 0 && own.length === 0) return [];
    const works = (role: TraceRole): boolean => worksAs(product, role);
    const working = services.filter(({ role }) => works(role));
    const running =
      own.some(({ role }) => works(role)) || working.some((each) => each.running)
        ? true
        : // Stopped only if every service that would do the work says so and the processes were seen.
          working.length > 0 && working.every((each) => each.running === false) && seen.processes
          ? false
          : undefined;
    const updates =
      own.some(({ role }) => role === 'updater') ||
      services.some((each) => each.role === 'updater' && each.running);
    return [{ product, running, updates: updates || undefined, byService: services.length > 0 }];
  });
  return found.filter(
    ({ product, byService }) =>
      byService ||
      product.confidence !== 'low' ||
      !found.some((other) => other.byService && other.product.vendor === product.vendor),
  );
}

/**
 * What does the product's work here: `runs`, `stopped` (its services are there and stand still) or `absent`. Undefined
 * when that isn't sure: no public source confirms its names, or services and processes couldn't be listed.
 */
export function engineState(
  product: KnownProduct,
  seen: Seen,
): 'runs' | 'stopped' | 'absent' | undefined {
  const traces = product[seen.system];
  const works = ({ role }: { readonly role: TraceRole }): boolean => worksAs(product, role);
  const isKnown = [...traces.services, ...traces.processes].some(works);
  if (!isKnown || product.confidence === 'low' || !seen.services || !seen.processes) {
    return undefined;
  }
  const hits = hitsOf(product, seen);
  const services = hits.services.filter(works);
  if (hits.processes.some(works) || services.some(({ running }) => running)) return 'runs';
  if (services.length === 0) return 'absent';
  return services.every(({ running }) => running === false) ? 'stopped' : undefined;
}

/** What services and processes may prove of a product (grade C): that it is there and runs; never that it protects. */
export function tracedFacts({ running, updates }: Traced): ProductFacts {
  return { installed: true, running, auto_update: updates };
}

function worksAs({ class: kind }: KnownProduct, role: TraceRole): boolean {
  return agentClasses.includes(kind) ? role === 'manager' : role === 'engine' || role === 'sensor';
}

interface Hits {
  readonly product: KnownProduct;
  readonly services: readonly (ServiceState & { readonly role: TraceRole })[];
  readonly processes: readonly { readonly name: string; readonly role: TraceRole }[];
}

function hitsOf(product: KnownProduct, seen: Seen): Hits {
  const traces = product[seen.system];
  return {
    product,
    services: (seen.services ?? []).flatMap((service) =>
      rolesOf(service.name, traces.services).map((role) => ({ ...service, role })),
    ),
    processes: (seen.processes ?? []).flatMap((name) =>
      genericNames.test(bare(name))
        ? []
        : rolesOf(name, traces.processes).map((role) => ({ name: bare(name), role })),
    ),
  };
}

/** The role of the first pattern that fits, in a list of none or one. */
function rolesOf(name: string, patterns: readonly NamePattern[]): readonly TraceRole[] {
  const fit = patterns.find(({ pattern }) => pattern.test(bare(name)));
  return fit ? [fit.role] : [];
}

/** The catalogue's patterns are matched against a name without `.exe`; a longer name than any product's is cut. */
function bare(name: string): string {
  return name.slice(0, 200).replace(/\.exe$/i, '');
}
