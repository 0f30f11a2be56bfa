import { monthDayYear } from '../observed-dates.js';
import { field, flag, type JsonObject, words } from '../plain-json.js';
import type { MachineFacts } from '../record.js';
import type { ServiceState } from '../traces.js';

/** From this build on a client is Windows 11, though the registry goes on saying "Windows 10". */
const firstWindows11Build = 22_000;

/** Name, version, build with revision, edition and kind from the registry's `CurrentVersion`. */
export function windowsVersion(item: JsonObject): MachineFacts {
  const build = words(field(item, 'CurrentBuildNumber'));
  const revision = words(field(item, 'UBR'));
  const type = words(field(item, 'InstallationType'))?.toLowerCase();
  const name = words(field(item, 'ProductName'));
  const isClient = type === 'client';
  const isEleven = isClient && Number(build) >= firstWindows11Build;
  return {
    os_name: isEleven ? name?.replace(/^Windows 10\b/, 'Windows 11') : name,
    os_version: words(field(item, 'DisplayVersion')) ?? words(field(item, 'ReleaseId')),
    os_build: build !== undefined && revision !== undefined ? `${build}.${revision}` : build,
    os_edition: words(field(item, 'EditionID')),
    kind: isClient ? 'workstation' : type?.startsWith('server') ? 'server' : undefined,
  };
}

/** Whether the firewall is on in all three profiles; undefined unless each of them says so. */
export function windowsFirewall(items: readonly JsonObject[]): boolean | undefined {
  const states = ['domain', 'private', 'public'].map((profile) =>
    flag(
      field(
        items.find((item) => words(field(item, 'Name'))?.toLowerCase() === profile),
        'Enabled',
      ),
    ),
  );
  if (states.includes(false)) return false;
  return states.every((each) => each === true) ? true : undefined;
}

/**
 * Whether BitLocker protects the system volume: encrypted whole and protection not suspended. Undefined when there is no
 * such volume or it is locked.
 */
export function systemDiskEncrypted(items: readonly JsonObject[]): boolean | undefined {
  const volumes = items.filter((item) => field(item, 'VolumeType') === 'OperatingSystem');
  const states = volumes.map((volume) => {
    const status = words(field(volume, 'VolumeStatus'));
    const protection = flag(field(volume, 'ProtectionStatus'));
    if (status === undefined || status === 'Unknown') return undefined;
    if (status !== 'FullyEncrypted' || protection === false) return false;
    return protection === true && field(volume, 'EncryptionPercentage') === 100 ? true : undefined;
  });
  if (states.includes(false)) return false;
  return states.length > 0 && states.every((each) => each === true) ? true : undefined;
}

/** Services by their short names; one without a name is left out. */
export function windowsServices(items: readonly JsonObject[]): readonly ServiceState[] {
  return items.flatMap((item) => {
    const name = words(field(item, 'Name'));
    return name === undefined ? [] : [{ name, running: flag(field(item, 'Started')) }];
  });
}

/** The day on which Windows last noted an update, `YYYY-MM-DD`. It may be later in truth: not every update is noted. */
export function lastUpdate(items: readonly JsonObject[], now: number): string | undefined {
  return items
    .flatMap((item) => monthDayYear(field(item, 'InstalledOn'), now) ?? [])
    .sort()
    .at(-1);
}
