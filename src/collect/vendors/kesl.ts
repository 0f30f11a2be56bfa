import { leadingDate } from '../observed-dates.js';
import { field, type JsonObject, objectOf, parseJson, words } from '../plain-json.js';
import type { ProductFacts } from '../record.js';

/**
 * What `kesl-control --app-info --json` says of Kaspersky Endpoint Security for Linux; the plain listing of older versions
 * (`Name:  value`) is read too. Labels in another language leave everything but the installation unknown. Real-time
 * protection without loaded databases isn't taken as on.
 */
export function keslFacts(stdout: string, now: number): ProductFacts | undefined {
  const info = objectOf(parseJson(stdout)) ?? listing(stdout);
  const say = (...labels: readonly string[]): string | undefined =>
    labels
      .map((label) => words(field(info, label))?.toLowerCase())
      .find((each) => each !== undefined);
  if (Object.keys(info).length === 0) return undefined;
  const loaded = say('Application databases loaded', 'Anti-virus databases loaded');
  const realtime = say('File Threat Protection', 'File monitoring');
  const isOff = realtime === 'available and stopped';
  const isOn = realtime === 'available and running' && loaded !== 'no' && loaded !== 'none';
  const policy = say('Policy');
  return {
    product_version: words(field(info, 'Version')),
    installed: true,
    realtime: isOff ? false : isOn ? true : undefined,
    signatures_date: leadingDate(field(info, 'Last release date of databases'), now),
    signatures_current: loaded === 'no' || loaded === 'none' ? false : undefined,
    managed: policy === 'applied' ? true : policy === 'not applied' ? false : undefined,
  };
}

/** Longest listing that is looked at: the real one has some thirty lines. */
const maxLines = 200;

/** `Label:   value` lines as an object; a line without a colon is left out. */
function listing(stdout: string): JsonObject {
  const pairs = stdout.split('\n', maxLines).flatMap((line): [string, string][] => {
    const at = line.indexOf(':');
    const label = line.slice(0, at).trim();
    return at > 0 && label !== '' && label.length <= 80 ? [[label, line.slice(at + 1).trim()]] : [];
  });
  return Object.fromEntries(pairs);
}
