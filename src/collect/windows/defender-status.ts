import { powershellDate } from '../observed-dates.js';
import { field, flag, type JsonObject, words } from '../plain-json.js';
import type { ProductFacts } from '../record.js';

/** `FullScanAge` of a machine that was never scanned. */
const never = 4_294_967_295;

/**
 * What `Get-MpComputerStatus` says of Microsoft Defender Antivirus. Only the running mode `Normal` with every real-time
 * switch on protects: in passive mode and EDR block mode another product has that work. Central management isn't told.
 */
export function defenderFacts(item: JsonObject, now: number): ProductFacts | undefined {
  const yes = (name: string): boolean | undefined => flag(field(item, name));
  const mode = words(field(item, 'AMRunningMode'))?.toLowerCase();
  const service = yes('AMServiceEnabled');
  const switches = ['AntivirusEnabled', 'RealTimeProtectionEnabled'].map(yes);
  const onAccess = yes('OnAccessProtectionEnabled');
  if (mode === undefined && service === undefined && switches.every((each) => each === undefined)) {
    return undefined;
  }
  const isPassive = mode !== undefined && /passive|edr block/.test(mode);
  const isOff =
    isPassive ||
    mode === 'not running' ||
    [service, onAccess, ...switches].some((each) => each === false);
  const isOn = !isOff && mode === 'normal' && switches.every((each) => each === true);
  return {
    product_version: words(field(item, 'AMProductVersion')),
    installed: true,
    running: mode === 'not running' ? false : service,
    realtime: isOn ? true : isOff ? false : undefined,
    mode: isPassive ? 'passive' : isOn ? 'block' : undefined,
    signatures_date: powershellDate(field(item, 'AntivirusSignatureLastUpdated'), now),
    signatures_current: invert(yes('DefenderSignaturesOutOfDate')),
    tamper_protection: yes('IsTamperProtected'),
  };
}

/** When Defender last looked through the whole machine; undefined when it never did or doesn't say. */
export function lastFullScan(item: JsonObject, now: number): string | undefined {
  if (field(item, 'FullScanAge') === never) return undefined;
  return powershellDate(field(item, 'FullScanEndTime'), now);
}

function invert(value: boolean | undefined): boolean | undefined {
  return value === undefined ? undefined : !value;
}
