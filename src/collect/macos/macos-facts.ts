import { words } from '../plain-json.js';
import type { ProductFacts } from '../record.js';

/** Whether `fdesetup status` says that FileVault is on; while it still encrypts or decrypts the disk isn't encrypted. */
export function fileVault(stdout: string): boolean | undefined {
  if (/(?:en|de)cryption in progress/i.test(stdout)) return false;
  const word = /^FileVault is (On|Off)\b/im.exec(stdout)?.[1]?.toLowerCase();
  return word === undefined ? undefined : word === 'on';
}

/** Whether `socketfilterfw --getglobalstate` says that the firewall is on: State 1 for chosen services, 2 for all. */
export function macosFirewall(stdout: string): boolean | undefined {
  const state = /\(State = ([0-2])\)/.exec(stdout)?.[1];
  return state === undefined ? undefined : state !== '0';
}

/** Whether `spctl --status` says that Gatekeeper checks programs. */
export function gatekeeper(stdout: string): boolean | undefined {
  const word = /^assessments (enabled|disabled)\s*$/m.exec(stdout)?.[1];
  return word === undefined ? undefined : word === 'enabled';
}

/**
 * XProtect by the version of its bundle: it is there. It has no console and tells no real-time state, and the day of its
 * data isn't known.
 */
export function xprotectFacts(stdout: string): ProductFacts | undefined {
  const version = words(stdout);
  return version !== undefined && /^\d+(?:\.\d+)*$/.test(version)
    ? { product_version: version, installed: true }
    : undefined;
}
