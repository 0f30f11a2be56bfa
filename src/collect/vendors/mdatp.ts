import { plausibleInstant } from '../observed-dates.js';
import { field, flag, objectOf, parseJson, words } from '../plain-json.js';
import type { ProductFacts } from '../record.js';

/** How the word for signatures that are current is written by different versions. */
const currentWords = ['uptodate', 'up_to_date', 'up-to-date'];
const outdatedWords = ['outdated', 'out_of_date', 'outofdate', 'expired'];

/**
 * What `mdatp health --output json` says of Microsoft Defender for Endpoint on Linux and macOS. `healthy` alone isn't
 * protection: passive mode or real-time protection switched off is a no, whatever else is well. Unhealthy or without a
 * licence it stays unknown whether real-time protection works.
 */
export function mdatpFacts(stdout: string, now: number): ProductFacts | undefined {
  const health = objectOf(parseJson(stdout));
  const yes = (name: string): boolean | undefined => flag(settingOf(field(health, name)));
  const healthy = yes('healthy');
  const realtime = yes('realTimeProtectionEnabled');
  const passive = yes('passiveModeEnabled');
  if (healthy === undefined && realtime === undefined && passive === undefined) return undefined;
  const isOff =
    realtime === false || passive === true || yes('realTimeProtectionAvailable') === false;
  const isOn =
    !isOff &&
    realtime === true &&
    passive === false &&
    healthy === true &&
    yes('licensed') !== false;
  const status = words(statusWord(field(health, 'definitionsStatus')))?.toLowerCase() ?? '';
  return {
    product_version: words(settingOf(field(health, 'appVersion'))),
    installed: true,
    running: true,
    realtime: isOn ? true : isOff ? false : undefined,
    mode: passive === true ? 'passive' : isOn ? 'block' : undefined,
    signatures_date: definitionsDate(field(health, 'definitionsUpdated'), now),
    signatures_current: currentWords.includes(status)
      ? true
      : outdatedWords.includes(status)
        ? false
        : undefined,
    auto_update: yes('automaticDefinitionUpdateEnabled'),
    managed: managed(field(health, 'managedBy'), field(health, 'orgId')),
    tamper_protection: tamper(settingOf(field(health, 'tamperProtection'))),
  };
}

/** A setting stands as it is, or as an object that also says who set it. */
function settingOf(setting: unknown): unknown {
  return objectOf(setting) ? field(objectOf(setting), 'value') : setting;
}

function statusWord(status: unknown): unknown {
  return objectOf(status) ? field(objectOf(status), '$type') : status;
}

/** Milliseconds since 1970, written as a text. */
function definitionsDate(value: unknown, now: number): string | undefined {
  const digits = /^\d{10,14}$/.exec(String(value))?.[0];
  return digits === undefined ? undefined : plausibleInstant(Number(digits), now);
}

/** Yes when it names who manages it and belongs to an organisation; that it is only onboarded doesn't say. */
function managed(by: unknown, organisation: unknown): true | undefined {
  const manager = words(by)?.toLowerCase();
  const isNamed =
    manager !== undefined && !['unknown', 'none', 'unmanaged', 'n/a'].includes(manager);
  return isNamed && words(organisation) !== undefined ? true : undefined;
}

function tamper(mode: unknown): boolean | undefined {
  const word = words(mode)?.toLowerCase();
  if (word === 'block') return true;
  return word === 'audit' || word === 'disabled' ? false : undefined;
}
