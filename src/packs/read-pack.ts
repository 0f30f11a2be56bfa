import { createHash } from 'node:crypto';
import { camelKeys } from '../documents/camel-keys.js';
import type { ParsedDocument } from '../documents/document.js';
import { maxDocumentBytes } from '../documents/limits.js';
import { readDocument, type Schemas } from '../documents/schemas.js';
import { type Effective, type IsoDate, isInForce } from '../domain/dates.js';
import type { Diagnostic } from '../domain/diagnostic.js';
import type { FactDeclaration } from '../domain/facts.js';
import { FileProblem, type Files } from '../domain/files.js';
import { message } from '../messages/catalogue.js';
import type { AnnualReportForm } from './annual-report-form.js';
import { lintPack } from './lint-pack.js';
import type { Obligations } from './obligations.js';
import { buildRequirements, requirementsFolder, requirementsSchema } from './read-requirements.js';
import type {
  Approval,
  Classification,
  EndpointChecks,
  Plan,
  PlanHead,
  ReferenceList,
  RulePack,
  Target,
  Transition,
} from './types.js';

/** A pack that was read: the pack when nothing is wrong with it, and everything worth saying about its files. */
export interface PackReading {
  readonly id: string;
  readonly pack?: RulePack;
  readonly diagnostics: readonly Diagnostic[];
  /** The cases files, parsed and schema-checked, by file name. */
  readonly cases: ReadonlyMap<string, ParsedDocument>;
}

/** The files that a pack may have, and the schema of each. `pack.yaml` is the only one that it must have. */
const parts: Readonly<Record<string, string>> = {
  'pack.yaml': 'pack',
  'classification.yaml': 'classification',
  'approval.yaml': 'approval',
  'checks.yaml': 'checks',
  'targets.yaml': 'targets',
  'obligations.yaml': 'obligations',
  'transition.yaml': 'transition',
  'annual-report.yaml': 'annual-report-form',
  'classification.cases.yaml': 'classification-cases',
  'checks.cases.yaml': 'checks-cases',
};

/** Keys below which names are ids of facts or metrics and stay as they are. */
const opaque = new Set(['metrics']);

/**
 * `catalogues`: also understand the requirement catalogues; a date = only if the pack is in force then. They are large, and
 * most commands don't need them.
 */
export interface PackOptions {
  readonly catalogues?: boolean | IsoDate;
}

/**
 * Reads the pack in `folder` (its name is the pack's id): parses, checks against the schemas, lints. Catalogues are parsed
 * only when asked for; their bytes count in the digest all the same. Never throws for what is wrong inside the files; a
 * missing folder is a diagnostic too.
 */
export async function readPack(
  files: Files,
  folder: string,
  schemas: Schemas,
  options: PackOptions = {},
): Promise<PackReading> {
  const id = folder.split('/').at(-1) ?? folder;
  const listing = await files.list(folder);
  if (!listing?.files.includes('pack.yaml')) {
    return {
      id,
      diagnostics: [
        {
          code: 'pack.missing',
          severity: 'error',
          message: message('pack.missing', { id }),
          file: folder,
        },
      ],
      cases: new Map(),
    };
  }
  const hash = createHash('sha256');
  const documents = new Map<string, ParsedDocument>();
  const diagnostics: Diagnostic[] = [];
  const unknown = (name: string): Diagnostic => ({
    code: 'pack.unknown_file',
    severity: 'error',
    message: message('pack.unknown_file', { name, known: Object.keys(parts).join(', ') }),
    file: `${folder}/${name}`,
  });
  const names = [...listing.files];
  for (const name of listing.folders) {
    if (name !== requirementsFolder) diagnostics.push(unknown(`${name}/`));
    else {
      const inside = await files.list(`${folder}/${name}`);
      names.push(...(inside?.files ?? []).map((each) => `${name}/${each}`));
      diagnostics.push(...(inside?.folders ?? []).map((each) => unknown(`${name}/${each}/`)));
    }
  }
  for (const name of names) {
    const path = `${folder}/${name}`;
    const ofCatalogue = name.startsWith(`${requirementsFolder}/`);
    const schema = ofCatalogue
      ? requirementsSchema(name.slice(requirementsFolder.length + 1))
      : parts[name];
    if (schema === undefined) {
      if (!name.endsWith('.md')) diagnostics.push(unknown(name));
      continue;
    }
    let bytes: Uint8Array;
    try {
      bytes = await files.read(path, maxDocumentBytes);
    } catch (error) {
      if (!(error instanceof FileProblem)) throw error;
      diagnostics.push(fileDiagnostic(error));
      continue;
    }
    hash.update(`${name}\0${bytes.byteLength}\0`).update(bytes);
    if (ofCatalogue && !wanted(options, documents.get('pack.yaml'))) continue;
    const document = readDocument(bytes, path, schemas, schema);
    diagnostics.push(...document.diagnostics);
    documents.set(name, document);
  }
  const cases = new Map([...documents].filter(([name]) => name.endsWith('.cases.yaml')));
  if (diagnostics.some((each) => each.severity === 'error')) return { id, diagnostics, cases };

  const pack = build(documents, hash.digest('hex'));
  diagnostics.push(...lintPack(pack, id, documents));
  const broken = diagnostics.some((each) => each.severity === 'error');
  return broken ? { id, diagnostics, cases } : { id, pack, diagnostics, cases };
}

/** Whether the catalogues are to be parsed; `head` is the pack's own file, which is read before them. */
function wanted({ catalogues = false }: PackOptions, head: ParsedDocument | undefined): boolean {
  if (typeof catalogues === 'boolean') return catalogues;
  const { effective } = (head?.value ?? {}) as { readonly effective?: Effective };
  return effective !== undefined && isInForce(effective, catalogues);
}

/** A file problem as a diagnostic; the message names the path, the hint is the message's own. */
export function fileDiagnostic(problem: FileProblem): Diagnostic {
  const limit = `${maxDocumentBytes / 1024 / 1024} MB`;
  return {
    code: `file.${problem.reason}`,
    severity: 'error',
    message: { key: `file.${problem.reason}`, params: { path: problem.path, limit } },
    file: problem.path,
  };
}

/** `targets.yaml` as it is written, keys renamed. */
interface WrittenTargets {
  readonly plan?: PlanHead;
  readonly areas: Plan['areas'];
  readonly workLines?: Plan['workLines'];
  readonly targets: readonly Target[];
}

/** The documents fit their schemas here, which is what the assertions below rest on. */
function build(documents: ReadonlyMap<string, ParsedDocument>, digest: string): RulePack {
  const part = <T>(name: string): T | undefined => {
    const document = documents.get(name);
    return document && (camelKeys(document.value, opaque) as T);
  };
  const head = part<Omit<RulePack, 'digest'>>('pack.yaml') as Omit<RulePack, 'digest'>;
  const classification = part<Classification>('classification.yaml');
  const approval = part<Approval>('approval.yaml');
  const endpointChecks = part<EndpointChecks>('checks.yaml');
  const targets = part<WrittenTargets>('targets.yaml');
  const transition = part<Transition>('transition.yaml');
  const obligations = part<Obligations>('obligations.yaml');
  const annualReport = part<AnnualReportForm>('annual-report.yaml');
  const requirements = buildRequirements(documents);
  return {
    ...head,
    digest,
    ...(classification && {
      classification: {
        ...classification,
        facts: classification.facts.map((fact) =>
          withReferenceValues(fact, classification.referenceLists),
        ),
      },
    }),
    ...(approval && { approval }),
    ...(endpointChecks && { endpointChecks }),
    ...(targets && {
      targets: targets.targets,
      plan: {
        ...(targets.plan && { head: targets.plan }),
        areas: targets.areas,
        workLines: targets.workLines ?? [],
      },
    }),
    ...(requirements && { requirements }),
    ...(transition && { transition }),
    ...(obligations && { obligations }),
    ...(annualReport && { annualReport }),
  };
}

function withReferenceValues<Fact extends FactDeclaration>(
  fact: Fact,
  lists: readonly ReferenceList[],
): Fact {
  const from = (fact as { valuesFrom?: string }).valuesFrom;
  const list = lists.find((each) => each.id === from);
  return list ? { ...fact, values: list.items } : fact;
}
