import type { Random } from './random.js';

/** One release of Windows in the words of the exports. */
export interface OperatingSystem {
  /** Caption as Active Directory and a local collector give it. */
  readonly caption: string;
  /** Name as Kaspersky Security Center gives it. */
  readonly kaspersky: string;
  /** `22H2`; empty where the release has none. */
  readonly release: string;
  /** `6.1` or `10.0`. */
  readonly kernel: string;
  readonly build: number;
  readonly edition: string;
}

function client(
  name: string,
  edition: string,
  release: string,
  build: number,
  kernel = '10.0',
): OperatingSystem {
  const caption = `${name} ${edition}`;
  return { caption, kaspersky: `Microsoft ${name}`, release, kernel, build, edition };
}

const windows11Latest = client('Windows 11', 'Pro', '25H2', 26_200);
const windows11 = client('Windows 11', 'Pro', '24H2', 26_100);
const windows11Old = client('Windows 11', 'Pro', '23H2', 22_631);
const windows10 = client('Windows 10', 'Pro', '22H2', 19_045);
const windows10Old = client('Windows 10', 'Pro', '1909', 18_363);
const windows10Ltsc = client('Windows 10', 'Enterprise LTSC', '21H2', 19_044);
const windows8 = client('Windows 8.1', 'Pro', '', 9600, '6.3');
const windows7 = client('Windows 7', 'Professional', '', 7601, '6.1');

/** Shares of a hundred workstations; Windows 10 and older are out of support, which is part of the picture. */
const workstations: readonly (readonly [OperatingSystem, number])[] = [
  [windows11Latest, 14],
  [windows11, 24],
  [windows11Old, 14],
  [windows10, 36],
  [windows10Old, 3],
  [windows10Ltsc, 4],
  [windows8, 1],
  [windows7, 4],
];

const servers: readonly (readonly [OperatingSystem, number])[] = [
  [client('Windows Server 2022', 'Standard', '21H2', 20_348), 40],
  [client('Windows Server 2019', 'Standard', '1809', 17_763), 30],
  [client('Windows Server 2016', 'Standard', '1607', 14_393), 20],
  [client('Windows Server 2012 R2', 'Standard', '', 9600, '6.3'), 10],
];

export function pickOperatingSystem(
  kind: 'workstation' | 'server',
  random: Random,
): OperatingSystem {
  let ticket = random.int(1, 100);
  for (const [system, share] of kind === 'server' ? servers : workstations) {
    ticket -= share;
    if (ticket <= 0) return system;
  }
  return windows10;
}
