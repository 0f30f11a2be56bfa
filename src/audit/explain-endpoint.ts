import { AppError, type Diagnostic } from '../domain/diagnostic.js';
import { findingId } from '../domain/rules.js';
import {
  type AskedEndpoint,
  type FoundEndpoint,
  findEndpoints,
  maxHits,
  nearEndpoints,
} from '../fleet/explain/find-endpoints.js';
import { type EndpointExplanation, explainEndpoint } from '../fleet/explain-endpoint.js';
import type { CheckRules } from '../fleet/stages/check.js';
import { message } from '../messages/catalogue.js';
import type { EndpointCheck } from '../packs/types.js';
import { decidingChecks, decisiveCheck } from './endpoint-findings.js';
import {
  type EndpointOptions,
  type JudgedTables,
  judgeEndpoints,
  noChecksInForce,
} from './judge-endpoints.js';
import { judgeProvince, readProvince } from './read-province.js';

/** Where the asked machine is looked for. */
export interface ExplainOptions extends Omit<EndpointOptions, 'only'> {
  readonly asked: AskedEndpoint;
}

/** One machine's verdict with everything that led to it. */
export interface ExplainedEndpoint {
  readonly explanation: EndpointExplanation;
  readonly rules: CheckRules;
  readonly agencyName: string;
  /** The check that an audit's finding is about, and the finding's id; null when it is protected or out of scope. */
  readonly decisive: { readonly check: EndpointCheck; readonly finding: string } | null;
  /** What is wrong with the exports in which the machine stands. */
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Judges the endpoints of the whole workspace as an audit does, since a machine's rows may lie in several agencies' exports,
 * and explains the one asked for. Throws `AppError` (exit 2) when no endpoint or several are meant, when the agency isn't
 * known, when no pack in force has endpoint checks, or when the workspace can't be used.
 */
export async function explainWorkspaceEndpoint(
  options: ExplainOptions,
): Promise<ExplainedEndpoint> {
  const { asked } = options;
  const province = await readProvince({
    ...options,
    only: asked.agency === undefined ? [] : [asked.agency],
  });
  const whole = { ...province, chosen: province.submissions.agencies };
  const { answer, known, diagnostics } = await judgeEndpoints(
    options,
    whole,
    judgeProvince(whole),
    (tables) => explainIn(tables, asked),
  );
  if (!answer) throw noChecksInForce(options.asOf);
  const { endpoint } = answer.explanation;
  const files = new Set(answer.explanation.rows.map(({ path }) => path));
  return {
    ...answer,
    agencyName:
      province.workspace.agencies.find(({ id }) => id === endpoint.agency)?.name ?? endpoint.agency,
    diagnostics: [
      ...known.diagnostics,
      ...diagnostics.filter(({ file }) => file !== undefined && files.has(file)),
    ],
  };
}

async function explainIn(
  { engine, rules, catalogues, sources }: JudgedTables,
  asked: AskedEndpoint,
): Promise<Pick<ExplainedEndpoint, 'explanation' | 'rules' | 'decisive'>> {
  const hits = await findEndpoints(engine, asked);
  const [endpoint] = hits;
  if (!endpoint) throw notFound(asked, await nearEndpoints(engine, asked));
  if (hits.length > 1) throw several(asked, hits);
  const explanation = await explainEndpoint(engine, endpoint, { rules, catalogues, sources });
  return { explanation, rules, decisive: decisiveOf(explanation, rules) };
}

function decisiveOf(
  { endpoint, verdict, checks, steps }: EndpointExplanation,
  rules: CheckRules,
): ExplainedEndpoint['decisive'] {
  if (verdict === 'protected' || verdict === 'out_of_scope') return null;
  const outcomes = new Map(checks.map(({ check, outcome }) => [check.id, outcome]));
  const step = steps.find(({ decided }) => decided)?.step;
  const check = decisiveCheck(
    step,
    decidingChecks(rules.checks),
    (each) => outcomes.get(each.id) ?? 'unknown',
  );
  const { id, name, agency } = endpoint;
  return { check, finding: findingId(check.id, { kind: 'endpoint', id, name, agency }) };
}

function notFound({ text, agency }: AskedEndpoint, near: readonly FoundEndpoint[]): AppError {
  return new AppError({
    message:
      agency === undefined
        ? message('endpoint_explain.not_found', { text })
        : message('endpoint_explain.not_found_in', { text, agency }),
    hints: [
      ...near.map(({ id, name, agency: home }) =>
        message('endpoint_explain.near', { id, name, agency: home }),
      ),
      message('endpoint_explain.not_found.hint'),
    ],
  });
}

function several({ text }: AskedEndpoint, hits: readonly FoundEndpoint[]): AppError {
  return new AppError({
    message:
      hits.length > maxHits
        ? message('endpoint_explain.too_many', { text, count: maxHits })
        : message('endpoint_explain.several', { text, count: hits.length }),
    hints: [...hits.slice(0, maxHits).map(hitLine), message('endpoint_explain.several.hint')],
  });
}

function hitLine({ id, name, agency }: FoundEndpoint) {
  return message('endpoint_explain.hit', { id, name, agency });
}
