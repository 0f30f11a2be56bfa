import { expect, test } from 'vitest';
import {
  fileVault,
  gatekeeper,
  macosFirewall,
  xprotectFacts,
} from '../../../src/collect/macos/macos-facts.js';
import { recorded } from './fixtures.js';

test.each([
  { text: recorded('macos/fdesetup-on.txt'), on: true },
  { text: 'FileVault is Off.\n', on: false },
  { text: 'FileVault is On.\nEncryption in progress: Percent completed = 12\n', on: false },
  { text: 'FileVault is Off.\nDecryption in progress: Percent completed = 90\n', on: false },
  { text: 'FileVault đã bật.', on: undefined },
  { text: '', on: undefined },
])('FileVault: $text', ({ text, on }) => expect(fileVault(text)).toBe(on));

test.each([
  { text: recorded('macos/socketfilterfw-on.txt'), on: true },
  { text: 'Firewall is blocking all non-essential incoming connections. (State = 2)\n', on: true },
  { text: 'Firewall is disabled. (State = 0)\n', on: false },
  { text: 'Firewall is enabled.', on: undefined },
])('firewall: $text', ({ text, on }) => expect(macosFirewall(text)).toBe(on));

test.each([
  { text: recorded('macos/spctl-on.txt'), on: true },
  { text: 'assessments disabled\n', on: false },
  { text: 'đã bật', on: undefined },
])('Gatekeeper: $text', ({ text, on }) => expect(gatekeeper(text)).toBe(on));

test('XProtect is there, and nothing more is known of it', () => {
  expect(xprotectFacts(recorded('macos/xprotect.txt'))).toEqual({
    product_version: '5324',
    installed: true,
  });
  expect(xprotectFacts('The domain/default pair does not exist')).toBeUndefined();
});
