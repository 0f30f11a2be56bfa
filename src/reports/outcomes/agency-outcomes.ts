import type { AgencyResult, Assessment } from '../../audit/assessment.js';
import { compareIds } from '../../domain/order.js';
import type { Severity } from '../../domain/rules.js';
import type { Language } from '../../domain/text.js';
import type { Report } from '../format.js';
import { severities } from '../model/rows.js';
import { openTitles } from '../model/titles.js';
import type { ReportAgency, ReportFinding, ReportModel } from '../report-model.js';
import { endpointOutcomes } from './endpoint-outcomes.js';
import { findingOutcome } from './finding-text.js';
import type { AgencyOutcomes, RuleOutcomes, SubjectOutcome } from './rule-outcomes.js';
import { requirementOutcomes, systemOutcomes, targetOutcomes } from './subject-outcomes.js';

/** In the order in which an agency's rules stand. */
const areas = [
  'targets',
  'hand_in',
  'classification',
  'requirements',
  'obligations',
  'endpoints',
] as const satisfies readonly RuleOutcomes['area'][];

/**
 * All that an assessment says of each agency, rule by rule: findings, and besides them what passes, doesn't apply, or is only
 * counted. For formats of other tools, which want to see passes too. Agencies stand in the model's order; findings about the
 * province as a whole come last, as an agency of its own (`province`). Every finding is in exactly one rule.
 */
export function agencyOutcomes(report: Report): readonly AgencyOutcomes[] {
  const { assessment, language } = report;
  const model = report.model(language);
  const findings = findingsByOwner(model);
  const describe = describer(assessment, model);
  const results = new Map(assessment.agencies.map((agency) => [agency.id, agency]));
  const agencies = model.agencies.map((agency) => {
    const own = findings.get(agency.id) ?? new Map<string, ReportFinding[]>();
    const result = results.get(agency.id);
    return {
      id: agency.id,
      name: agency.name,
      rules: joined(collect(agency, result, own, model, language), own, describe),
    };
  });
  const rest = findings.get(null);
  return rest === undefined
    ? agencies
    : [
        ...agencies,
        { id: wholeId(model), name: model.title, rules: joined(new Map(), rest, describe) },
      ];
}

/** `province`, or longer where an agency is called so: formats need different ids. */
function wholeId({ agencies }: ReportModel): string {
  let id = 'province';
  while (agencies.some((agency) => agency.id === id)) id += '-';
  return id;
}

type Findings = ReadonlyMap<string, readonly ReportFinding[]>;

/** Findings by agency, then by rule. One of an agency that the assessment doesn't list belongs to the whole. */
function findingsByOwner({ findings, agencies }: ReportModel) {
  const known = new Set(agencies.map(({ id }) => id));
  const found = new Map<string | null, Map<string, ReportFinding[]>>();
  for (const finding of findings) {
    const id = finding.agency?.id ?? null;
    const owner = id !== null && known.has(id) ? id : null;
    const own = found.get(owner) ?? new Map<string, ReportFinding[]>();
    found.set(owner, own);
    const like = own.get(finding.rule);
    if (like) like.push(finding);
    else own.set(finding.rule, [finding]);
  }
  return found;
}

/** What isn't a finding, by rule. */
function collect(
  agency: ReportAgency,
  result: AgencyResult | undefined,
  findings: Findings,
  model: ReportModel,
  language: Language,
): Map<string, SubjectOutcome[]> {
  const found = new Map<string, SubjectOutcome[]>();
  const add = (rule: string, outcomes: readonly SubjectOutcome[]): void => {
    if (outcomes.length > 0) found.set(rule, [...(found.get(rule) ?? []), ...outcomes]);
  };
  for (const [index, { id }] of model.targets.entries()) {
    add(id, targetOutcomes(agency, index, language));
  }
  for (const system of result?.systems ?? []) {
    for (const { id, outcome } of system.rules) {
      add(id, systemOutcomes(system, outcome, findings.get(id) ?? [], language));
    }
  }
  for (const system of agency.systems) {
    for (const group of system.requirements?.groups ?? []) {
      add(groupRule(group.id), requirementOutcomes(system, group, language));
    }
  }
  for (const check of agency.endpoints.checks) {
    add(check.id, endpointOutcomes(agency, check, findings.get(check.id) ?? [], language));
  }
  return found;
}

/** A group of requirements as a rule of its own: requirements that are met are counted by group only. */
function groupRule(id: string): string {
  return `requirements.${id}`;
}

type Described = Omit<RuleOutcomes, 'rule' | 'outcomes'>;
type Describe = (rule: string, findings: readonly ReportFinding[]) => Described;

function describer(assessment: Assessment, model: ReportModel): Describe {
  const { language } = model;
  const titles = openTitles(assessment, language);
  const targets = new Map(model.targets.map((target) => [target.id, target]));
  const groups = new Map(model.requirementGroups.map(({ id, title }) => [groupRule(id), title]));
  const checks = new Map<string, { readonly title: string; readonly severity: Severity }>();
  for (const check of model.agencies.flatMap(({ endpoints }) => endpoints.checks)) {
    checks.set(check.id, check);
  }
  const elsewhere = new Map<string, ReportFinding>();
  for (const finding of model.findings) {
    const other = elsewhere.get(finding.rule);
    if (!other || worse(finding, other)) elsewhere.set(finding.rule, finding);
  }
  return (rule, findings) => {
    const worst = findings.reduce<ReportFinding | undefined>(
      (found, each) => (found && !worse(each, found) ? found : each),
      undefined,
    );
    const like = worst ?? elsewhere.get(rule);
    const target = targets.get(rule);
    const group = groups.get(rule);
    const check = checks.get(rule);
    const named = titles.rule(rule);
    return {
      title: target?.title ?? group ?? like?.title ?? check?.title ?? named.title,
      expected: target
        ? `${target.title}: ≥ ${target.threshold}`
        : (like?.expected ?? named.expected),
      area:
        target !== undefined
          ? 'targets'
          : group !== undefined
            ? 'requirements'
            : (like?.area ?? (check ? 'endpoints' : 'classification')),
      severity: like?.severity ?? check?.severity ?? null,
      citations: like?.citations ?? [],
      remediation: worst?.remediation ?? '',
    };
  };
}

function worse(a: ReportFinding, b: ReportFinding): boolean {
  return severities.indexOf(a.severity) < severities.indexOf(b.severity);
}

function joined(
  others: ReadonlyMap<string, readonly SubjectOutcome[]>,
  findings: Findings,
  describe: Describe,
): readonly RuleOutcomes[] {
  const rules = [...new Set([...findings.keys(), ...others.keys()])].map((rule): RuleOutcomes => {
    const own = findings.get(rule) ?? [];
    return {
      rule,
      ...describe(rule, own),
      outcomes: [...own.map(findingOutcome), ...(others.get(rule) ?? [])],
    };
  });
  return rules.sort(
    (a, b) => areas.indexOf(a.area) - areas.indexOf(b.area) || compareIds(a.rule, b.rule),
  );
}
