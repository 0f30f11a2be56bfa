import { describe, expect, test } from 'vitest';
import {
  firewalldIncoming,
  linuxFirewall,
  nftIncoming,
  ufwIncoming,
} from '../../../src/collect/linux/linux-firewall.js';
import { rootEncrypted } from '../../../src/collect/linux/root-encrypted.js';
import { systemdUnits } from '../../../src/collect/linux/systemd-units.js';
import { recorded } from './fixtures.js';

describe('firewall', () => {
  test.each([
    { file: 'nft-policy-drop.json', incoming: 'refused' },
    { file: 'nft-firewalld.json', incoming: 'refused' },
    { file: 'nft-jump-only.json', incoming: 'unclear' },
    { file: 'nft-accept-only.json', incoming: 'open' },
    { file: 'nft-empty.json', incoming: 'open' },
  ])('$file: $incoming', ({ file, incoming }) => {
    expect(nftIncoming(recorded(`linux/${file}`))).toBe(incoming);
  });

  test('a rule that refuses some packets only is unclear', () => {
    const text = recorded('linux/nft-accept-only.json').replace(
      '{"accept": null}',
      '{"drop": null}',
    );
    expect(nftIncoming(text)).toBe('unclear');
  });

  test.each(['', 'null', '{"nftables":1}', 'Operation not permitted'])('%j is no ruleset', (text) =>
    expect(nftIncoming(text)).toBeUndefined(),
  );

  test.each([
    { text: recorded('linux/ufw-active.txt'), incoming: 'refused' },
    { text: recorded('linux/ufw-active.txt').replace('deny (in', 'allow (in'), incoming: 'open' },
    { text: 'Status: active\n', incoming: 'unclear' },
    { text: 'Status: inactive\n', incoming: 'inactive' },
    { text: 'Trạng thái: kích hoạt\n', incoming: undefined },
  ])('ufw $incoming', ({ text, incoming }) => expect(ufwIncoming(text)).toBe(incoming));

  test.each([
    { state: 'running\n', zone: 'public\n', incoming: 'refused' },
    { state: 'running\n', zone: 'trusted\n', incoming: 'open' },
    { state: 'running\n', zone: undefined, incoming: 'unclear' },
    { state: 'not running\n', zone: undefined, incoming: 'inactive' },
    { state: 'đang chạy', zone: 'public', incoming: undefined },
  ])('firewalld $state $zone: $incoming', ({ state, zone, incoming }) =>
    expect(firewalldIncoming(state, zone)).toBe(incoming),
  );

  test.each([
    { nft: 'refused', managers: [], on: true },
    { nft: undefined, managers: ['refused'], on: true },
    { nft: 'unclear', managers: ['refused'], on: true },
    { nft: 'open', managers: [undefined], on: false },
    { nft: undefined, managers: ['open'], on: false },
    // The kernel's rules don't show what the manager claims: older tables of the kernel may hold it.
    { nft: 'open', managers: ['refused'], on: undefined },
    { nft: undefined, managers: ['inactive'], on: undefined },
    { nft: 'unclear', managers: ['inactive'], on: undefined },
    { nft: undefined, managers: [undefined, undefined], on: undefined },
  ] as const)('nft $nft, managers $managers: $on', ({ nft, managers, on }) =>
    expect(linuxFirewall(nft, ...managers)).toBe(on),
  );
});

describe('disk', () => {
  test.each([
    { file: 'lsblk-luks-lvm.json', encrypted: true },
    { file: 'lsblk-luks-home-only.json', encrypted: false },
    { file: 'lsblk-plain.json', encrypted: false },
  ])('$file: $encrypted', ({ file, encrypted }) =>
    expect(rootEncrypted(recorded(`linux/${file}`))).toBe(encrypted),
  );

  test.each([
    {
      name: 'no root among the devices',
      text: '{"blockdevices":[{"name":"sda","type":"disk","mountpoints":["/data"]}]}',
    },
    { name: 'no devices', text: '{"blockdevices":[]}' },
    { name: 'nothing', text: '' },
    { name: 'words', text: 'lsblk: unknown column: MOUNTPOINTS' },
    {
      name: 'a nest without end',
      text: `${'{"blockdevices":[{"children":['.repeat(1)}${'{"children":['.repeat(500)}${']}'.repeat(500)}]}]}`,
    },
  ])('$name: unknown', ({ text }) => expect(rootEncrypted(text)).toBeUndefined());

  test('one of two disks of the root is open', () => {
    const text =
      '{"blockdevices":[{"type":"disk","mountpoints":["/"]},{"type":"crypt","mountpoints":["/"]}]}';
    expect(rootEncrypted(text)).toBe(false);
  });
});

describe('systemd', () => {
  test('units in memory with their state, others stopped, names without a unit none', () => {
    const units = systemdUnits(
      recorded('linux/systemctl-show.txt'),
      recorded('linux/systemctl-list-unit-files.txt'),
    );
    expect(Object.fromEntries(units.map(({ name, running }) => [name, running]))).toEqual({
      'ssh.service': true,
      'clamav-freshclam.service': true,
      'kesl.service': false,
      'apt-daily.timer': true,
      'ufw.service': undefined,
      'clamav-daemon.service': false,
      'user@.service': false,
    });
  });

  test.each(['', 'System has not been booted with systemd as init system (PID 1).', '\u0000\n\n='])(
    '%j has no units',
    (text) => expect(systemdUnits(text, text)).toEqual([]),
  );
});
