import { type Declarations, declarationsById } from '../conditions/declarations.js';
import { type Schemas, suggestion } from '../documents/schemas.js';
import type { IsoDate } from '../domain/dates.js';
import { AppError } from '../domain/diagnostic.js';
import type { Files } from '../domain/files.js';
import type { Level } from '../domain/rules.js';
import type { InformationSystem } from '../domain/systems.js';
import type { Message } from '../domain/text.js';
import { readSubmissions } from '../intake/read-submissions.js';
import { readWorkspace, type Workspace } from '../intake/read-workspace.js';
import type { AgencySubmission, Submissions } from '../intake/submission.js';
import { message } from '../messages/catalogue.js';
import { listPacks, type RulesInForce, readPacks, rulesInForce } from '../packs/read-packs.js';
import type { RequirementCatalogue, RulePack } from '../packs/types.js';
import { judgeSystem, type SystemResult } from '../systems/judge-system.js';
import type { SystemLaw } from '../systems/system-law.js';
import { bindingThresholds, type Thresholds } from './thresholds.js';
import { unknownDuties } from './unknown-duties.js';

export interface ProvinceOptions {
  /** Opened on the workspace. */
  readonly workspace: Files;
  /** Opened on the product's own data: `rules/`, `schemas/`. */
  readonly bundled: Files;
  readonly schemas: Schemas;
  readonly asOf: IsoDate;
  /** Ids of the agencies wanted; all when empty. */
  readonly only?: readonly string[];
  readonly onProgress?: (step: Message, done: number, total: number) => void;
}

/** A workspace read once: its rules on a date and what its agencies handed in. Endpoint exports are listed, not read. */
export interface Province {
  readonly workspace: Workspace;
  /** The packs that the workspace names, with the catalogues of those in force. */
  readonly packs: readonly RulePack[];
  readonly rules: RulesInForce;
  readonly thresholds: Thresholds;
  readonly submissions: Submissions;
  /** The agencies wanted, in the order of the list. */
  readonly chosen: readonly AgencySubmission[];
  readonly asOf: IsoDate;
}

/** A system that is counted, and what is known of it. */
export interface JudgedSystem {
  readonly system: InformationSystem;
  readonly result: SystemResult;
}

/** Reads a workspace. Throws `AppError` (exit 2) when its own files or its packs can't be used, or an id in `only` isn't known. */
export async function readProvince(options: ProvinceOptions): Promise<Province> {
  const { asOf, schemas } = options;
  const progress = options.onProgress ?? (() => undefined);
  const workspace = await readWorkspace(
    options.workspace,
    schemas,
    await listPacks(options.bundled, 'rules/packs'),
  );
  const packs = await usablePacks(options, workspace);
  const rules = rulesInForce(packs, asOf);
  const thresholds = bindingThresholds(workspace, rules, packs);
  const read = await readSubmissions(
    options.workspace,
    workspace,
    {
      schemas,
      declarations: inventoryFacts(packs, rules),
      requirements: (pack, level) => catalogueOf(packs, pack, level),
      unreadPacks: packs.filter((pack) => !rules.packs.includes(pack)).map(({ id }) => id),
      asOf,
    },
    (done, total) => progress(message('audit.progress.hand_ins'), done, total),
  );
  const submissions = { ...read, agencies: read.agencies.map((each) => withDuties(each, packs)) };
  const chosen = chooseAgencies(submissions.agencies, options.only ?? [], workspace);
  return { workspace, packs, rules, thresholds, submissions, chosen, asOf };
}

/** What is recorded as done is checked here, where the inventories meet the packs' obligations. */
function withDuties(submission: AgencySubmission, packs: readonly RulePack[]): AgencySubmission {
  const { inventory, diagnostics } = submission;
  const found = inventory ? unknownDuties(inventory, packs) : [];
  return found.length === 0
    ? submission
    : { ...submission, diagnostics: [...diagnostics, ...found] };
}

/** The catalogue of one level of one pack; undefined when there is none. */
export function catalogueOf(
  packs: readonly RulePack[],
  id: string,
  level: Level,
): RequirementCatalogue | undefined {
  const pack = packs.find((each) => each.id === id);
  return pack?.requirements?.levels.find((each) => each.level === level);
}

/**
 * The facts that an inventory may give: those of the law in force, and those of the workspace's other packs, so that one
 * inventory serves systems of the old law and of the new. Undefined when no pack in force classifies.
 */
export function inventoryFacts(
  packs: readonly RulePack[],
  rules: RulesInForce,
): Declarations | undefined {
  const current = rules.classification?.classification;
  if (!current) return undefined;
  const others = packs.flatMap((pack) => pack.classification?.facts ?? []);
  return declarationsById([...others, ...current.facts]);
}

async function usablePacks(
  { bundled, schemas, asOf }: ProvinceOptions,
  workspace: Workspace,
): Promise<RulePack[]> {
  const readings = await readPacks(bundled, 'rules/packs', workspace.packs, schemas, {
    catalogues: asOf,
  });
  const problems = readings
    .flatMap((reading) => reading.diagnostics)
    .filter((each) => each.severity === 'error');
  if (problems.length > 0) {
    throw new AppError({ message: message('audit.packs_unusable'), diagnostics: problems });
  }
  return readings.flatMap((reading) => reading.pack ?? []);
}

function chooseAgencies(
  all: readonly AgencySubmission[],
  only: readonly string[],
  workspace: Workspace,
): readonly AgencySubmission[] {
  if (only.length === 0) return all;
  const known = all.map((each) => each.agency.id);
  const unknown = only.filter((id) => !known.includes(id));
  if (unknown.length > 0) {
    const [first = ''] = unknown;
    const former = workspace.agencies.find((agency) => agency.id === first);
    throw new AppError({
      message: message('audit.unknown_agency', { id: unknown.join(', ') }),
      hints: [
        former
          ? message('audit.former_agency.hint', {
              successor: former.successor ?? message('audit.former_agency.none'),
            })
          : (suggestion(first, known) ?? message('audit.unknown_agency.hint')),
      ],
    });
  }
  return all.filter((each) => only.includes(each.agency.id));
}

/**
 * The systems of the agencies wanted, judged, by agency. Retired systems are no longer counted; every other one is. An id
 * that two entries bear can satisfy nothing: nobody knows which entry is right, and each agency has a finding for it.
 */
export function judgeProvince(province: Province): ReadonlyMap<string, readonly JudgedSystem[]> {
  const { submissions, chosen, asOf } = province;
  const law = systemLaw(province);
  const twice = new Set(submissions.duplicateSystems.map(({ id }) => id));
  return new Map(
    chosen.map(({ agency, inventory, checklists, brokenChecklists }) => [
      agency.id,
      (inventory?.systems ?? [])
        .filter((system) => system.lifecycle !== 'retired')
        .map((system) => {
          const result = judgeSystem({
            system,
            packs: law,
            checklists: checklists.filter((each) => each.system === system.id),
            brokenChecklists: brokenChecklists
              .filter((each) => each.system === system.id || each.system === null)
              .map(({ path }) => path),
            asOf,
          });
          return { system, result: twice.has(system.id) ? unsettled(result) : result };
        }),
    ]),
  );
}

/** The law in force as judging a system needs it, with the workspace's other packs beside it. */
export function systemLaw({ packs, rules }: Pick<Province, 'packs' | 'rules'>): SystemLaw {
  const { classification, approval, requirements, transition } = rules;
  return {
    classification: classification?.classification,
    approval: approval?.approval,
    ...(approval && { approvalPack: approval.id }),
    ...(requirements?.requirements && {
      requirements: { pack: requirements.id, levels: requirements.requirements.levels },
    }),
    ...(transition?.transition && { transition: transition.transition }),
    others: new Map(
      packs.map((pack) => [
        pack.id,
        { classification: pack.classification, approval: pack.approval },
      ]),
    ),
  };
}

function unsettled(result: SystemResult): SystemResult {
  return {
    ...result,
    status: 'unknown',
    metrics: {
      systems_classified: 'unknown',
      systems_classified_and_plan_deployed: 'unknown',
    },
  };
}
