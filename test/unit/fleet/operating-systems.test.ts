import { beforeAll, describe, expect, test } from 'vitest';
import { type JudgedEndpoint, judgeCases } from './support.js';

interface SystemCase {
  /** As the reports name the system. */
  readonly name: string;
  readonly version?: string;
  readonly build?: string;
  readonly edition?: string;
  readonly kind?: 'server' | 'workstation';
  /** null: not known. */
  readonly support: 'supported' | 'extended' | 'end_of_life' | null;
  readonly daysToEnd?: number;
}

/** Judged on 24 November 2026: Windows 11 24H2 Home and Pro ended on 13 October 2026, Enterprise ends in 2027. */
const cases: readonly SystemCase[] = [
  // Words that tools join: Defender for Endpoint writes no edition.
  { name: 'Windows10', version: '22H2', support: 'extended' },
  { name: 'Windows10', version: '22H2', build: '19045', support: 'extended' },
  { name: 'Windows10', support: 'end_of_life' },
  { name: 'Windows11', version: '25H2', support: 'supported' },
  { name: 'Windows11', version: '25H2', build: '26200', support: 'supported', daysToEnd: 322 },
  { name: 'Windows11', support: null },
  { name: 'WindowsServer2019', support: 'supported' },
  { name: 'WindowsServer2019', build: '17763', support: 'supported' },
  { name: 'WindowsServer2012R2', support: 'end_of_life' },
  { name: 'WindowsServer2016', build: '14393', support: 'supported', daysToEnd: 49 },
  { name: 'RedHatEnterpriseLinux', version: '9.5', support: 'supported' },
  { name: 'Ubuntu', version: '20.4', support: 'extended' },
  { name: 'Ubuntu', version: '20.04', support: 'extended' },
  { name: 'Ubuntu', version: '22.4', support: 'supported' },
  { name: 'Ubuntu', version: '22.10', support: null },
  { name: 'Ubuntu 22.04.3 LTS', support: 'supported' },
  // The edition decides; unknown, the earliest end counts.
  { name: 'Windows 11', build: '26100', support: 'end_of_life', daysToEnd: -42 },
  { name: 'Windows 11 Pro', build: '26100', support: 'end_of_life' },
  { name: 'Windows 11 Enterprise', build: '26100', support: 'supported' },
  { name: 'Windows 11', build: '26100', edition: 'Education', support: 'supported' },
  { name: 'Windows 11', build: '26100', edition: 'EnterpriseS', support: 'supported' },
  { name: 'Windows 11', build: '26100', edition: 'Core', support: 'end_of_life' },
  { name: 'Windows 11 Pro Education', build: '26100', support: 'end_of_life' },
  { name: 'Windows 10 Enterprise LTSC', build: '19044', support: 'supported' },
  { name: 'Windows 10 Enterprise', build: '19044', support: 'end_of_life' },
  { name: 'Windows 10 Enterprise LTSC', support: null },
  { name: 'Windows 10 Pro', support: 'end_of_life' },
  { name: 'Windows 11 Pro', support: null },
  // The build shows what the name hides.
  { name: 'Windows 10 Pro', build: '26200', support: 'supported' },
  { name: 'Windows 10 Pro', version: '10.0.26200', support: 'supported' },
  { name: 'Windows 10 Pro', version: '10.0 (19045)', support: 'extended' },
  { name: 'Windows 10 Pro', version: '10.0 (22631)', support: 'end_of_life' },
  // Builds that client and server share: the kind of machine decides first.
  { name: 'Windows Server 2025', build: '26100', support: 'supported' },
  { name: 'Windows', build: '26100', kind: 'server', support: 'supported' },
  { name: 'Windows', build: '26100', kind: 'workstation', support: 'end_of_life' },
  { name: 'Windows', build: '26100', support: null },
  { name: 'Windows 10', build: '14393', kind: 'server', support: 'supported' },
  { name: 'Windows 10', build: '14393', kind: 'workstation', support: 'end_of_life' },
  { name: 'Windows', build: '17763', kind: 'server', support: null },
  { name: 'Windows', build: '19045', support: 'extended' },
  { name: 'Windows', version: '10.0.19045.3803', kind: 'workstation', support: 'extended' },
  { name: 'Windows', version: '10.0.26200.1', support: 'supported' },
  { name: 'Windows', version: '7', support: 'end_of_life' },
  { name: 'Windows', support: null },
  // A name that a tool made up from a build number: no such client.
  { name: 'Windows 11', build: '20348', support: null },
  { name: 'Windows Server 2019', build: '17763', support: 'supported' },
  // Other systems, and what the catalogue doesn't list.
  { name: 'CentOS', version: '7.9', support: 'end_of_life' },
  { name: 'CentOS Linux release 7.9.2009 (Core)', support: 'end_of_life' },
  { name: 'RHEL 9.4', support: 'supported' },
  { name: 'Debian GNU/Linux 12 (bookworm)', support: 'extended' },
  // The 8 of 12.8 is no Debian 8.
  { name: 'Debian', version: '13.8', support: 'supported' },
  { name: 'macOS 26.1', support: 'supported' },
  { name: 'macOS 27.0', support: null },
  { name: 'Windows 11 Pro', build: '30000', support: null },
  { name: 'Thần Long Linux 3', support: null },
];

const titled = cases.map((each) => ({
  ...each,
  title: [each.name, each.version, each.build, each.edition, each.kind].filter(Boolean).join(' · '),
}));

describe('support of the operating system', () => {
  let of: (name: string) => readonly JudgedEndpoint[];
  beforeAll(async () => {
    ({ of } = await judgeCases(
      titled.map(({ title, name, version, build, edition, kind }) => ({
        name: title,
        rows: [
          {
            ...{ host: 'PC01', grade: 'C', observed_at: '2026-11-23', os_name: name },
            ...(version && { os_version: version }),
            ...(build && { os_build: build }),
            ...(edition && { os_edition: edition }),
            ...(kind && { kind }),
          },
        ],
      })),
    ));
  });

  test.each(titled)('$title: $support', ({ title, support, daysToEnd }) => {
    const [endpoint] = of(title);
    expect(endpoint?.facts['os_support']).toBe(support);
    expect(endpoint?.outcomes['EP-13']).toBe(
      support === null ? 'unknown' : support === 'supported' ? 'pass' : 'fail',
    );
    if (daysToEnd !== undefined) {
      expect(Number(endpoint?.facts['os_days_to_end'])).toBe(daysToEnd);
    }
  });
});
