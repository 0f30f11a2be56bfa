import type { CommandResult, Machine } from '../../domain/machine.js';
import type { KnownProducts } from '../known-products.js';
import type { Observations } from '../observations.js';
import type { NotObserved, ProductFinding, Reason } from '../record.js';
import { type Seen, traceProducts } from '../traces.js';
import { askVendors, firstAnswer } from '../vendor-status.js';
import { clamFacts, clamVersion } from '../vendors/clamav.js';
import { clamVersionCommands, linuxCommands, linuxVendors } from './linux-commands.js';
import { firewalldIncoming, linuxFirewall, nftIncoming, ufwIncoming } from './linux-firewall.js';
import { rootEncrypted } from './root-encrypted.js';
import { systemdUnits } from './systemd-units.js';

/** What a Linux machine says of itself. Answers that didn't come leave their facts unknown, with the reason. */
export async function collectLinux(
  machine: Machine,
  products: KnownProducts,
  now: number,
): Promise<Observations> {
  const ask = (name: keyof typeof linuxCommands): Promise<CommandResult> =>
    machine.run(linuxCommands[name]);
  const [processes, units, unitFiles, vendors, clamav, firewall, disk] = await Promise.all([
    machine.processNames(),
    ask('units'),
    ask('unitFiles'),
    askVendors(machine, linuxVendors, products, now),
    firstAnswer(machine, clamVersionCommands),
    askFirewall(ask),
    askDisk(ask),
  ]);
  const seen: Seen = {
    system: 'linux',
    services: units.ok ? systemdUnits(units.stdout, output(unitFiles) ?? '') : undefined,
    processes: processes.length > 0 ? processes : undefined,
  };
  const configuration = seen.processes?.includes('clamonacc')
    ? output(await ask('clamConfiguration'))
    : undefined;
  return {
    machine: { firewall: firewall.value, disk_encrypted: disk.value },
    findings: [
      ...vendors.findings,
      ...fromClamav(clamav, seen.processes, configuration, products, now),
    ],
    traced: traceProducts(products, seen),
    noProduct: false,
    notObserved: [
      ...vendors.notObserved,
      ...(firewall.value === undefined ? [{ fact: 'firewall', why: firewall.why } as const] : []),
      ...(disk.value === undefined ? [{ fact: 'disk_encrypted', why: disk.why } as const] : []),
      // The day of the last package says nothing of the fixes that still wait.
      { fact: 'last_patch', why: 'no_source' },
      ...(units.ok ? [] : [{ fact: 'services', why: units.why } as const]),
      ...(seen.processes ? [] : [{ fact: 'processes', why: 'blank' } as const]),
    ] satisfies readonly NotObserved[],
  };
}

type Ask = (name: keyof typeof linuxCommands) => Promise<CommandResult>;

interface Found {
  readonly value: boolean | undefined;
  readonly why: Reason;
}

async function askFirewall(ask: Ask): Promise<Found> {
  const [nft, ufw, state] = await Promise.all([ask('nft'), ask('ufw'), ask('firewalld')]);
  const firewalld = state.ok
    ? firewalldIncoming(state.stdout, output(await ask('firewalldZone')))
    : undefined;
  const value = linuxFirewall(
    nft.ok ? nftIncoming(nft.stdout) : undefined,
    ufw.ok ? ufwIncoming(ufw.stdout) : undefined,
    firewalld,
  );
  const refused = [nft, ufw, state].map((each) => (each.ok ? undefined : each.why));
  const why = (['no_permission', 'timed_out', 'failed'] as const).find((each) =>
    refused.includes(each),
  );
  return {
    value,
    why: why ?? (refused.every((each) => each === 'missing') ? 'missing' : 'unreadable'),
  };
}

async function askDisk(ask: Ask): Promise<Found> {
  const first = await ask('disks');
  const result = first.ok || first.why !== 'failed' ? first : await ask('oldDisks');
  return result.ok
    ? { value: rootEncrypted(result.stdout), why: 'no_source' }
    : { value: undefined, why: result.why };
}

function fromClamav(
  answer: CommandResult,
  processes: readonly string[] | undefined,
  configuration: string | undefined,
  products: KnownProducts,
  now: number,
): readonly ProductFinding[] {
  const version = clamVersion(output(answer) ?? '', now);
  if (!version) return [];
  const running = processes && {
    daemon: processes.includes('clamd'),
    onAccess: processes.includes('clamonacc'),
  };
  const product = products.byId('clamav').name;
  const facts = clamFacts(version, running, configuration);
  const finding: ProductFinding = { product, grade: 'A', facts };
  // That nothing of it runs is the processes' word; what runs is told with all other products that were traced.
  return running && !running.daemon && !running.onAccess
    ? [finding, { product, grade: 'C', facts: { installed: true, running: false } }]
    : [finding];
}

function output(result: CommandResult): string | undefined {
  return result.ok ? result.stdout : undefined;
}
