import type { ProductFacts } from '../record.js';

/**
 * What `sentinelctl control status` says of the SentinelOne agent: whether it is enabled, and whether it reaches its
 * console. Whether it blocks or only detects isn't said, so real-time protection stays unknown unless it is disabled.
 */
export function sentinelFacts(stdout: string): ProductFacts | undefined {
  const say = (label: string): string | undefined =>
    new RegExp(`^\\s*${label}\\s*:?\\s+(\\w+)`, 'im').exec(stdout)?.[1]?.toLowerCase();
  const state = say('agent state');
  if (state === undefined) return undefined;
  const isDisabled = state === 'disabled';
  return {
    installed: true,
    running: state === 'enabled' ? true : isDisabled ? false : undefined,
    realtime: isDisabled ? false : undefined,
    managed: say('connectivity') === 'on' ? true : undefined,
  };
}
