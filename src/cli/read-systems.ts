import { basename, dirname, join, sep } from 'node:path';
import type { Declarations } from '../conditions/declarations.js';
import type { Schemas } from '../documents/schemas.js';
import type { IsoDate } from '../domain/dates.js';
import { AppError, type Diagnostic } from '../domain/diagnostic.js';
import { FileProblem, type Files } from '../domain/files.js';
import type { InformationSystem } from '../domain/systems.js';
import { currentAgencies } from '../intake/agencies.js';
import { inventoryFile } from '../intake/folder-names.js';
import { readDocumentFile } from '../intake/read-file.js';
import { readInventory } from '../intake/read-inventory.js';
import { readWorkspace, type Workspace, workspaceFile } from '../intake/read-workspace.js';
import { message } from '../messages/catalogue.js';
import { openFolder } from '../platform/files.js';

/** Where systems are to be read from: a whole workspace, or one inventory with its folder and name. */
export type SystemsPlace =
  | { readonly workspace: Workspace; readonly files: Files; readonly path: string }
  | { readonly inventory: string; readonly files: Files; readonly path: string };

/** The systems in operation or on the way, their agencies' names where known, and what is wrong with the files. */
export interface SystemsReading {
  readonly systems: readonly InformationSystem[];
  readonly agencyNames: ReadonlyMap<string, string>;
  /** Agencies of the workspace without an inventory. */
  readonly missing: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * What a path names: the folder of a workspace, an agency's folder or an inventory. Throws `AppError` (exit 2) when it is
 * none of these, or the workspace's own files can't be used.
 */
export async function findSystems(
  path: string,
  schemas: Schemas,
  packs: readonly string[],
): Promise<SystemsPlace> {
  const files = openFolder(path);
  const listing = await listFolder(files, path);
  if (listing?.files.includes(workspaceFile)) {
    return { workspace: await readWorkspace(files, schemas, packs), files, path };
  }
  if (listing?.files.includes(inventoryFile)) return { inventory: inventoryFile, files, path };
  if (listing) {
    throw new AppError({
      message: message('classify.no_input', { path }),
      hints: [message('classify.no_input.hint')],
    });
  }
  const folder = dirname(path);
  return { inventory: basename(path), files: openFolder(folder), path: folder };
}

async function listFolder(files: Files, path: string) {
  try {
    return await files.list('');
  } catch (error) {
    if (!(error instanceof FileProblem)) throw error;
    throw new FileProblem(path, error.reason, error);
  }
}

/** Reads the systems, retired ones left out. What is wrong in one inventory never keeps the others from being read. */
export async function readSystems(
  place: SystemsPlace,
  options: {
    readonly schemas: Schemas;
    /** Undefined = facts aren't checked. */
    readonly declarations: Declarations | undefined;
    readonly asOf: IsoDate;
    /** For a single inventory: the agency that it must be of; undefined = any. */
    readonly agency: string | undefined;
    readonly onProgress: (done: number, total: number) => void;
  },
): Promise<SystemsReading> {
  const { schemas, declarations, onProgress } = options;
  const inventories =
    'inventory' in place
      ? [{ path: place.inventory, agency: options.agency }]
      : currentAgencies(place.workspace.agencies, options.asOf).map(({ id }) => ({
          path: `${place.workspace.submissions}/${id}/${inventoryFile}`,
          agency: id,
        }));
  const systems: InformationSystem[] = [];
  const diagnostics: Diagnostic[] = 'workspace' in place ? [...place.workspace.diagnostics] : [];
  const missing: string[] = [];
  for (const [i, { path, agency }] of inventories.entries()) {
    const file = await readDocumentFile(place.files, path);
    onProgress(i + 1, inventories.length);
    if ('problem' in file) {
      if ('workspace' in place && agency && file.problem.code === 'file.missing')
        missing.push(agency);
      else diagnostics.push(file.problem);
      continue;
    }
    const reading = readInventory(file.bytes, path, { schemas, agency, declarations });
    diagnostics.push(...reading.diagnostics);
    const all = reading.inventory?.systems ?? [];
    systems.push(...all.filter((system) => system.lifecycle !== 'retired'));
  }
  const typed = (path: string) => join(place.path, path).replaceAll(sep, '/');
  const agencies = 'workspace' in place ? place.workspace.agencies : [];
  return {
    systems,
    agencyNames: new Map(agencies.map(({ id, name }) => [id, name])),
    missing,
    diagnostics: diagnostics.map((each) =>
      each.file === undefined ? each : { ...each, file: typed(each.file) },
    ),
  };
}
