import { AppError } from '../domain/diagnostic.js';
import type { Machine } from '../domain/machine.js';
import { message } from '../messages/catalogue.js';
import type { KnownProducts } from './known-products.js';
import { collectLinux } from './linux/collect-linux.js';
import { machineIdentity } from './machine-identity.js';
import { collectMacos } from './macos/collect-macos.js';
import type { Observations } from './observations.js';
import type { EndpointRecord, MachineFacts, NotObserved, ProductFinding } from './record.js';
import { tracedFacts } from './traces.js';
import { collectWindows } from './windows/collect-windows.js';

/** A machine's report on itself. */
export interface MachineReport {
  /** The machine first, then one record for each product and grade of evidence; by name, the strongest first. */
  readonly records: readonly [EndpointRecord, ...EndpointRecord[]];
  /** What isn't known, and why: facts of identity first. */
  readonly notObserved: readonly NotObserved[];
  /** macOS only; the records have no field for it. */
  readonly gatekeeper?: boolean | undefined;
}

/**
 * Asks the machine who it is and what protects it; `now` is in milliseconds since 1970. Nothing that couldn't be asked is
 * guessed: it is left out and told in `notObserved`. Throws `AppError` (exit 2) when the machine has no name, since no
 * report can be without one.
 */
export async function collectMachine(
  machine: Machine,
  products: KnownProducts,
  now: number,
): Promise<MachineReport> {
  const [raw, observations] = await Promise.all([
    machine.identity(),
    observe(machine, products, now),
  ]);
  const identity = machineIdentity(raw);
  if (identity.host === undefined)
    throw new AppError({
      message: message('collect.no_host'),
      hints: [message('collect.no_host.hint')],
    });
  const moment = `${new Date(now).toISOString().slice(0, 19)}Z`;
  const { fqdn, hardware_uuid, serial, machine_id, manufacturer, macs } = identity.facts;
  const common = {
    host: identity.host,
    // Every record bears the keys: machines of one name would share their products otherwise.
    ...{ fqdn, hardware_uuid, serial, machine_id, manufacturer, macs },
    // Who reports on itself is there: without that word an audit couldn't tell when the machine was last seen.
    last_seen: moment,
    observed_at: moment,
  };
  const findings = mergeFindings(observations);
  const product = ({ product, grade, allProducts, facts }: ProductFinding): EndpointRecord => ({
    ...common,
    grade,
    all_products: allProducts,
    product,
    ...facts,
  });
  const none: EndpointRecord = { ...common, grade: 'B', all_products: true, installed: false };
  return {
    records: [
      { ...common, grade: 'C', ...combine(identity.facts, observations.machine) },
      ...(observations.noProduct ? [none] : []),
      ...findings.map(product),
    ],
    notObserved: [
      ...identity.notObserved.map((each) => withRights(each, machine.isRoot)),
      ...observations.notObserved,
      ...(findings.length === 0 && !observations.noProduct
        ? [{ fact: 'protection', why: 'not_seen' } as const]
        : []),
    ],
    gatekeeper: observations.gatekeeper,
  };
}

function observe(machine: Machine, products: KnownProducts, now: number): Promise<Observations> {
  switch (machine.platform) {
    case 'windows':
      return collectWindows(machine, products, now);
    case 'linux':
      return collectLinux(machine, products, now);
    case 'macos':
      return collectMacos(machine, products, now);
    case 'other':
      return Promise.resolve({
        machine: {},
        findings: [],
        traced: [],
        noProduct: false,
        notObserved: [],
      });
  }
}

/** What the firmware says of itself is for root only, on Linux. */
function withRights(each: NotObserved, isRoot: boolean | undefined): NotObserved {
  const isFirmware = each.fact === 'hardware_uuid' || each.fact === 'serial';
  return isFirmware && isRoot === false ? { ...each, why: 'no_permission' } : each;
}

/** What the operating system's own commands say stands before what the library says. */
function combine(identity: MachineFacts, own: MachineFacts): MachineFacts {
  const said = Object.entries(own).filter(([, value]) => value !== undefined);
  return { ...identity, ...Object.fromEntries(said) };
}

/**
 * One finding for each product and grade. Of services and processes (C) only what a stronger source doesn't say already
 * is kept; that something of a product runs outweighs another trace that doesn't.
 */
function mergeFindings({ findings, traced }: Observations): readonly ProductFinding[] {
  const strong = findings.filter(({ grade }) => grade !== 'C');
  const weak = new Map<string, ProductFinding>();
  const traces = traced.map(
    (each): ProductFinding => ({
      product: each.product.name,
      grade: 'C',
      facts: tracedFacts(each),
    }),
  );
  for (const each of [...findings.filter(({ grade }) => grade === 'C'), ...traces]) {
    const before = weak.get(each.product);
    const running = [before?.facts.running, each.facts.running];
    weak.set(each.product, {
      ...each,
      facts: {
        ...before?.facts,
        ...each.facts,
        running: running.includes(true) ? true : (running[1] ?? running[0]),
      },
    });
  }
  const isNew = ({ product, facts }: ProductFinding): boolean => {
    const said = strong.filter((each) => each.product === product).map((each) => each.facts);
    return (
      said.length === 0 ||
      facts.auto_update !== undefined ||
      (facts.running !== undefined && !said.some(({ running }) => running === facts.running))
    );
  };
  return [...strong, ...[...weak.values()].filter(isNew)].sort(
    (a, b) => order(a.product, b.product) || order(a.grade, b.grade),
  );
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
