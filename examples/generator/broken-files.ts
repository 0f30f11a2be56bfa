import type { FileContent } from './exports.js';
import type { AgencyProfile } from './profiles.js';
import type { Random } from './random.js';

/** A hand-in with the profile's defect put in: files by path inside the agency's folder. */
export function withDefect(
  profile: AgencyProfile,
  files: ReadonlyMap<string, FileContent>,
  random: Random,
): Map<string, FileContent> {
  const result = new Map(files);
  const inventory = String(files.get('inventory.yaml') ?? '');
  switch (profile.defect) {
    case undefined:
      break;
    case 'yaml_syntax':
      // A quote lost while typing: the rest of the file can't be read.
      result.set('inventory.yaml', inventory.replace(/^( {4}name: ".*)"$/m, '$1'));
      break;
    case 'unknown_key':
      result.set('inventory.yaml', inventory.replace('declared_level:', 'declared_levell:'));
      break;
    case 'binary_export':
      result.set('endpoints/ksc.csv', rubbish(random));
      break;
    case 'empty_export':
      result.set('endpoints/ksc.csv', '');
      break;
    case 'unrecognised_export':
      result.set('endpoints/bao-cao-may-in.csv', printerReport(random));
      break;
  }
  return result;
}

/** What is left of a spreadsheet after a broken transfer. */
function rubbish(random: Random): Uint8Array {
  return Uint8Array.from({ length: 6000 }, () => random.int(0, 255));
}

/** A list of pages printed: well-formed, but not about protection of endpoints. */
function printerReport(random: Random): string {
  const rows = Array.from(
    { length: 14 },
    (_, index) =>
      `MI-${String(index + 1).padStart(2, '0')},${random.int(300, 9000)},${random.int(5, 95)}%`,
  );
  return ['Ma may in,So trang da in,Muc con lai', ...rows, ''].join('\r\n');
}
