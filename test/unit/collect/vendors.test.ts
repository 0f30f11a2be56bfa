import { describe, expect, test } from 'vitest';
import { clamFacts, clamVersion } from '../../../src/collect/vendors/clamav.js';
import { falconFacts } from '../../../src/collect/vendors/falconctl.js';
import { keslFacts } from '../../../src/collect/vendors/kesl.js';
import { mdatpFacts } from '../../../src/collect/vendors/mdatp.js';
import { sentinelFacts } from '../../../src/collect/vendors/sentinelctl.js';
import { now, recorded } from './fixtures.js';

describe('mdatp', () => {
  const healthy = JSON.parse(recorded('linux/mdatp-healthy.json'));
  const read = (more: object) => mdatpFacts(JSON.stringify({ ...healthy, ...more }), now);

  test('a healthy, active, managed one', () => {
    expect(mdatpFacts(recorded('linux/mdatp-healthy.json'), now)).toEqual({
      product_version: '101.24092.0002',
      installed: true,
      running: true,
      realtime: true,
      mode: 'block',
      signatures_date: '2026-11-20T00:00:00Z',
      signatures_current: true,
      auto_update: true,
      managed: true,
      tamper_protection: true,
    });
  });

  test.each([
    {
      name: 'passive',
      more: { passiveModeEnabled: { value: true } },
      realtime: false,
      mode: 'passive',
    },
    {
      name: 'real-time off',
      more: { realTimeProtectionEnabled: { value: false } },
      realtime: false,
      mode: undefined,
    },
    {
      name: 'real-time not available',
      more: { realTimeProtectionAvailable: false },
      realtime: false,
      mode: undefined,
    },
    { name: 'unhealthy', more: { healthy: false }, realtime: undefined, mode: undefined },
    { name: 'without a licence', more: { licensed: false }, realtime: undefined, mode: undefined },
    {
      name: 'passive mode not told',
      more: { passiveModeEnabled: undefined },
      realtime: undefined,
      mode: undefined,
    },
    {
      name: 'plain values of older versions',
      more: { realTimeProtectionEnabled: true, passiveModeEnabled: false },
      realtime: true,
      mode: 'block',
    },
    {
      name: 'a word nobody knows',
      more: { realTimeProtectionEnabled: { value: 'bật' } },
      realtime: undefined,
      mode: undefined,
    },
  ])('healthy or not, $name', ({ more, realtime, mode }) => {
    const facts = read(more);
    expect([facts?.realtime, facts?.mode]).toEqual([realtime, mode]);
  });

  test.each([
    {
      name: 'outdated signatures',
      more: { definitionsStatus: { $type: 'outdated' } },
      fact: 'signatures_current',
      value: false,
    },
    {
      name: 'a status nobody knows',
      more: { definitionsStatus: { $type: 'unavailable' } },
      fact: 'signatures_current',
      value: undefined,
    },
    {
      name: 'no date',
      more: { definitionsUpdated: '0' },
      fact: 'signatures_date',
      value: undefined,
    },
    {
      name: 'a localised date',
      more: { definitionsUpdated: '20 thg 11, 2026' },
      fact: 'signatures_date',
      value: undefined,
    },
    {
      name: 'onboarded, manager not told',
      more: { managedBy: '' },
      fact: 'managed',
      value: undefined,
    },
    {
      name: 'tampering only noted',
      more: { tamperProtection: 'audit' },
      fact: 'tamper_protection',
      value: false,
    },
  ])('$name', ({ more, fact, value }) => {
    expect(read(more)?.[fact as 'managed']).toBe(value);
  });

  test.each(['', 'null', '[]', '{}', 'ATTENTION: no license found', '{"healthy":'])(
    '%j is no status',
    (text) => expect(mdatpFacts(text, now)).toBeUndefined(),
  );
});

describe('kesl-control', () => {
  test('JSON of version 12', () => {
    expect(keslFacts(recorded('linux/kesl-app-info.json'), now)).toEqual({
      product_version: '12.0.0.6672',
      installed: true,
      realtime: true,
      signatures_date: '2026-11-23',
      signatures_current: undefined,
      managed: true,
    });
  });

  test('the listing of version 10', () => {
    expect(keslFacts(recorded('linux/kesl-app-info-10.txt'), now)).toEqual({
      product_version: '10.1.0.5960',
      installed: true,
      realtime: false,
      signatures_date: '2026-08-23',
      signatures_current: undefined,
      managed: undefined,
    });
  });

  test('labels in another language leave all but the installation unknown', () => {
    const facts = keslFacts(recorded('linux/kesl-app-info-ru.json'), now);
    expect(Object.entries(facts ?? {}).filter(([, value]) => value !== undefined)).toEqual([
      ['installed', true],
    ]);
  });

  test('running without databases protects nothing that is known', () => {
    const text = recorded('linux/kesl-app-info.json').replace('loaded":"Yes"', 'loaded":"No"');
    expect(keslFacts(text, now)).toMatchObject({ realtime: undefined, signatures_current: false });
  });

  test.each(['', 'Segmentation fault', '{}'])('%j is no status', (text) =>
    expect(keslFacts(text, now)).toBeUndefined(),
  );
});

describe('falconctl', () => {
  test.each([
    { name: 'healthy', text: recorded('linux/falconctl.txt'), mode: undefined, managed: undefined },
    {
      name: 'reduced',
      text: 'aid="0123456789abcdef0123456789abcdef", rfm-state=true, rfm-reason=Unspecified',
      mode: 'reduced',
      managed: undefined,
    },
    {
      name: 'never registered',
      text: 'aid is not set, rfm-state=false, version = 7.20.17306.0',
      mode: undefined,
      managed: false,
    },
  ])('$name', ({ text, mode, managed }) => {
    const facts = falconFacts(text);
    expect([facts?.installed, facts?.mode, facts?.managed]).toEqual([true, mode, managed]);
    // The policy that blocks stands only in the console.
    expect(facts?.realtime).toBeUndefined();
  });

  test.each(['', 'ERROR: must be run as root', 'version = 7.20.17306.0'])(
    '%j is no status',
    (text) => expect(falconFacts(text)).toBeUndefined(),
  );
});

describe('sentinelctl', () => {
  test.each([
    {
      text: recorded('linux/sentinelctl-enabled.txt'),
      running: true,
      realtime: undefined,
      managed: true,
    },
    { text: 'Agent state Disabled\n', running: false, realtime: false, managed: undefined },
    {
      text: 'Agent state Enabled\nConnectivity Off\n',
      running: true,
      realtime: undefined,
      managed: undefined,
    },
  ])('$running', ({ text, ...facts }) => expect(sentinelFacts(text)).toMatchObject(facts));

  test.each(['', 'Permission denied'])('%j is no status', (text) =>
    expect(sentinelFacts(text)).toBeUndefined(),
  );
});

describe('ClamAV', () => {
  test.each([
    {
      text: 'ClamAV 1.4.6/27820/Fri Nov 20 10:34:56 2026\n',
      version: '1.4.6',
      database: '2026-11-20',
    },
    {
      text: 'ClamAV 1.4.6/27820/Mon Nov  2 10:34:56 2026',
      version: '1.4.6',
      database: '2026-11-02',
    },
    { text: 'ClamAV 1.4.6\n', version: '1.4.6', database: undefined },
    { text: 'ClamAV 0.103.11/27820/Thứ Sáu', version: '0.103.11', database: undefined },
    { text: 'ClamAV 1.4.6/0/Thu Jan  1 00:00:00 1970', version: '1.4.6', database: undefined },
    { text: 'ClamAV 1.4.6/99999/Fri Nov 20 10:34:56 2099', version: '1.4.6', database: undefined },
  ])('$text', ({ text, ...version }) => expect(clamVersion(text, now)).toEqual(version));

  test.each(['', 'bash: clamscan: command not found', `ClamAV ${'9'.repeat(100_000)}`])(
    'no version in %#',
    (text) => expect(clamVersion(text, now)).toBeUndefined(),
  );

  const standard = recorded('linux/clamconf-default.txt');
  const preventing = standard
    .replace('OnAccessPrevention disabled', 'OnAccessPrevention = "yes"')
    .replace('OnAccessIncludePath disabled', 'OnAccessIncludePath = "/home"');
  test.each([
    {
      name: 'daemon alone',
      daemon: true,
      onAccess: false,
      configuration: preventing,
      realtime: false,
      mode: 'on_demand',
    },
    {
      name: 'nothing runs',
      daemon: false,
      onAccess: false,
      configuration: preventing,
      realtime: false,
      mode: 'on_demand',
    },
    {
      name: 'on-access without its daemon',
      daemon: false,
      onAccess: true,
      configuration: preventing,
      realtime: false,
      mode: 'on_demand',
    },
    {
      name: 'on-access that blocks',
      daemon: true,
      onAccess: true,
      configuration: preventing,
      realtime: true,
      mode: 'block',
    },
    {
      name: 'on-access that only reports',
      daemon: true,
      onAccess: true,
      configuration: standard,
      realtime: undefined,
      mode: 'detect',
    },
    {
      name: 'on-access, configuration unknown',
      daemon: true,
      onAccess: true,
      configuration: undefined,
      realtime: undefined,
      mode: undefined,
    },
    {
      name: 'on-access that watches nothing',
      daemon: true,
      onAccess: true,
      configuration: preventing.replace(
        'OnAccessIncludePath = "/home"',
        'OnAccessIncludePath disabled',
      ),
      realtime: undefined,
      mode: undefined,
    },
  ])('$name', ({ daemon, onAccess, configuration, realtime, mode }) => {
    const version = { version: '1.4.6', database: undefined };
    const facts = clamFacts(version, { daemon, onAccess }, configuration);
    expect([facts.realtime, facts.mode]).toEqual([realtime, mode]);
  });

  test('processes that could not be listed say nothing', () => {
    const facts = clamFacts({ version: '1.4.6', database: undefined }, undefined, preventing);
    expect([facts.installed, facts.realtime, facts.mode]).toEqual([true, undefined, undefined]);
  });
});
