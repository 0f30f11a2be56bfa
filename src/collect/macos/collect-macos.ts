import type { CommandResult, Machine } from '../../domain/machine.js';
import type { KnownProducts } from '../known-products.js';
import type { Observations } from '../observations.js';
import type { NotObserved, WantedFact } from '../record.js';
import { type Seen, traceProducts } from '../traces.js';
import { askVendors } from '../vendor-status.js';
import { macosCommands, macosVendors } from './macos-commands.js';
import { fileVault, gatekeeper, macosFirewall, xprotectFacts } from './macos-facts.js';

/** What a Mac says of itself. Answers that didn't come leave their facts unknown, with the reason. */
export async function collectMacos(
  machine: Machine,
  products: KnownProducts,
  now: number,
): Promise<Observations> {
  const [processes, vendors, disk, firewall, assessments, xprotect] = await Promise.all([
    machine.processNames(),
    askVendors(machine, macosVendors, products, now),
    machine.run(macosCommands.disk),
    machine.run(macosCommands.firewall),
    machine.run(macosCommands.gatekeeper),
    machine.run(macosCommands.xprotect),
  ]);
  const seen: Seen = {
    system: 'macos',
    services: undefined,
    processes: processes.length > 0 ? processes : undefined,
  };
  const encrypted = disk.ok ? fileVault(disk.stdout) : undefined;
  const isWalled = firewall.ok ? macosFirewall(firewall.stdout) : undefined;
  const builtIn = xprotect.ok ? xprotectFacts(xprotect.stdout) : undefined;
  const checksPrograms = assessments.ok ? gatekeeper(assessments.stdout) : undefined;
  return {
    machine: { kind: 'workstation', disk_encrypted: encrypted, firewall: isWalled },
    findings: [
      ...vendors.findings,
      ...(builtIn
        ? [{ product: products.byId('apple-xprotect').name, grade: 'C', facts: builtIn } as const]
        : []),
    ],
    traced: traceProducts(products, seen),
    noProduct: false,
    gatekeeper: checksPrograms,
    notObserved: [
      ...vendors.notObserved,
      ...missing('disk_encrypted', disk, encrypted),
      ...missing('firewall', firewall, isWalled),
      ...missing('gatekeeper', assessments, checksPrograms),
      { fact: 'last_patch', why: 'no_source' },
      ...(seen.processes ? [] : [{ fact: 'processes', why: 'blank' } as const]),
    ],
  };
}

function missing(fact: WantedFact, result: CommandResult, value: unknown): readonly NotObserved[] {
  if (value !== undefined) return [];
  return [{ fact, why: result.ok ? 'unreadable' : result.why }];
}
