import { join, sep } from 'node:path';
import { catalogueOf, inventoryFacts } from '../../audit/read-province.js';
import type { Schemas } from '../../documents/schemas.js';
import { formatDate, type IsoDate } from '../../domain/dates.js';
import { AppError, type Diagnostic, exitCode } from '../../domain/diagnostic.js';
import type { Files } from '../../domain/files.js';
import type { Level } from '../../domain/rules.js';
import type { InformationSystem } from '../../domain/systems.js';
import { readAgencies } from '../../intake/read-agencies.js';
import type { CatalogueLookup } from '../../intake/read-checklist.js';
import { type ChecklistsReading, readChecklists } from '../../intake/read-checklists.js';
import { readDocumentFile } from '../../intake/read-file.js';
import { message } from '../../messages/catalogue.js';
import { readPacks, rulesInForce } from '../../packs/read-packs.js';
import type { RulePack } from '../../packs/types.js';
import { openFolder } from '../../platform/files.js';
import { classifySystem } from '../../systems/composite.js';
import { bundled } from '../bundled.js';
import { usablePacks } from '../find-packs.js';
import { findSystems, readSystems } from '../read-systems.js';
import { type InventoryPlace, openRulebook, placeOfInventory } from '../rulebook.js';
import { suggest } from '../suggest.js';

/** A system that may have a checklist, with every level that is said of it; null = none. */
export interface LevelledSystem {
  readonly system: InformationSystem;
  readonly approved: Level | null;
  readonly computed: Level | null;
  readonly declared: Level | null;
}

/** An agency with its systems and what it has answered so far. */
export interface ChecklistAgency {
  readonly id: string;
  readonly name: string;
  /** Its folder within `files`; empty when that is where `files` was opened. */
  readonly folder: string;
  readonly systems: readonly LevelledSystem[];
  readonly checklists: ChecklistsReading;
}

/** Everything that exporting and importing checklists need of a workspace, an agency's folder or an inventory. */
export interface OpenChecklists {
  readonly agencies: readonly ChecklistAgency[];
  /** The packs with catalogues at hand, the wanted one first. */
  readonly packs: readonly RulePack[];
  /** The pack whose catalogues bind on the date, or the wanted one. */
  readonly pack: RulePack;
  readonly catalogue: CatalogueLookup;
  readonly schemas: Schemas;
  readonly files: Files;
  /** The path of a file within `files` as the person can open it. */
  readonly typed: (path: string) => string;
  /** Remarks on the inventories, files named as typed. */
  readonly diagnostics: readonly Diagnostic[];
}

export interface OpenOptions {
  readonly path: string;
  readonly asOf: IsoDate;
  /** Id of the pack whose catalogues are wanted; undefined = the one in force. */
  readonly pack: string | undefined;
  readonly onProgress: (done: number, total: number) => void;
}

/** Throws `AppError`: exit 2 when the path, the workspace or a pack can't be used, exit 4 when no catalogue is in force. */
export async function openChecklists(options: OpenOptions): Promise<OpenChecklists> {
  const { asOf, onProgress } = options;
  const rules = await openRulebook(asOf, onProgress);
  const { schemas } = rules;
  const place = await findSystems(options.path, schemas, rules.packs);
  const around: InventoryPlace =
    'workspace' in place
      ? { agency: undefined, packs: place.workspace.packs }
      : await placeOfInventory(`${place.path}/${place.inventory}`, rules);
  const wanted = options.pack === undefined ? [] : [knownPack(options.pack, rules.packs)];
  const packs = usablePacks(
    await readPacks(bundled, 'rules/packs', [...new Set([...wanted, ...around.packs])], schemas, {
      catalogues: true,
    }),
  );
  const binding = rulesInForce(packs, asOf);
  const pack = wanted.length > 0 ? packs[0] : binding.requirements;
  if (!pack?.requirements?.levels.length) throw noCatalogue(packs, options.pack, asOf);
  const reading = await readSystems(place, {
    schemas,
    declarations: inventoryFacts(packs, binding),
    asOf,
    agency: around.agency,
    onProgress,
  });
  const catalogue: CatalogueLookup = (id, level) => catalogueOf(packs, id, level);
  const classification = binding.classification?.classification;
  const names = new Map([...(await namesAround(around, schemas)), ...reading.agencyNames]);
  const ids = [...new Set(reading.systems.map((system) => system.agency))];
  const agencies: ChecklistAgency[] = [];
  for (const id of ids) {
    const folder = 'workspace' in place ? `${place.workspace.submissions}/${id}` : '';
    const own = reading.systems.filter((system) => system.agency === id);
    agencies.push({
      id,
      name: names.get(id) ?? id,
      folder,
      systems: own.map((system) => levelled(system, classification, asOf)),
      checklists: await readChecklists(place.files, folder, {
        schemas,
        agency: id,
        systems: own.map((system) => system.id),
        requirements: catalogue,
        asOf,
      }),
    });
  }
  return {
    agencies,
    packs,
    pack,
    catalogue,
    schemas,
    files: place.files,
    typed: (path) => join(place.path, path).replaceAll(sep, '/'),
    diagnostics: reading.diagnostics,
  };
}

/** Names of the agencies of the workspace around an agency's folder; none when they can't be read. */
async function namesAround(
  { agencies }: InventoryPlace,
  schemas: Schemas,
): Promise<ReadonlyMap<string, string>> {
  if (!agencies) return new Map();
  const file = await readDocumentFile(openFolder(agencies.folder), agencies.path);
  const list = 'problem' in file ? undefined : readAgencies(file.bytes, agencies.path, schemas);
  return new Map(list?.agencies?.map(({ id, name }) => [id, name]));
}

function levelled(
  system: InformationSystem,
  classification: Parameters<typeof classifySystem>[0] | undefined,
  asOf: IsoDate,
): LevelledSystem {
  const computed = classification && classifySystem(classification, system, { asOf }).computedLevel;
  return {
    system,
    approved: system.approval?.level ?? null,
    computed: typeof computed === 'number' ? computed : null,
    declared: system.declaredLevel ?? null,
  };
}

function knownPack(id: string, known: readonly string[]): string {
  if (known.includes(id)) return id;
  const near = suggest(id, known);
  throw new AppError({
    message: message('pack.missing', { id }),
    hints: [
      near === undefined
        ? message('pack.bundled', { ids: known.join(', ') })
        : message('cli.did_you_mean', { name: near }),
    ],
  });
}

function noCatalogue(
  packs: readonly RulePack[],
  wanted: string | undefined,
  asOf: IsoDate,
): AppError {
  const able = packs.filter((pack) => pack.requirements?.levels.length).map(({ id }) => id);
  const hint =
    able.length > 0
      ? message('checklist_export.packs', { packs: able.join(', ') })
      : message('checklist_export.no_packs');
  if (wanted !== undefined) {
    return new AppError({
      message: message('checklist_export.pack_without', { id: wanted }),
      hints: [hint],
    });
  }
  return new AppError({
    message: message('checklist_export.none_in_force', { date: formatDate(asOf) }),
    hints: [hint],
    exit: exitCode.inconclusive,
  });
}
