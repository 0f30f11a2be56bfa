import { beforeAll, expect, test } from 'vitest';
import { daysAgo, type JudgedEndpoint, judgeCases } from './support.js';

// Exports of Microsoft's consoles and commands, judged whole: what joins them, and what each may not be taken for.

const seen = `${daysAgo(1)}T00:00:00Z`;
const fresh = `${daysAgo(2)}T00:00:00Z`;
const list = (...value: readonly object[]) => JSON.stringify({ value });

const device = 'aaaaaaaa-0000-0000-0000-000000000001';
const machine = '1e5bc9d7e413ddd7902c2932e418702b84d0cc07';
const managed = list({ id: device, deviceName: 'PC01', lastSyncDateTime: seen });
const machines = list({
  id: machine,
  computerDnsName: 'PC01',
  lastSeen: seen,
  healthStatus: 'Active',
  onboardingStatus: 'Onboarded',
});
const health = (avMode: string, osKind: string, osPlatform: string) =>
  list({
    machineId: machine,
    computerDnsName: 'PC01',
    osKind,
    osPlatform,
    avMode,
    avSignaturePublishTime: fresh,
    avIsSignatureUpToDate: 'True',
    lastSeenTime: seen,
  });
const mdatp = (more: object) =>
  JSON.stringify({
    appVersion: '101.25042.0000',
    healthy: true,
    definitionsUpdated: String(Date.parse(fresh)),
    edrMachineId: machine,
    realTimeProtectionEnabled: { value: true },
    passiveModeEnabled: { value: false },
    collected_at: seen,
    ...more,
  });
const local = (mode: string) =>
  JSON.stringify({
    AMRunningMode: mode,
    AMServiceEnabled: true,
    AntivirusEnabled: true,
    RealTimeProtectionEnabled: true,
    AntivirusSignatureLastUpdated: `/Date(${Date.parse(fresh)})/`,
    ComputerName: 'PC01',
    CollectedAt: seen,
  });
const centre = (displayName: string, productState: number) =>
  JSON.stringify([{ displayName, productState, ComputerName: 'PC01', CollectedAt: seen }]);

const cases = [
  {
    name: 'the state of a managed device joins it by its id',
    files: [
      managed,
      JSON.stringify({
        id: device,
        malwareProtectionEnabled: true,
        realTimeProtectionEnabled: true,
        signatureUpdateOverdue: false,
        lastReportedDateTime: seen,
      }),
    ],
    verdicts: ['protected'],
  },
  {
    name: 'the sensor on Linux joins its machine by the portal’s id',
    files: [machines, mdatp({})],
    verdicts: ['protected'],
  },
  { name: 'an active sensor alone', files: [machines], verdicts: ['unknown'] },
  {
    name: 'healthy and passive on Linux',
    files: [mdatp({ hostname: 'srv01', passiveModeEnabled: true })],
    verdicts: ['unprotected'],
  },
  {
    name: 'healthy with real-time protection off on Linux',
    files: [mdatp({ hostname: 'srv01', realTimeProtectionEnabled: { value: false } })],
    verdicts: ['unprotected'],
  },
  {
    name: 'disabled on Linux: nothing made it step back',
    files: [health('2', 'linux', 'Ubuntu')],
    verdicts: ['unprotected'],
  },
  {
    name: 'disabled on Windows: another product may be on',
    files: [health('2', 'windows', 'Windows11')],
    verdicts: ['unknown'],
  },
  {
    name: 'active on Linux',
    files: [health('0', 'linux', 'Ubuntu')],
    verdicts: ['protected'],
  },
  { name: 'Defender at a machine: normal', files: [local('Normal')], verdicts: ['protected'] },
  { name: 'Defender at a machine: passive', files: [local('Passive Mode')], verdicts: ['unknown'] },
  {
    name: 'Defender at a machine: EDR block mode',
    files: [local('EDR Block Mode')],
    verdicts: ['unknown'],
  },
  {
    name: 'Security Center: Defender off and nothing else on record',
    files: [centre('Windows Defender', 393472)],
    verdicts: ['unprotected'],
  },
  {
    name: 'Security Center: a firewall’s record is no antivirus',
    files: [centre('Kaspersky Firewall', 69632)],
    verdicts: ['unknown'],
  },
  {
    name: 'a Wazuh agent beside a Fleet host: neither protects',
    files: [
      JSON.stringify({
        data: {
          affected_items: [{ id: '001', name: 'PC01', status: 'active', lastKeepAlive: seen }],
        },
      }),
      JSON.stringify({
        hosts: [
          {
            hostname: 'PC01',
            osquery_version: '5.10.2',
            seen_time: seen,
            policies: [{ id: 1, name: 'Antivirus healthy (Windows)', response: 'pass' }],
          },
        ],
      }),
    ],
    verdicts: ['unknown'],
  },
] as const;

let of: (name: string) => readonly JudgedEndpoint[];
beforeAll(async () => {
  const judged = await judgeCases(
    cases.map(({ name, files }) => ({
      name,
      files: Object.fromEntries(files.map((content, index) => [`${index}.json`, content])),
    })),
  );
  of = judged.of;
});

test.each(cases)('$name: $verdicts', ({ name, verdicts }) => {
  expect(of(name).map((endpoint) => endpoint.verdict)).toEqual(verdicts);
});
