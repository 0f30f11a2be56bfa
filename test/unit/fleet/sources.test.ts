import { beforeAll, expect, test } from 'vitest';
import { daysAgo, type JudgedEndpoint, judgeCases } from './support.js';

// What the exports of real tools come to: the traps of each, judged whole.

const text = (...lines: readonly string[]) => lines.join('\n');
const seen = `${daysAgo(1)}T00:00:00Z`;

const crowdstrike = 'device_id,hostname,last_seen,agent_version,reduced_functionality_mode';
const sentinelone =
  'uuid,computerName,lastActiveDate,agentVersion,isUninstalled,operationalState,mitigationMode';
const health =
  'machineId,computerDnsName,avMode,avSignaturePublishTime,avIsSignatureUpToDate,lastSeenTime';
const portal =
  'Name,Device type,Sensor health state,Onboarding status,Last device update,Antivirus status';
const ksc =
  'Name\tReal-time protection status\tAnti-virus databases last updated\tInformation last updated\tLast connected to Administration Server';
const kscOn = text(ksc, `PC01\tRunning\t${daysAgo(2)}\t${daysAgo(1)}\t${daysAgo(1)}`);

const cases = [
  {
    name: 'CrowdStrike in reduced functionality mode',
    content: text(crowdstrike, `d1,PC01,${seen},7.1,yes`),
    verdict: 'unprotected',
  },
  {
    name: 'CrowdStrike in full: whether it blocks is not told',
    content: text(crowdstrike, `d1,PC01,${seen},7.1,no`),
    verdict: 'unknown',
  },
  {
    name: 'SentinelOne only detects',
    content: text(sentinelone, `u1,PC01,${seen},23.4,false,na,detect`),
    verdict: 'unprotected',
  },
  {
    name: 'SentinelOne protects',
    content: text(sentinelone, `u1,PC01,${seen},23.4,false,na,protect`),
    verdict: 'protected',
  },
  {
    name: 'SentinelOne was uninstalled',
    content: text(sentinelone, `u1,PC01,${seen},23.4,true,na,protect`),
    verdict: 'unprotected',
  },
  {
    name: 'Defender active and fresh',
    content: text(health, `m1,PC01,0,${daysAgo(2)}T00:00:00Z,True,${seen}`),
    verdict: 'protected',
  },
  {
    name: 'Defender passive, nothing else known',
    content: text(health, `m1,PC01,1,${daysAgo(2)}T00:00:00Z,True,${seen}`),
    verdict: 'unknown',
  },
  {
    name: 'Defender disabled, nothing else known',
    content: text(health, `m1,PC01,2,,Unknown,${seen}`),
    verdict: 'unknown',
  },
  {
    name: 'Defender passive beside Kaspersky that is on',
    content: text(health, `m1,PC01,1,${daysAgo(2)}T00:00:00Z,True,${seen}`),
    beside: kscOn,
    verdict: 'protected',
  },
  {
    name: 'portal: Not-Supported is no antivirus state',
    content: text(portal, 'PC01,Workstation,Active,Onboarded,11/23/2026 8:00 AM,Not-Supported'),
    verdict: 'unknown',
  },
  {
    name: 'portal: a device that could be onboarded may have any protection',
    content: text(portal, 'PC01,Workstation,Unknown,CanBeOnboarded,11/23/2026 8:00 AM,'),
    verdict: 'unknown',
  },
  {
    name: 'portal: a printer is out of scope',
    content: text(portal, 'IN01,Printer,Unknown,Unsupported,11/23/2026 8:00 AM,'),
    verdict: 'out_of_scope',
  },
  {
    name: 'Intune: Defender off, another product may be on',
    content: text(
      'DeviceName,MalwareProtectionEnabled,RealTimeProtectionEnabled,LastReportedDateTime',
      `PC01,False,False,${daysAgo(1)} 08:00:00`,
    ),
    verdict: 'unknown',
  },
  {
    name: 'a compliant device of Intune',
    content: text('DeviceName,LastContact,CompliantState', `PC01,${daysAgo(1)} 08:00:00,Compliant`),
    verdict: 'unknown',
  },
  {
    name: 'an active Wazuh agent',
    content: text('id,name,status,lastKeepAlive', `001,PC01,active,${seen}`),
    verdict: 'unknown',
  },
  {
    name: 'an agent that Apex Central lists',
    content: text('entity_id,product,host_name', 'e-00000001,SLF_PRODUCT_OFFICESCAN_CE,PC01'),
    verdict: 'unknown',
  },
];

let of: (name: string) => readonly JudgedEndpoint[];
beforeAll(async () => {
  const judged = await judgeCases(
    cases.map(({ name, content, beside }) => ({
      name,
      files: { 'a.csv': content, ...(beside !== undefined && { 'b.csv': beside }) },
    })),
  );
  of = judged.of;
});

test.each(cases)('$name: $verdict', ({ name, verdict }) => {
  expect(of(name).map((endpoint) => endpoint.verdict)).toEqual([verdict]);
});
