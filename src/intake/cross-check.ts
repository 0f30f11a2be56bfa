import { suggestion } from '../documents/schemas.js';
import type { Diagnostic } from '../domain/diagnostic.js';
import { compareIds } from '../domain/order.js';
import type { InformationSystem } from '../domain/systems.js';
import type { Message } from '../domain/text.js';
import { message } from '../messages/catalogue.js';
import type { Agency } from './agencies.js';
import type { Inventory } from './inventory.js';
import { remarkAt } from './problem.js';
import type { InventoryReading } from './read-inventory.js';
import type { DuplicateSystem } from './submission.js';

/** An inventory that was read, with its way to lines and columns. */
export type UsableReading = InventoryReading & { readonly inventory: Inventory };

export interface CrossCheck {
  /** What is wrong with an agency's inventory beside those of others, by agency id. */
  readonly diagnostics: ReadonlyMap<string, readonly Diagnostic[]>;
  /** In natural order of the ids. */
  readonly duplicates: readonly DuplicateSystem[];
}

/**
 * Compares all inventories: one id for two systems, use of systems that nobody has, owners who are no agency. `complete`
 * says whether every agency's inventory is among them; otherwise an unknown system may be in one that is missing, and
 * using it is only warned of. Never throws.
 */
export function crossCheck(
  readings: readonly UsableReading[],
  agencies: readonly Agency[],
  current: readonly Agency[],
  complete: boolean,
): CrossCheck {
  const systems = systemsById(readings);
  const byId = new Map(agencies.map((agency) => [agency.id, agency]));
  const currentIds = new Set(current.map(({ id }) => id));
  const diagnostics = new Map(
    readings.map((reading) => [
      reading.inventory.agency,
      [
        ...reading.inventory.systems.flatMap((system) => [
          ...sameIdElsewhere(system, systems.get(system.id) ?? [], reading),
          ...ownerProblems(system, byId, currentIds, reading),
        ]),
        ...useProblems(reading, systems, complete),
      ],
    ]),
  );
  return { diagnostics, duplicates: duplicateSystems(systems) };
}

type SystemsById = ReadonlyMap<string, readonly InformationSystem[]>;

function systemsById(readings: readonly UsableReading[]): SystemsById {
  const found = new Map<string, InformationSystem[]>();
  for (const system of readings.flatMap(({ inventory }) => inventory.systems)) {
    const same = found.get(system.id);
    if (same) same.push(system);
    else found.set(system.id, [system]);
  }
  return found;
}

function duplicateSystems(systems: SystemsById): DuplicateSystem[] {
  return [...systems]
    .filter(([, same]) => same.length > 1)
    .sort(([a], [b]) => compareIds(a, b))
    .map(([id, same]) => ({ id, places: same.map(({ agency, at }) => ({ agency, ...at })) }));
}

function sameIdElsewhere(
  system: InformationSystem,
  same: readonly InformationSystem[],
  { document }: UsableReading,
): Diagnostic[] {
  // Twice in one inventory is said where that inventory is read.
  const others = same.filter(({ agency }) => agency !== system.agency);
  if (others.length === 0) return [];
  const found = message('submission.duplicate_system', {
    id: system.id,
    others: others.map(({ at }) => `${at.path}:${at.line}`).join(', '),
  });
  const hint = message('submission.duplicate_system.hint', {
    example: `${system.agency}-${system.id}`,
  });
  return [remarkAt(document, `${system.at.pointer}/id`, 'error', found, hint)];
}

function ownerProblems(
  { owner, delegation, agency, at }: InformationSystem,
  agencies: ReadonlyMap<string, Agency>,
  current: ReadonlySet<string>,
  { document }: UsableReading,
): Diagnostic[] {
  const id = owner?.agency;
  if (id === undefined || id === agency) return [];
  const place = `${at.pointer}/owner/agency`;
  const known = agencies.get(id);
  if (!known) {
    const hint = suggestion(id, [...agencies.keys()]) ?? message('agencies.unknown_agency.hint');
    return [remarkAt(document, place, 'error', message('submission.unknown_owner', { id }), hint)];
  }
  if (!current.has(id)) {
    const found = message('submission.owner_not_current', { id });
    return [remarkAt(document, place, 'warning', found, successorHint(known))];
  }
  if (delegation) return [];
  const found = message('submission.owned_elsewhere', { id });
  const hint = message('submission.owned_elsewhere.hint', { id });
  return [remarkAt(document, place, 'warning', found, hint)];
}

/** Who took over, for a body that doesn't exist on the audit's date. */
export function successorHint({ successor }: Agency): Message {
  return successor === undefined
    ? message('submission.not_current.hint')
    : message('submission.not_current.successor', { successor });
}

function useProblems(
  { inventory, document }: UsableReading,
  systems: SystemsById,
  complete: boolean,
): Diagnostic[] {
  const isForeign = ({ agency }: InformationSystem): boolean => agency !== inventory.agency;
  return inventory.uses.flatMap(({ system, at }) => {
    const place = `${at.pointer}/system`;
    const owners = systems.get(system);
    if (!owners) {
      const found = message('submission.unknown_use', { id: system });
      const foreign = [...systems].filter(([, same]) => same.some(isForeign)).map(([id]) => id);
      const near = suggestion(system, foreign);
      const hint = near ?? message('submission.unknown_use.hint');
      return [remarkAt(document, place, complete ? 'error' : 'warning', found, hint)];
    }
    if (owners.every(isForeign)) return [];
    const found = message('submission.own_use', { id: system });
    return [remarkAt(document, place, 'warning', found, message('submission.own_use.hint'))];
  });
}
