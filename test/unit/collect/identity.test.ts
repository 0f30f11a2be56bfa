import { describe, expect, test } from 'vitest';
import { machineIdentity } from '../../../src/collect/machine-identity.js';
import { desktop } from './fixtures.js';

test('a whole identity', () => {
  expect(machineIdentity(desktop)).toEqual({
    host: 'VP-PC07',
    facts: {
      fqdn: 'vp-pc07.langson.example.vn',
      hardware_uuid: '4c4c4544-0058-4b10-8032-b7c04f4d3933',
      serial: '7XK2M93',
      machine_id: '7b3c1e52-90aa-4c1f-8d7e-2f6a51c0e9d4',
      manufacturer: 'Dell Inc.',
      macs: ['8CEC4B123456'],
      virtual: undefined,
      os_name: 'Microsoft Windows 11 Pro',
      os_version: '10.0.26200',
      os_build: '26200',
      kind: undefined,
    },
    notObserved: [],
  });
});

describe('empty and made-up values are unknown', () => {
  test.each([
    '',
    '-',
    '0',
    'None',
    'Default string',
    'To be filled by O.E.M.',
    'System Serial Number',
    'xxxxxxxx',
    '00000000',
    'Not Specified',
    'N/A',
    'INVALID',
    '7',
  ])('serial %j', (serial) => {
    const { facts, notObserved } = machineIdentity({ ...desktop, serial });
    expect(facts.serial).toBeUndefined();
    expect(notObserved).toEqual([{ fact: 'serial', why: 'blank' }]);
  });

  test.each([
    '',
    '-',
    '00000000-0000-0000-0000-000000000000',
    'FFFFFFFF-FFFF-FFFF-FFFF-FFFFFFFFFFFF',
    '03000200-0400-0500-0006-000700080009',
    'Not Settable',
  ])('UUID %j', (hardwareUuid) => {
    const { facts, notObserved } = machineIdentity({ ...desktop, hardwareUuid });
    expect(facts.hardware_uuid).toBeUndefined();
    expect(notObserved).toEqual([{ fact: 'hardware_uuid', why: 'blank' }]);
  });

  test.each([
    { name: 'none', mac: '' },
    { name: 'zero', mac: '00:00:00:00:00:00' },
    { name: 'set by hand', mac: '02:fc:00:00:00:01' },
    { name: 'multicast', mac: '01:00:5e:00:00:01' },
    { name: 'VMware on the host', mac: '00-50-56-C0-00-08' },
    { name: 'VirtualBox', mac: '0a:00:27:00:00:00' },
    { name: 'Hyper-V', mac: '00155d0a0b0c' },
    { name: 'virtual', mac: '8c:ec:4b:12:34:57', virtual: true },
    { name: 'loopback', mac: '8c:ec:4b:12:34:57', internal: true },
  ])('address: $name', ({ mac, virtual = false, internal = false }) => {
    const { facts, notObserved } = machineIdentity({
      ...desktop,
      interfaces: [{ mac, virtual, internal }],
    });
    expect(facts.macs).toBeUndefined();
    expect(notObserved).toEqual([{ fact: 'macs', why: 'blank' }]);
  });
});

test.each([
  {
    name: 'a name with its domain',
    hostname: 'pc1.so.example.vn',
    fqdn: '',
    host: 'pc1',
    full: 'pc1.so.example.vn',
  },
  {
    name: 'a domain of nobody',
    hostname: 'mac.local',
    fqdn: 'mac.local',
    host: 'mac',
    full: undefined,
  },
  { name: 'the short name twice', hostname: 'vm', fqdn: 'vm', host: 'vm', full: undefined },
  {
    name: "another machine's full name",
    hostname: 'pc1',
    fqdn: 'localhost.localdomain',
    host: 'pc1',
    full: undefined,
  },
  { name: 'no name', hostname: '', fqdn: '', host: undefined, full: undefined },
])('$name', ({ hostname, fqdn, host, full }) => {
  const identity = machineIdentity({ ...desktop, hostname, fqdn });
  expect([identity.host, identity.facts.fqdn]).toEqual([host, full]);
});

test.each([
  { chassis: 'Notebook', kind: 'workstation' },
  { chassis: 'Rack Mount Chassis', kind: 'server' },
  { chassis: 'Desktop', kind: undefined },
  { chassis: '', kind: undefined },
])('chassis $chassis: $kind', ({ chassis, kind }) =>
  expect(machineIdentity({ ...desktop, chassis }).facts.kind).toBe(kind),
);

test.each(['', 'uninitialized', 'xyz', '-'])("an installation's id %j is unknown", (machineId) => {
  expect(machineIdentity({ ...desktop, machineId }).facts.machine_id).toBeUndefined();
});
