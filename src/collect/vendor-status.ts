import type { CommandResult, Machine, MachineCommand } from '../domain/machine.js';
import type { KnownProducts } from './known-products.js';
import type { NotObserved, ProductFacts, ProductFinding } from './record.js';

/** A product's own status command: where it may lie, and how its output is read. */
export interface VendorStatus {
  /** Id in the catalogue. */
  readonly product: string;
  /** Tried in order until one is there. */
  readonly commands: readonly MachineCommand[];
  /** Facts of an output; undefined when it can't be understood. Pure, never throws. */
  readonly read: (stdout: string, now: number) => ProductFacts | undefined;
}

/** What the status commands say (grade A). A product whose command isn't there is left out; one that fails is told. */
export async function askVendors(
  machine: Machine,
  statuses: readonly VendorStatus[],
  products: KnownProducts,
  now: number,
): Promise<{ findings: readonly ProductFinding[]; notObserved: readonly NotObserved[] }> {
  const results = await Promise.all(
    statuses.map(async ({ product, commands, read }) => {
      const { name } = products.byId(product);
      const result = await firstAnswer(machine, commands);
      const facts = result.ok ? read(result.stdout, now) : undefined;
      return { name, facts, why: result.ok ? ('unreadable' as const) : result.why };
    }),
  );
  return {
    findings: results.flatMap(({ name, facts }) =>
      facts ? [{ product: name, grade: 'A', facts } as const] : [],
    ),
    notObserved: results.flatMap(({ name, facts, why }) =>
      facts || why === 'missing' ? [] : [{ fact: 'product_status', why, of: name } as const],
    ),
  };
}

/** The result of the first command whose tool is there; `missing` when none is. */
export async function firstAnswer(
  machine: Machine,
  commands: readonly MachineCommand[],
): Promise<CommandResult> {
  for (const command of commands) {
    const result = await machine.run(command);
    if (result.ok || result.why !== 'missing') return result;
  }
  return { ok: false, why: 'missing' };
}
