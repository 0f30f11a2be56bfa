import { type Declarations, declarationsById } from '../../conditions/declarations.js';
import type { IsoDate } from '../../domain/dates.js';
import { AppError, type Diagnostic } from '../../domain/diagnostic.js';
import type { InformationSystem } from '../../domain/systems.js';
import type { Inventory } from '../../intake/inventory.js';
import { readInventory } from '../../intake/read-inventory.js';
import { message } from '../../messages/catalogue.js';
import { type ClassificationInForce, classificationInForce } from '../classification-in-force.js';
import { openRulebook, placeOfInventory, type Rulebook } from '../rulebook.js';
import { suggest } from '../suggest.js';
import { findInventory, type InventoryPlace, inventoryIn } from './inventory-place.js';

/** An inventory that takes the new entry, or has the one that is asked about again. */
export interface WizardInventory {
  readonly place: InventoryPlace;
  /** The file as text, to the byte. */
  readonly text: string;
  readonly inventory: Inventory;
  /** Errors that a new version of the file has and the present one has not. */
  newErrors(text: string): readonly Diagnostic[];
}

/** What the questions are about, and by which table. */
export interface WizardTarget extends ClassificationInForce {
  /** Undefined when there is no file to write to. */
  readonly file: WizardInventory | undefined;
  /** As the person typed it, for messages. */
  readonly folder: string;
  /** Id of the agency, where known. */
  readonly agency: string | undefined;
  /** The entry that is asked about again, and its number in the file; undefined for a new one. */
  readonly system: { readonly entry: InformationSystem; readonly index: number } | undefined;
}

/**
 * Finds the inventory at `path`, the table in force and, when `system` is named, its entry. Throws `AppError`: exit 2 when
 * one of them isn't there or the inventory has errors that keep it from being read, exit 4 when no table is in force.
 */
export async function findTarget(options: {
  readonly path: string;
  readonly system: string | undefined;
  readonly pack: string | undefined;
  readonly asOf: IsoDate;
}): Promise<WizardTarget> {
  const { path: folder, system, pack, asOf } = options;
  const rules = await openRulebook(asOf, () => undefined);
  const place = await findInventory(folder, rules.schemas, rules.packs);
  const shown = 'folder' in place ? inventoryIn(folder) : place.shown;
  const around = await placeOfInventory(shown, rules);
  const binding = await classificationInForce(pack === undefined ? around.packs : [pack], asOf);
  if ('folder' in place) {
    if (system !== undefined) {
      throw new AppError({ message: message('wizard.no_inventory_for_system', { path: folder }) });
    }
    return { ...binding, file: undefined, folder, agency: around.agency, system: undefined };
  }
  const declarations = declarationsById(binding.classification.facts);
  const file = openInventory(place, rules, around.agency, declarations);
  return {
    ...binding,
    file,
    folder,
    agency: file.inventory.agency,
    system: system === undefined ? undefined : findEntry(file, system),
  };
}

function openInventory(
  place: InventoryPlace,
  { schemas }: Rulebook,
  agency: string | undefined,
  declarations: Declarations,
): WizardInventory {
  const read = (bytes: Uint8Array) =>
    readInventory(bytes, place.shown, { schemas, agency, declarations });
  const { inventory, diagnostics } = read(place.bytes);
  if (!inventory) {
    throw new AppError({
      message: message('wizard.unusable', { path: place.shown }),
      hints: [message('wizard.unusable.hint')],
      diagnostics,
    });
  }
  return {
    place,
    // Anything but UTF-8 was refused just now. A byte order mark is part of what stays.
    text: new TextDecoder('utf-8', { ignoreBOM: true }).decode(place.bytes),
    inventory,
    newErrors: (text) => {
      const before = new Set(errors(diagnostics).map(keyOf));
      const after = errors(read(new TextEncoder().encode(text)).diagnostics);
      return after.filter((each) => !before.has(keyOf(each)));
    },
  };
}

function errors(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  return diagnostics.filter((each) => each.severity === 'error');
}

/** The same problem in two versions of a file, whose lines differ. */
function keyOf({ code, pointer, message: said }: Diagnostic): string {
  return JSON.stringify([code, pointer, said]);
}

function findEntry({ inventory, place }: WizardInventory, id: string): WizardTarget['system'] {
  const index = inventory.systems.findIndex((each) => each.id === id);
  const entry = inventory.systems[index];
  if (entry) return { entry, index };
  const ids = inventory.systems.map((each) => each.id);
  const near = suggest(id, ids);
  const known = ids.length > 0 ? [message('wizard.known_systems', { ids: ids.join(', ') })] : [];
  throw new AppError({
    message: message('wizard.no_system', { path: place.shown, id }),
    hints: near === undefined ? known : [message('cli.did_you_mean', { name: near })],
  });
}
