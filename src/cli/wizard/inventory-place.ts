import { join } from 'node:path';
import type { Schemas } from '../../documents/schemas.js';
import { AppError } from '../../domain/diagnostic.js';
import { inventoryFile } from '../../intake/folder-names.js';
import { readDocumentFile } from '../../intake/read-file.js';
import { message } from '../../messages/catalogue.js';
import { findSystems } from '../read-systems.js';

/** The file that a system is to be written to. */
export interface InventoryPlace {
  /** As the person typed it, for messages. */
  readonly shown: string;
  /** For the file system, links followed. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** The folder when there is no inventory in it. */
export type WizardPlace = InventoryPlace | { readonly folder: string };

/**
 * What `--ask` was pointed at: an inventory, the folder of an agency, or any other folder. Throws `AppError` (exit 2) when
 * it is a whole workspace, and for a file or folder that isn't there.
 */
export async function findInventory(
  path: string,
  schemas: Schemas,
  packs: readonly string[],
): Promise<WizardPlace> {
  const place = await found(path, schemas, packs);
  if (!place) return { folder: path };
  if ('workspace' in place) {
    const { submissions } = place.workspace;
    const agency = place.workspace.agencies[0]?.id ?? '…';
    throw new AppError({
      message: message('wizard.workspace', { path }),
      hints: [message('wizard.workspace.hint', { example: `${submissions}/${agency}` })],
    });
  }
  const { files, inventory } = place;
  const shown = place.path === path ? inventoryIn(path) : path;
  const reading = await readDocumentFile(files, inventory);
  if ('problem' in reading) {
    const { message: said, hint } = reading.problem;
    throw new AppError({
      message: { ...said, params: { ...said.params, path: shown } },
      hints: hint ? [hint] : [],
    });
  }
  return { shown, path: files.nativePath(inventory), bytes: reading.bytes };
}

async function found(path: string, schemas: Schemas, packs: readonly string[]) {
  try {
    return await findSystems(path, schemas, packs);
  } catch (error) {
    if (error instanceof AppError && error.code === 'classify.no_input') return undefined;
    throw error;
  }
}

/** Where an inventory would be in a folder. */
export function inventoryIn(folder: string): string {
  return join(folder, inventoryFile);
}
