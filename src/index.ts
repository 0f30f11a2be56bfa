/**
 * The library: what a program of your own may use of tuanthu. Nothing else is supported; a name leaves this file only with
 * a new major version. The data that comes with the package (`rules/`, `schemas/`) is behind `bundled`.
 *
 * ```js
 * import { tmpdir } from 'node:os';
 * import { auditWorkspace, bundled, formatMessage, isoDate, loadSchemas, openDuckDb, openFolder, openScratch } from 'tuanthu';
 *
 * const { assessment } = await auditWorkspace({
 *   workspace: openFolder('examples/lang-son'),
 *   bundled,
 *   schemas: await loadSchemas(bundled, 'schemas'),
 *   asOf: isoDate('2026-11-24'),
 *   only: ['so-y-te'],
 *   openEngine: () => openDuckDb({ threads: 2, temporaryFolder: tmpdir() }),
 *   scratch: openScratch(tmpdir()),
 * });
 * for (const { name, targets } of assessment.agencies) {
 *   for (const each of targets) console.log(name, each.id, `${each.numerator}/${each.denominator}`, each.outcome);
 * }
 * for (const { id, message } of assessment.findings) console.log(id, formatMessage(message, 'vi'));
 * ```
 */
import type { Files } from './domain/files.js';
import { openFolder, openScratch } from './platform/files.js';

/** The package's own data, to be passed on as it is: packs in `rules/packs`, JSON Schemas in `schemas`. */
export const bundled: Files = openFolder(new URL('../', import.meta.url));

// The whole audit.
export type * from './audit/assessment.js';
export {
  type AuditOptions,
  type AuditOutcome,
  auditWorkspace,
} from './audit/audit-workspace.js';
// What an audit starts from, without the endpoints; and what is due when.
export { type Deadlines, findDeadlines } from './audit/deadlines.js';
export {
  type JudgedSystem,
  judgeProvince,
  type Province,
  type ProvinceOptions,
  readProvince,
} from './audit/read-province.js';
// The condition language: read, check, evaluate for one, render for many, put into words.
export {
  type ConditionProblem,
  checkCondition,
} from './conditions/check.js';
export type { Condition, Leaf, Literal, Truth } from './conditions/condition.js';
export { type Declarations, declarationsById } from './conditions/declarations.js';
export type { Dialect } from './conditions/dialects/dialect.js';
export { duckdb } from './conditions/dialects/duckdb.js';
export {
  type Evaluation,
  type EvaluationContext,
  evaluate,
  type LeafResult,
  openFacts,
} from './conditions/evaluate.js';
export { conditionText, type ExplanationLine, explainCondition } from './conditions/explain.js';
export { resolveParameters } from './conditions/parameters.js';
export { type ParsedCondition, parseCondition } from './conditions/parse.js';
export {
  type FactColumns,
  type SqlCondition,
  type SqlOptions,
  toSql,
} from './conditions/to-sql.js';
// Documents.
export { loadSchemas, readDocument, type Schemas } from './documents/schemas.js';
export type * from './domain/checklists.js';
// The domain's words and arithmetic.
export {
  addDuration,
  type Duration,
  dateInVietnam,
  daysBetween,
  type Effective,
  formatDate,
  type IsoDate,
  isInForce,
  isoDate,
  parseDuration,
  parseIsoDate,
} from './domain/dates.js';
export { AppError, type Diagnostic, type ExitCode, exitCode } from './domain/diagnostic.js';
export type { FactDeclaration, Facts, FactType, FactValue } from './domain/facts.js';
export {
  type FileDigest,
  FileProblem,
  type Files,
  type FolderListing,
  type Scratch,
} from './domain/files.js';
export { compareIds } from './domain/order.js';
export {
  decideTarget,
  missingToTarget,
  type Rate,
  sumRates,
  type TargetOutcome,
  worstOutcome,
} from './domain/rates.js';
export type {
  Certainty,
  Citation,
  Evidence,
  Finding,
  Instrument,
  Level,
  Outcome,
  Severity,
  Subject,
} from './domain/rules.js';
export type * from './domain/systems.js';
export type { Language, LocalizedText, Message } from './domain/text.js';
export { openDuckDb } from './fleet/engines/duckdb.js';
export type { FleetEngine } from './fleet/engines/engine.js';
export { formatMessage, languages } from './messages/format.js';
// Rule packs.
export { type PackReading, readPack } from './packs/read-pack.js';
export { listPacks, type RulesInForce, readPacks, rulesInForce } from './packs/read-packs.js';
export type * from './packs/types.js';
// An assessment as published data.
export { assessmentJson } from './reports/published-json.js';
// One information system.
export { classify } from './systems/classify.js';
export { classifySystem } from './systems/composite.js';
export {
  judgeRequirements,
  type RequirementItem,
  type RequirementState,
  type RequirementsResult,
} from './systems/judge-requirements.js';
export {
  judgeSystem,
  type SystemMetric,
  type SystemResult,
  type SystemToJudge,
} from './systems/judge-system.js';
export type * from './systems/system-classification.js';
// The file system, for callers that have no `Files` of their own.
export { openFolder, openScratch };
