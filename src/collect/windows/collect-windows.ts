import type { Machine } from '../../domain/machine.js';
import type { KnownProducts } from '../known-products.js';
import type { Observations } from '../observations.js';
import type { NotObserved, ProductFinding, Reason, WantedFact } from '../record.js';
import { engineState, type Seen, traceProducts } from '../traces.js';
import { defenderFacts, lastFullScan } from './defender-status.js';
import { type PowershellAnswer, powershellItems } from './powershell.js';
import { type RegisteredProduct, registeredFacts, registeredProducts } from './security-center.js';
import { windowsCommands } from './windows-commands.js';
import {
  lastUpdate,
  systemDiskEncrypted,
  windowsFirewall,
  windowsServices,
  windowsVersion,
} from './windows-facts.js';

const defenderId = 'microsoft-defender-antivirus';

/** The service behind the Security Center: while it stands still, what the records say is old. */
const securityCenterService = /^wscsvc$/i;

type Answers = Readonly<Record<keyof typeof windowsCommands, PowershellAnswer>>;

/** What a Windows machine says of itself. Answers that didn't come leave their facts unknown, with the reason. */
export async function collectWindows(
  machine: Machine,
  products: KnownProducts,
  now: number,
): Promise<Observations> {
  const processes = machine.processNames();
  const answers: Record<string, PowershellAnswer> = {};
  // One after the other: several PowerShells at once take an old computer longer than each may.
  for (const [name, command] of Object.entries(windowsCommands)) {
    answers[name] = powershellItems(await machine.run(command));
  }
  return windowsObservations(answers as Answers, await processes, products, now);
}

/** The same from the answers that were given. */
function windowsObservations(
  answers: Answers,
  processes: readonly string[],
  products: KnownProducts,
  now: number,
): Observations {
  const version = windowsVersion(items(answers.version)[0] ?? {});
  const isServer = version.kind === 'server';
  const services = answers.services.ok ? windowsServices(answers.services.items) : undefined;
  const seen: Seen = {
    system: 'windows',
    services: services?.length ? services : undefined,
    processes: processes.length > 0 ? processes : undefined,
  };
  const registered = registeredProducts(items(answers.antivirus));
  // The list shows all products only on a client, and only while the service that keeps it runs.
  const seesAll =
    answers.antivirus.ok &&
    version.kind === 'workstation' &&
    seen.services?.some((each) => securityCenterService.test(each.name) && each.running) === true;
  const findings = [
    ...fromSecurityCenter(registered, seesAll, seen, products),
    ...fromDefender(answers.defender, seesAll, products, now),
  ];
  const confirmed = registered.flatMap(({ name }) => products.bySecurityCenterName(name)?.id ?? []);
  const traced = traceProducts(products, seen, new Set(confirmed));
  const firewall = firewallState(answers, isServer);
  const disk = systemDiskEncrypted(items(answers.disks));
  const patch = lastUpdate(items(answers.updates), now);
  return {
    machine: {
      ...version,
      firewall: typeof firewall === 'boolean' ? firewall : undefined,
      disk_encrypted: disk,
      last_patch: patch,
      last_full_scan: lastFullScan(items(answers.defender)[0] ?? {}, now),
    },
    findings,
    traced,
    noProduct:
      seesAll && registered.length === 0 && findings.length === 0 && traced.every(isMereAgent),
    notObserved: [
      ...missing('os_version', answers.version, version.os_build),
      ...missing('firewall', answers.firewall, firewall),
      ...(firewall === 'other_firewall'
        ? [{ fact: 'firewall', why: 'other_firewall' } as const]
        : []),
      ...missing('disk_encrypted', answers.disks, disk),
      ...missing('last_patch', answers.updates, patch),
      ...missing('services', answers.services, seen.services),
      ...(seen.processes ? [] : [{ fact: 'processes', why: 'blank' } as const]),
      ...securityCenterMissing(answers.antivirus, isServer, seesAll),
      ...(answers.defender.ok || answers.defender.why === 'missing'
        ? []
        : [
            {
              fact: 'product_status',
              why: answers.defender.why,
              of: products.byId(defenderId).name,
            } as const,
          ]),
    ],
  };
}

function fromSecurityCenter(
  registered: readonly RegisteredProduct[],
  seesAll: boolean,
  seen: Seen,
  products: KnownProducts,
): readonly ProductFinding[] {
  return registered.flatMap((each): ProductFinding[] => {
    const known = products.bySecurityCenterName(each.name);
    const product = known?.name ?? each.name;
    const finding: ProductFinding = {
      product,
      grade: 'B',
      allProducts: seesAll || undefined,
      facts: registeredFacts(each),
    };
    // A record outlives its product. That nothing of it is found counts only while its program isn't seen on the disk: a
    // later version may bear names that the catalogue lacks.
    const state = known ? engineState(known, seen) : seen.processes && 'absent';
    const isOrphan =
      state === 'stopped' ||
      (state === 'absent' && (known ? each.present !== true : each.present === false));
    // With neither engine nor program there, the record is all that is left of it.
    const gone = state === 'absent' && each.present === false;
    const facts = gone ? { installed: false, running: false } : { running: false };
    return isOrphan ? [finding, { product, grade: 'C', facts }] : [finding];
  });
}

function fromDefender(
  answer: PowershellAnswer,
  seesAll: boolean,
  products: KnownProducts,
  now: number,
): readonly ProductFinding[] {
  const facts = defenderFacts(items(answer)[0] ?? {}, now);
  if (!facts) return [];
  const product = products.byId(defenderId).name;
  // That Defender is off shows something of the machine only when other products would be known.
  return [{ product, grade: 'A', allProducts: seesAll || undefined, facts }];
}

/** On in all profiles; off; or off while another firewall product is on and may do the work. */
function firewallState(
  { firewall, firewallProducts }: Answers,
  isServer: boolean,
): boolean | 'other_firewall' | undefined {
  const own = windowsFirewall(items(firewall));
  if (own !== false || isServer) return own;
  if (!firewallProducts.ok) return 'other_firewall';
  const isOther = registeredProducts(firewallProducts.items).some(({ state }) => state !== 'off');
  return isOther ? 'other_firewall' : false;
}

function securityCenterMissing(
  answer: PowershellAnswer,
  isServer: boolean,
  seesAll: boolean,
): readonly NotObserved[] {
  if (isServer) return [{ fact: 'security_center', why: 'not_on_server' }];
  if (!answer.ok) return [{ fact: 'security_center', why: answer.why }];
  return seesAll ? [] : [{ fact: 'security_center', why: 'failed' }];
}

function isMereAgent({ product }: ReturnType<typeof traceProducts>[number]): boolean {
  return product.class === 'management_agent' || product.class === 'inventory_agent';
}

function items(answer: PowershellAnswer): Extract<PowershellAnswer, { ok: true }>['items'] {
  return answer.ok ? answer.items : [];
}

function missing(
  fact: WantedFact,
  answer: PowershellAnswer,
  value: unknown,
): readonly NotObserved[] {
  const why: Reason = answer.ok ? 'unreadable' : answer.why;
  return value === undefined ? [{ fact, why }] : [];
}
