import { basename, dirname, join, resolve, sep } from 'node:path';
import { loadSchemas } from '../documents/schemas.js';
import { AppError, type Diagnostic } from '../domain/diagnostic.js';
import { message } from '../messages/catalogue.js';
import { type PackOptions, type PackReading, readPack } from '../packs/read-pack.js';
import { listPacks, readPacks } from '../packs/read-packs.js';
import type { RulePack } from '../packs/types.js';
import { openFolder } from '../platform/files.js';
import { bundled } from './bundled.js';
import { suggest } from './suggest.js';

const packsFolder = 'rules/packs';

/**
 * Reads the packs that were named, in that order: each by the id of a bundled one, or by its folder. Without a name, all
 * bundled ones. Throws `AppError` (exit 2) for a name that is neither, with a near id as hint.
 */
export async function findPacks(
  names: readonly string[],
  options: PackOptions = {},
): Promise<readonly PackReading[]> {
  const schemas = await loadSchemas(bundled, 'schemas');
  const known = await listPacks(bundled, packsFolder);
  if (names.length === 0) return readPacks(bundled, packsFolder, known, schemas, options);
  const readings: PackReading[] = [];
  for (const name of names) {
    if (known.includes(name)) {
      readings.push(await readPack(bundled, `${packsFolder}/${name}`, schemas, options));
      continue;
    }
    const folder = resolve(name);
    const files = openFolder(dirname(folder));
    const listing = await files.list(basename(folder));
    if (!listing) throw unknownPack(name, known);
    const reading = await readPack(files, basename(folder), schemas, options);
    const diagnostics = reading.diagnostics.map((each) => asTyped(each, dirname(name)));
    readings.push({ ...reading, diagnostics });
  }
  return readings;
}

/** All bundled packs. Throws when one can't be used: that is a broken installation. */
export async function bundledPacks(options: PackOptions = {}): Promise<readonly RulePack[]> {
  return usablePacks(await findPacks([], options));
}

/** The packs, read without an error. Throws `AppError` (exit 2) with every reason otherwise. */
export function usablePacks(readings: readonly PackReading[]): readonly RulePack[] {
  const errors = readings
    .flatMap((reading) => reading.diagnostics)
    .filter((each) => each.severity === 'error');
  if (errors.length > 0) {
    throw new AppError({ message: message('pack.unusable'), diagnostics: errors });
  }
  return readings.flatMap((reading) => reading.pack ?? []);
}

/** The file's path as the person can open it: below the folder that was typed. */
function asTyped(diagnostic: Diagnostic, folder: string): Diagnostic {
  if (diagnostic.file === undefined) return diagnostic;
  return { ...diagnostic, file: join(folder, diagnostic.file).replaceAll(sep, '/') };
}

function unknownPack(id: string, known: readonly string[]): AppError {
  const near = suggest(id, known);
  return new AppError({
    message: message('pack.missing', { id }),
    hints: [
      near === undefined
        ? message('pack.bundled', { ids: known.join(', ') })
        : message('cli.did_you_mean', { name: near }),
    ],
  });
}
