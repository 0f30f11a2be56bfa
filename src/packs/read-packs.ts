import type { Schemas } from '../documents/schemas.js';
import type { Effective, IsoDate } from '../domain/dates.js';
import { isInForce } from '../domain/dates.js';
import type { Files } from '../domain/files.js';
import { type PackOptions, type PackReading, readPack } from './read-pack.js';
import type { RulePack } from './types.js';

/** Ids of the packs in a folder, in code-unit order. */
export async function listPacks(files: Files, folder: string): Promise<readonly string[]> {
  return (await files.list(folder))?.folders ?? [];
}

/** Reads the named packs of a folder, in the order given. */
export async function readPacks(
  files: Files,
  folder: string,
  ids: readonly string[],
  schemas: Schemas,
  options: PackOptions = {},
): Promise<readonly PackReading[]> {
  const readings: PackReading[] = [];
  for (const id of ids) readings.push(await readPack(files, `${folder}/${id}`, schemas, options));
  return readings;
}

/** The packs that bind on a date, in the order given. */
function packsInForce<Pack extends { readonly effective: Effective }>(
  packs: readonly Pack[],
  asOf: IsoDate,
): readonly Pack[] {
  return packs.filter((pack) => isInForce(pack.effective, asOf));
}

/** What the packs in force say together: the first that has a part gives it (the workspace's order decides). */
export interface RulesInForce {
  readonly packs: readonly RulePack[];
  readonly classification?: RulePack;
  readonly approval?: RulePack;
  readonly requirements?: RulePack;
  readonly transition?: RulePack;
  readonly endpointChecks?: RulePack;
  readonly targets: readonly RulePack[];
}

export function rulesInForce(packs: readonly RulePack[], asOf: IsoDate): RulesInForce {
  const binding = packsInForce(packs, asOf);
  const first = (has: (pack: RulePack) => unknown) =>
    binding.find((pack) => has(pack) !== undefined);
  const classification = first((pack) => pack.classification);
  const approval = first((pack) => pack.approval);
  const requirements = first((pack) => pack.requirements);
  const transition = first((pack) => pack.transition);
  const endpointChecks = first((pack) => pack.endpointChecks);
  return {
    packs: binding,
    ...(classification && { classification }),
    ...(approval && { approval }),
    ...(requirements && { requirements }),
    ...(transition && { transition }),
    ...(endpointChecks && { endpointChecks }),
    targets: binding.filter((pack) => pack.targets !== undefined),
  };
}
