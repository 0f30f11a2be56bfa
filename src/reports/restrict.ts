import type { Assessment } from '../audit/assessment.js';
import { groupResult } from '../audit/target-results.js';
import type { Severity } from '../domain/rules.js';
import type { Language } from '../domain/text.js';
import { severities } from './model/rows.js';
import { say, wordOf } from './model/words.js';
import type { LeftOut } from './report-model.js';

/** What of an assessment is to be reported; empty lists and null restrict nothing. */
export interface ReportScope {
  readonly agencies: readonly string[];
  readonly kinds: readonly string[];
  readonly systems: readonly string[];
  /** The mildest severity that is shown. */
  readonly severity: Severity | null;
  /** Findings on requirements: those that rest on the self-assessment, or on an inspection. */
  readonly basis: 'self_assessment' | 'inspection' | null;
}

/**
 * The assessment of some agencies only, with figures added up anew, and of some findings only. Figures of agencies and
 * systems never change: leaving findings out makes nothing better. Ids that aren't there restrict to nothing.
 */
export function restrict(assessment: Assessment, scope: ReportScope): Assessment {
  const agencies = chosenAgencies(assessment, scope);
  const whole = agencies.length === assessment.agencies.length;
  const targets = assessment.province.targets;
  const ids = new Set(agencies.map(({ id }) => id));
  const paths = new Set(
    agencies
      .flatMap(({ systems }) => systems)
      .flatMap(({ requirements }) =>
        scope.basis === null ? [] : (requirements?.[scope.basis] ?? []),
      ),
  );
  const mildest = scope.severity === null ? severities.length : severities.indexOf(scope.severity);
  const findings = assessment.findings.filter(
    ({ subject, severity, evidence }) =>
      (whole || (subject.agency !== null && ids.has(subject.agency))) &&
      (scope.systems.length === 0 ||
        (subject.kind === 'system' && scope.systems.includes(subject.id))) &&
      severities.indexOf(severity) <= mildest &&
      (scope.basis === null || evidence.some(({ path }) => paths.has(path))),
  );
  if (whole) return { ...assessment, agencies, findings };
  return {
    ...assessment,
    only_agencies: agencies.map(({ id }) => id),
    agencies,
    kinds: [...new Set(agencies.map(({ kind }) => kind))].map((kind) =>
      groupResult(
        kind,
        agencies.filter((each) => each.kind === kind),
        targets,
      ),
    ),
    province: groupResult('province', agencies, targets),
    findings,
    inputs: assessment.inputs.filter(({ agency }) => agency === undefined || ids.has(agency)),
  };
}

function chosenAgencies(
  { agencies }: Assessment,
  { agencies: ids, kinds, systems }: ReportScope,
): Assessment['agencies'] {
  return agencies
    .filter(
      (each) =>
        (ids.length === 0 || ids.includes(each.id)) &&
        (kinds.length === 0 || kinds.includes(each.kind)),
    )
    .filter((each) => systems.length === 0 || each.systems.some(({ id }) => systems.includes(id)));
}

/** Which findings a scope leaves out; agencies and kinds leave out none of those that remain. */
export function leftOut({ systems, severity, basis }: ReportScope): LeftOut {
  if (severity !== null || basis !== null) return 'findings';
  return systems.length > 0 ? 'other_systems' : 'none';
}

/** The restriction in words; null when there is none. */
export function scopeText(
  { agencies, kinds, systems, severity, basis }: ReportScope,
  { agencies: all }: Assessment,
  language: Language,
): string | null {
  const name = (id: string) => all.find((each) => each.id === id)?.name ?? id;
  const systemName = (id: string) =>
    all.flatMap((each) => each.systems).find((each) => each.id === id)?.name ?? id;
  const parts = [
    ...(kinds.length > 0
      ? [kinds.map((kind) => wordOf('report.kind', kind, language)).join(', ')]
      : []),
    ...(agencies.length > 0 ? [agencies.map(name).join(', ')] : []),
    ...(systems.length > 0
      ? [say(language, 'report.scope.systems', { names: systems.map(systemName).join(', ') })]
      : []),
    ...(severity === null
      ? []
      : [
          say(language, 'report.scope.severity', {
            severity: wordOf('report.severity', severity, language),
          }),
        ]),
    ...(basis === null ? [] : [wordOf('report.scope.basis', basis, language)]),
  ];
  return parts.length === 0 ? null : parts.join('; ');
}
