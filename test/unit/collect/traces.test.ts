import { describe, expect, test } from 'vitest';
import { engineState, type Seen, traceProducts } from '../../../src/collect/traces.js';
import { products } from './fixtures.js';

const windows = (
  services: Readonly<Record<string, boolean>> | undefined,
  ...processes: string[]
): Seen => ({
  system: 'windows',
  services: services && Object.entries(services).map(([name, running]) => ({ name, running })),
  processes: processes.length > 0 ? processes : undefined,
});

const linux = (
  units: Readonly<Record<string, boolean>> | undefined,
  ...processes: string[]
): Seen => ({
  ...windows(units, ...processes),
  system: 'linux',
});

function traced(seen: Seen, confirmed?: readonly string[]) {
  return traceProducts(products, seen, new Set(confirmed)).map(({ product, running, updates }) => [
    product.id,
    running,
    ...(updates ? ['updates'] : []),
  ]);
}

describe('what services and processes show', () => {
  test.each([
    {
      name: 'a running service',
      seen: windows({ 'AVP.KES.21.19': true }, 'explorer.exe'),
      found: [['kaspersky-endpoint-security', true]],
    },
    {
      name: 'a stopped service',
      seen: windows({ ekrn: false }, 'explorer.exe'),
      found: [['eset-endpoint', false]],
    },
    {
      name: 'a stopped service, processes not listed',
      seen: windows({ ekrn: false }),
      found: [['eset-endpoint', undefined]],
    },
    {
      name: 'a stopped service whose process runs',
      seen: windows({ ekrn: false }, 'ekrn.exe'),
      found: [['eset-endpoint', true]],
    },
    {
      name: 'a process that one product bears',
      seen: windows({}, 'CSFalconService.exe'),
      found: [['crowdstrike-falcon', true]],
    },
    { name: 'a window only', seen: windows({}, 'egui.exe'), found: [['eset-endpoint', undefined]] },
    {
      name: 'a process that two products bear',
      seen: windows({}, 'avp.exe', 'MsMpEng.exe'),
      found: [],
    },
    {
      name: 'the same with its service',
      seen: windows({ WinDefend: true }, 'MsMpEng.exe'),
      found: [['microsoft-defender-antivirus', true]],
    },
    { name: 'a generic name', seen: linux({}, 'pmd', 'agent', 'scanner'), found: [] },
    { name: 'a name that only contains one', seen: linux({}, 'clamdtop', 'myclamd'), found: [] },
    { name: 'clamd', seen: linux(undefined, 'clamd'), found: [['clamav', true]] },
    {
      name: 'freshclam alone',
      seen: linux(
        { 'clamav-daemon.service': false, 'clamav-freshclam.service': true },
        'freshclam',
      ),
      found: [['clamav', false, 'updates']],
    },
    {
      name: 'a management agent',
      seen: windows({ klnagent: true }, 'klnagent.exe'),
      found: [['kaspersky-network-agent', true]],
    },
    {
      name: 'names that no source confirms give way to the vendor’s service',
      seen: windows({ BkavSystemService: true }, 'BkavSystemService.exe', 'BkavService.exe'),
      found: [['bkav-home', true]],
    },
    { name: 'nothing', seen: windows(undefined), found: [] },
  ])('$name', ({ seen, found }) => expect(traced(seen)).toEqual(found));

  test('a product that another source names may have the process', () => {
    expect(traced(windows({}, 'avp.exe'), ['kaspersky-endpoint-security'])).toEqual([
      ['kaspersky-endpoint-security', true],
    ]);
  });
});

describe('what does the work of a product', () => {
  const apex = products.byId('trend-apex-one');
  const cmc = products.byId('cmc-endpoint');
  const vnpt = products.byId('vnpt-endpoint');
  const spooler = windows({ Spooler: true }, 'explorer.exe');
  test.each([
    { name: 'no trace', product: apex, seen: spooler, state: 'absent' },
    {
      name: 'a manager only',
      product: apex,
      seen: windows({ tmlisten: true }, 'tmlisten.exe'),
      state: 'absent',
    },
    {
      name: 'a stopped engine',
      product: apex,
      seen: windows({ ntrtscan: false }, 'a'),
      state: 'stopped',
    },
    {
      name: 'an engine of unknown state',
      product: apex,
      seen: { ...spooler, services: [{ name: 'ntrtscan', running: undefined }] },
      state: undefined,
    },
    {
      name: 'a running engine',
      product: apex,
      seen: windows({ ntrtscan: true }, 'a'),
      state: 'runs',
    },
    { name: 'an engine process', product: apex, seen: windows({}, 'NTRtScan.exe'), state: 'runs' },
    { name: 'services not listed', product: apex, seen: windows(undefined, 'a'), state: undefined },
    {
      name: 'processes not listed',
      product: apex,
      seen: windows({ Spooler: true }),
      state: undefined,
    },
    { name: 'names that no source confirms', product: cmc, seen: spooler, state: undefined },
    { name: 'a product without known names', product: vnpt, seen: spooler, state: undefined },
  ])('$name: $state', ({ product, seen, state }) => expect(engineState(product, seen)).toBe(state));
});
