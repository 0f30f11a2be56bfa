import { field, type JsonObject, objectOf, objectsOf, parseJson } from '../plain-json.js';

/** Devices that stand on one another: a disk, its partition, the encrypted volume, the logical volume. */
const maxDevices = 16;

/**
 * Whether `/` lies on an encrypted device, by `lsblk -J`: it or one that it stands on is of type `crypt` or holds LUKS.
 * Undefined when no device is mounted there (containers, network disks, ZFS) or the text can't be read.
 */
export function rootEncrypted(stdout: string): boolean | undefined {
  const devices = field(objectOf(parseJson(stdout)), 'blockdevices');
  const found = Array.isArray(devices) ? below(objectsOf(devices), false, 0) : [];
  // `/` on several devices (RAID, btrfs): all of them must be encrypted.
  return found.length === 0 ? undefined : found.every((each) => each);
}

function below(devices: readonly JsonObject[], isAbove: boolean, depth: number): boolean[] {
  if (depth > maxDevices) return [];
  return devices.flatMap((device) => {
    const isEncrypted =
      isAbove || field(device, 'type') === 'crypt' || field(device, 'fstype') === 'crypto_LUKS';
    const points = [field(device, 'mountpoints'), field(device, 'mountpoint')].flat();
    const children = field(device, 'children');
    return [
      ...(points.includes('/') ? [isEncrypted] : []),
      ...(Array.isArray(children) ? below(objectsOf(children), isEncrypted, depth + 1) : []),
    ];
  });
}
