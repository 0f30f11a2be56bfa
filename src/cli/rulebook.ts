import { basename, dirname, join, relative, resolve } from 'node:path';
import { catalogueOf, inventoryFacts } from '../audit/read-province.js';
import type { Declarations } from '../conditions/declarations.js';
import { loadSchemas, type Schemas } from '../documents/schemas.js';
import type { IsoDate } from '../domain/dates.js';
import type { Diagnostic } from '../domain/diagnostic.js';
import type { CatalogueLookup } from '../intake/read-checklist.js';
import { readDocumentFile } from '../intake/read-file.js';
import { readSettings, workspaceFile } from '../intake/read-workspace.js';
import { message } from '../messages/catalogue.js';
import { listPacks, readPacks, rulesInForce } from '../packs/read-packs.js';
import type { RulePack } from '../packs/types.js';
import { openFolder } from '../platform/files.js';

/** The package's own schemas and rules, found from this module and never from the working directory. */
const bundled = openFolder(new URL('../../', import.meta.url));

const packsFolder = 'rules/packs';

/** What handed-in files are checked against. */
export interface Rulebook {
  readonly schemas: Schemas;
  /** Ids of the packs at hand. */
  readonly packs: readonly string[];
  readonly asOf: IsoDate;
  readonly onProgress: (done: number, total: number) => void;
  /** The facts that systems are described with under these packs on that date, and a warning when there are none. */
  factsOf(packs: readonly string[]): Promise<FactsAtHand>;
  /** Those of the packs that have targets. One that can't be read is left out. */
  targetsOf(packs: readonly string[]): Promise<readonly RulePack[]>;
  /** The catalogues of requirements of these packs; those of a pack that can't be read are left out. */
  cataloguesOf(packs: readonly string[]): Promise<CatalogueLookup>;
  /** The folder above a folder, and its real name even when it was typed as `.`. */
  splitFolder(path: string): { readonly folder: string; readonly name: string };
}

export interface FactsAtHand {
  readonly declarations: Declarations | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/** The bundled schemas and packs on a date. */
export async function openRulebook(
  asOf: IsoDate,
  onProgress: Rulebook['onProgress'],
): Promise<Rulebook> {
  const schemas = await loadSchemas(bundled, 'schemas');
  const packs = await listPacks(bundled, packsFolder);
  const known = new Map<string, Promise<FactsAtHand>>();
  return {
    schemas,
    packs,
    asOf,
    onProgress,
    factsOf(ids) {
      const key = ids.join(' ');
      const facts = known.get(key) ?? readFacts(ids, schemas, asOf);
      known.set(key, facts);
      return facts;
    },
    async targetsOf(ids) {
      const readings = await readPacks(bundled, packsFolder, ids, schemas);
      return readings.flatMap(({ pack }) => (pack?.targets ? [pack] : []));
    },
    async cataloguesOf(ids) {
      const options = { catalogues: true };
      const readings = await readPacks(bundled, packsFolder, ids, schemas, options);
      const found = readings.flatMap(({ pack }) => pack ?? []);
      return (id, level) => catalogueOf(found, id, level);
    },
    splitFolder(path) {
      const whole = resolve(path);
      return { folder: dirname(whole), name: basename(whole) };
    },
  };
}

async function readFacts(
  ids: readonly string[],
  schemas: Schemas,
  asOf: IsoDate,
): Promise<FactsAtHand> {
  const readings = await readPacks(bundled, packsFolder, ids, schemas);
  const packs = readings.flatMap(({ pack }) => (pack ? [pack] : []));
  const declarations = inventoryFacts(packs, rulesInForce(packs, asOf));
  if (declarations) return { declarations, diagnostics: [] };
  const code = 'validate.facts_unchecked';
  const remark: Diagnostic = {
    code,
    severity: 'warning',
    message: message(code, { asOf }),
    hint: message('validate.facts_unchecked.hint'),
  };
  return { declarations: undefined, diagnostics: [remark] };
}

/** Where an inventory stands. */
export interface InventoryPlace {
  /** The agency that it must be of; undefined = any. */
  readonly agency: string | undefined;
  /** Ids of the packs that apply. */
  readonly packs: readonly string[];
  /** The list of agencies of the workspace around it. */
  readonly agencies?: { readonly folder: string; readonly path: string };
}

/** How far above an inventory its workspace is looked for: `<workspace>/<hand-ins>/<agency>/`, with room to spare. */
const maxStepsUp = 5;

/**
 * The agency that an inventory must be of, and the packs that apply to it or to another file of the workspace: from the
 * workspace around it. Without one, any agency and every pack at hand.
 */
export async function placeOfInventory(path: string, rules: Rulebook): Promise<InventoryPlace> {
  const own = resolve(dirname(path));
  let folder = own;
  for (let step = 0; step < maxStepsUp; step++) {
    const file = await readDocumentFile(openFolder(folder), workspaceFile);
    if (!('problem' in file)) {
      const { settings } = readSettings(file.bytes, workspaceFile, rules.schemas, rules.packs);
      if (!settings) break;
      const way = relative(join(folder, settings.submissions), own);
      return {
        agency: /^[^./\\][^/\\]*$/.test(way) ? way : undefined,
        packs: settings.packs,
        agencies: { folder, path: settings.agenciesPath },
      };
    }
    folder = dirname(folder);
  }
  return { agency: undefined, packs: rules.packs };
}
