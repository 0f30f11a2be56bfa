import { readFileSync } from 'node:fs';
import { readKnownProducts } from '../../../src/collect/known-products.js';
import { windowsCommands } from '../../../src/collect/windows/windows-commands.js';
import type {
  CommandResult,
  Machine,
  MachineCommand,
  RawIdentity,
} from '../../../src/domain/machine.js';
import { openFolder } from '../../../src/platform/files.js';

/** The moment of every collection in these tests. */
export const now = Date.UTC(2026, 10, 24);

export const products = await readKnownProducts(
  openFolder(new URL('../../../', import.meta.url)),
  'rules/catalogues/endpoint-products.yaml',
);

/** A recorded output. */
export function recorded(name: string): string {
  return readFileSync(new URL(`../../fixtures/collect/${name}`, import.meta.url), 'utf8');
}

export const said = (stdout: string): CommandResult => ({ ok: true, stdout });

/** A desktop computer as the library describes it. */
export const desktop: RawIdentity = {
  hostname: 'VP-PC07',
  fqdn: 'vp-pc07.langson.example.vn',
  distro: 'Microsoft Windows 11 Pro',
  release: '10.0.26200',
  build: '26200',
  manufacturer: 'Dell Inc.',
  serial: '7XK2M93',
  hardwareUuid: '4C4C4544-0058-4B10-8032-B7C04F4D3933',
  machineId: '7b3c1e52-90aa-4c1f-8d7e-2f6a51c0e9d4',
  virtual: false,
  chassis: 'Desktop',
  interfaces: [{ mac: '8c:ec:4b:12:34:56', virtual: false, internal: false }],
};

/** A made machine: `answer` says what each command prints; a command that it doesn't know isn't installed. */
export function machine(
  platform: Machine['platform'],
  answer: (command: MachineCommand) => CommandResult | undefined,
  more: {
    readonly processes?: readonly string[];
    readonly identity?: Partial<RawIdentity>;
    readonly isRoot?: boolean;
  } = {},
): Machine {
  return {
    platform,
    isRoot: more.isRoot,
    run: async (command) => answer(command) ?? { ok: false, why: 'missing' },
    identity: async () => ({ ...desktop, ...more.identity }),
    processNames: async () => more.processes ?? [],
  };
}

type Outputs<Name extends string> = Partial<Record<Name, string | CommandResult>>;

/** A Windows machine by the names of recorded outputs; a question left out finds no PowerShell. */
export function windows(
  outputs: Outputs<keyof typeof windowsCommands>,
  processes: readonly string[],
) {
  return machine(
    'windows',
    (command) => {
      const name = (Object.keys(windowsCommands) as (keyof typeof windowsCommands)[]).find(
        (each) => windowsCommands[each] === command,
      );
      const output = name && outputs[name];
      return typeof output === 'string' ? said(recorded(`windows/${output}`)) : output;
    },
    { processes },
  );
}

/** A machine that answers by what is typed, and a machine with these processes. */
export function unix(
  platform: 'linux' | 'macos',
  outputs: Readonly<Record<string, string>>,
  processes: readonly string[],
  isRoot = true,
): Machine {
  return machine(
    platform,
    ({ tool, args }) => {
      const output = outputs[[tool, ...args].join(' ')] ?? outputs[tool];
      return output === undefined ? undefined : said(output);
    },
    {
      processes,
      isRoot,
      identity: { fqdn: '', distro: 'Debian GNU/Linux', release: '12', build: '' },
    },
  );
}

/** An ordinary computer of an office without any protection that was told. */
export const client = {
  version: 'version-11.json',
  firewall: 'firewall-on.json',
  firewallProducts: 'empty.json',
  disks: 'access-denied.json',
  updates: 'updates.json',
  services: 'services-defender.json',
  antivirus: 'empty.json',
  defender: 'command-missing.json',
} as const;
