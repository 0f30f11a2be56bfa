import type { EndpointRecord } from './record.js';

/** Names that Windows keeps for devices, whatever follows the point. */
const devices = /^(?:con|prn|aux|nul|com\d|lpt\d)$/i;

/** Long enough for every name that Windows and DNS allow in one label, short enough for every share. */
const maxHostLength = 63;

/**
 * The report's file name, `<host>-<yyyymmddThhmmssZ>-<suffix>.jsonl`: any share takes it, and `suffix` (random) keeps two
 * machines of one name apart. Letters outside of ASCII, and what Windows refuses in names, become `_`.
 */
export function reportFileName(host: string, now: number, suffix: string): string {
  const plain = host
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^A-Za-z0-9_-]+/g, '_')
    .replace(/^-+/, '_')
    .slice(0, maxHostLength);
  const name = plain === '' || devices.test(plain) ? `_${plain}` : plain;
  const time = `${new Date(now).toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`;
  return `${name}-${time}-${suffix}.jsonl`;
}

/** The report as lines of JSON, one record each; facts that aren't known are left out. */
export function reportLines(records: readonly EndpointRecord[]): string {
  return records.map((each) => `${JSON.stringify(each)}\n`).join('');
}
