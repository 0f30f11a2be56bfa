import { words } from '../plain-json.js';
import type { ProductFacts } from '../record.js';

/**
 * What `falconctl -g --aid --rfm-state --version` says of the CrowdStrike sensor. Reduced functionality mode isn't
 * protection. A healthy sensor proves no blocking: its prevention policy stands only in the console. An agent id shows
 * that it registered there once.
 */
export function falconFacts(stdout: string): ProductFacts | undefined {
  const aid = /\baid\s*=\s*"?([0-9a-f]{32})\b/i.exec(stdout)?.[1];
  const isNeverRegistered = /\baid is not set/i.test(stdout);
  const reduced = /\brfm-state\s*=\s*(true|false)\b/i.exec(stdout)?.[1]?.toLowerCase();
  const version = /\bversion\s*=\s*(\d[\d.-]*\d)/i.exec(stdout)?.[1];
  if (aid === undefined && !isNeverRegistered && reduced === undefined) return undefined;
  return {
    product_version: words(version),
    installed: true,
    mode: reduced === 'true' ? 'reduced' : undefined,
    managed: isNeverRegistered ? false : undefined,
  };
}
