import { plausibleDate } from '../observed-dates.js';
import type { ProductFacts } from '../record.js';

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/**
 * What ClamAV's version line says: `ClamAV 1.4.6/27820/Fri Nov 20 10:34:56 2026` has the number and the date of the
 * database; without a database it is only `ClamAV 1.4.6`. The hour's zone isn't told, so the day counts.
 */
export function clamVersion(
  stdout: string,
  now: number,
): { readonly version: string; readonly database: string | undefined } | undefined {
  const line = /^ClamAV (\d+(?:\.\d+){1,3}\S{0,20}?)(?:\/(\d+)\/(.{0,40}))?\s*$/m.exec(stdout);
  if (line?.[1] === undefined) return undefined;
  const day = /^\w{3} (\w{3}) +(\d{1,2}) [\d:]{8} (\d{4})$/.exec(line[3]?.trim() ?? '');
  const month = months.indexOf(day?.[1] ?? '') + 1;
  return {
    version: line[1],
    database: month > 0 ? plausibleDate(Number(day?.[3]), month, Number(day?.[2]), now) : undefined,
  };
}

/** What of ClamAV runs. Undefined: the list of processes couldn't be had. */
export interface ClamProcesses {
  /** `clamd` scans only what it is asked to. */
  readonly daemon: boolean;
  /** `clamonacc` hands every opened file to the daemon. */
  readonly onAccess: boolean;
}

/**
 * What is known of ClamAV from its version and what of it runs. Without clamonacc it scans on demand only: real-time no.
 * With it, `clamconf` decides: prevention on blocks, off only reports; a configuration that can't be read leaves it
 * unknown. `running` isn't said here: that is the processes' word, of a weaker grade.
 */
export function clamFacts(
  version: { readonly version: string; readonly database: string | undefined },
  processes: ClamProcesses | undefined,
  configuration: string | undefined,
): ProductFacts {
  const facts = {
    product_version: version.version,
    installed: true,
    signatures_date: version.database,
  };
  if (!processes) return facts;
  if (!processes.onAccess || !processes.daemon) {
    return { ...facts, realtime: false, mode: 'on_demand' };
  }
  const prevents = setting(configuration, 'OnAccessPrevention');
  const watches = ['OnAccessIncludePath', 'OnAccessMountPath'].some(
    (name) => (setting(configuration, name) ?? 'disabled') !== 'disabled',
  );
  if (prevents === 'yes' && watches) return { ...facts, realtime: true, mode: 'block' };
  return prevents === 'disabled' || prevents === 'no' ? { ...facts, mode: 'detect' } : facts;
}

/** A setting as `clamconf` prints it: `Name = "value"` or `Name disabled`. */
function setting(configuration: string | undefined, name: string): string | undefined {
  const line = new RegExp(`^${name}(?: = "?([^"\\n]*)"?| (disabled))`, 'm').exec(
    configuration ?? '',
  );
  return line?.[1] ?? line?.[2];
}
