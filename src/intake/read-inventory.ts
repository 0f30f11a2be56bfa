import type { Declarations } from '../conditions/declarations.js';
import { camelKeys } from '../documents/camel-keys.js';
import type { ParsedDocument } from '../documents/document.js';
import { readDocument, type Schemas } from '../documents/schemas.js';
import type { Diagnostic } from '../domain/diagnostic.js';
import type { InformationSystem } from '../domain/systems.js';
import { message } from '../messages/catalogue.js';
import type { RecordPlace } from './agencies.js';
import { checkInventory } from './check-inventory.js';
import type { EndpointExclusion, EndpointReport, Inventory, SystemUse } from './inventory.js';
import { remarkAt } from './problem.js';
import { plainPath } from './workspace-path.js';

export interface InventoryReading {
  /**
   * Absent when the file doesn't fit its schema or is another agency's. There may be errors beside it: a wrong fact or a
   * duplicate id doesn't take the agency's other systems out of the count.
   */
  readonly inventory?: Inventory;
  readonly diagnostics: readonly Diagnostic[];
  /** The way from the inventory's records to lines and columns. */
  readonly document: ParsedDocument;
}

export interface InventoryOptions {
  readonly schemas: Schemas;
  /** Id that the file must bear: the name of its folder. Undefined = any. */
  readonly agency?: string | undefined;
  /** Facts of the classification in force; undefined = facts aren't checked. */
  readonly declarations?: Declarations | undefined;
}

/** Keys below which names are facts' ids and stay as they are. */
const opaque: ReadonlySet<string> = new Set(['facts']);

/** Reads one agency's inventory from bytes. `path` is relative to the workspace. What is wrong becomes diagnostics. */
export function readInventory(
  bytes: Uint8Array,
  path: string,
  { schemas, agency, declarations }: InventoryOptions,
): InventoryReading {
  const document = readDocument(bytes, path, schemas, 'inventory');
  if (document.value === undefined) return { diagnostics: document.diagnostics, document };
  const inventory = build(camelKeys(document.value, opaque) as WrittenInventory, document);
  if (agency !== undefined && inventory.agency !== agency) {
    const found = message('inventory.wrong_agency', { found: inventory.agency, agency });
    const hint = message('inventory.wrong_agency.hint', { agency });
    const problem = remarkAt(document, '/agency', 'error', found, hint);
    return { diagnostics: [...document.diagnostics, problem], document };
  }
  const found = checkInventory(inventory, document, declarations);
  return { inventory, diagnostics: [...document.diagnostics, ...found], document };
}

/** The file as it is written, keys renamed. The schema vouches for it, dates and words included. */
interface WrittenInventory
  extends Pick<Inventory, 'agency' | 'submittedOn' | 'declaredEndpoints' | 'organisation'> {
  readonly dutiesDone?: Inventory['dutiesDone'];
  readonly endpointReports?: readonly Omit<EndpointReport, 'at'>[];
  readonly endpointExclusions?: readonly Omit<EndpointExclusion, 'at'>[];
  readonly uses?: readonly Omit<SystemUse, 'at'>[];
  readonly systems: readonly WrittenSystem[];
}

type Defaulted =
  | 'lifecycle'
  | 'components'
  | 'assessments'
  | 'changes'
  | 'incidents'
  | 'dutiesDone';

type WrittenSystem = Omit<InformationSystem, Defaulted | 'agency' | 'at'> &
  Partial<Pick<InformationSystem, Defaulted>>;

function build(written: WrittenInventory, document: ParsedDocument): Inventory {
  const { agency, submittedOn, declaredEndpoints, organisation } = written;
  const at = (pointer: string): RecordPlace => ({
    path: document.path,
    line: document.locate(pointer).line,
    pointer,
  });
  return {
    agency,
    ...(submittedOn !== undefined && { submittedOn }),
    ...(declaredEndpoints && { declaredEndpoints }),
    endpointReports: (written.endpointReports ?? []).map(({ file, exportedOn }, i) => ({
      file: plainPath(file),
      exportedOn,
      at: at(`/endpoint_reports/${i}`),
    })),
    endpointExclusions: (written.endpointExclusions ?? []).map((exclusion, i) => ({
      ...exclusion,
      at: at(`/endpoint_exclusions/${i}`),
    })),
    ...(organisation && { organisation }),
    dutiesDone: written.dutiesDone ?? [],
    uses: (written.uses ?? []).map((use, i) => ({ ...use, at: at(`/uses/${i}`) })),
    systems: written.systems.map((system, i) => ({
      ...system,
      agency,
      lifecycle: system.lifecycle ?? 'operating',
      components: system.components ?? [],
      assessments: system.assessments ?? [],
      changes: system.changes ?? [],
      incidents: system.incidents ?? [],
      dutiesDone: system.dutiesDone ?? [],
      at: at(`/systems/${i}`),
    })),
    path: document.path,
  };
}
