import { macText } from './mac-text.js';
import type { Machine } from './machines.js';
import { americanShort, type Moment, secondsPerDay } from './moments.js';
import type { Random } from './random.js';

export interface DhcpOptions {
  readonly exportedAt: Moment;
  /** Things on the network that aren't computers of the office; they have leases too. */
  readonly others: readonly string[];
}

/**
 * `Get-DhcpServerv4Lease … | Export-Csv`: all that had an address from the office's server. Unlike consoles it knows the
 * machines in state `missing`; those that are silent have lost their lease, and servers have fixed addresses.
 */
export function dhcpExport(
  machines: readonly Machine[],
  { exportedAt, others }: DhcpOptions,
  random: Random,
): string {
  const leased = machines.filter(
    ({ kind, protection }) => kind === 'workstation' && protection !== 'stale',
  );
  const [first] = leased;
  const scope = (first?.ip ?? '10.0.0.0').replace(/\d+$/, '0');
  const lease = (ip: string, mac: string, name: string) => [
    ip,
    scope,
    macText(mac, '-'),
    name,
    'Active',
    americanShort(exportedAt + random.int(1, 7) * secondsPerDay + random.int(0, 80_000)),
  ];
  const rows = [
    ...leased.map(({ ip, mac, host, domain }) => lease(ip, mac, `${host}.${domain}`.toLowerCase())),
    ...others.map((name, index) =>
      lease(scope.replace(/0$/, String(240 + index)), `a8934a${random.hex(6)}`, name),
    ),
  ];
  const lines = [columns, ...rows].map((row) => row.map((cell) => `"${cell}"`).join(','));
  return [...lines, ''].join('\r\n');
}

const columns = ['IPAddress', 'ScopeId', 'ClientId', 'HostName', 'AddressState', 'LeaseExpiryTime'];
