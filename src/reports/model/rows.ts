import type {
  AgencyResult,
  Assessment,
  EndpointCounts,
  EndpointSummary,
  GroupResult,
} from '../../audit/assessment.js';
import type { TargetOutcome } from '../../domain/rates.js';
import type { Severity } from '../../domain/rules.js';
import type { Language, Message } from '../../domain/text.js';
import { formatMessage, isKnownMessage, text } from '../../messages/format.js';
import type { ReportAgency, ReportEndpoints, ReportGroup } from '../report-model.js';
import { effectiveCell, targetCell } from './cells.js';
import { reportSystem } from './systems.js';
import type { Titles } from './titles.js';
import { dateText, say, wordOf } from './words.js';

/** Worst first; the order of `findingCounts`. */
export const severities: readonly Severity[] = ['critical', 'high', 'medium', 'low', 'info'];

/** The agencies, worst first: those who handed in nothing, then by verdict, by how many targets fail, by how much is missing. */
export function reportAgencies(
  { agencies, findings }: Assessment,
  titles: Titles,
  language: Language,
): ReportAgency[] {
  const counts = new Map<string | null, number[]>();
  for (const { subject, severity } of findings) {
    const own = counts.get(subject.agency) ?? severities.map(() => 0);
    const place = severities.indexOf(severity);
    own[place] = (own[place] ?? 0) + 1;
    counts.set(subject.agency, own);
  }
  return worstFirst(agencies).map((agency) => ({
    id: agency.id,
    name: agency.name,
    verdict: agency.verdict,
    verdictWord: text(`audit.outcome.${agency.verdict}`, language),
    cells: agency.targets.map((target) => targetCell(target, language)),
    effective: effectiveCell(agency.endpoints, agency.verdict, language),
    endpoints: agencyEndpoints(agency.endpoints, titles, language),
    systemCount: agency.systems.length,
    findingCounts: counts.get(agency.id) ?? severities.map(() => 0),
    kind: agency.kind,
    kindName: wordOf('report.kind', agency.kind, language),
    submission: agency.submission.status,
    submissionWord: wordOf('report.submission', agency.submission.status, language),
    late: agency.submission.late,
    submittedOn: dateText(agency.submission.submitted_on),
    actions: agency.actions.map((action) => ({
      text: formatMessage(action, language),
      short: formatMessage(shortened(action), language),
      key: action.key,
      ...(typeof action.params['count'] === 'number' && { count: action.params['count'] }),
    })),
    systems: agency.systems.map((system) => reportSystem(system, agency.id, titles, language)),
  }));
}

/** Figures over several agencies under a name. */
export function reportGroup(
  group: GroupResult,
  name: Message,
  agencies: readonly ReportAgency[],
  language: Language,
): ReportGroup {
  return {
    id: group.id,
    name: formatMessage(name, language),
    verdict: group.verdict,
    verdictWord: text(`audit.outcome.${group.verdict}`, language),
    cells: group.targets.map((target) => targetCell(target, language)),
    effective: effectiveCell(group.endpoints, group.verdict, language),
    endpoints: { ...counts(group.endpoints), ...nothingMore },
    systemCount: group.systems,
    findingCounts: severities.map((_, place) =>
      agencies.reduce((sum, agency) => sum + (agency.findingCounts[place] ?? 0), 0),
    ),
    agencies: group.agencies,
  };
}

/** The short form of an action, for narrow tables; the long one where there is none. */
function shortened(action: Message): Message {
  const key = action.key.replace(/^audit\.action\./, 'audit.short.');
  return isKnownMessage(key) ? { ...action, key } : action;
}

const nothingMore = {
  declared: '',
  selfReported: false,
  stale: 0,
  products: [],
  excluded: [],
  sources: [],
  checks: [],
} as const;

function counts(endpoints: EndpointCounts) {
  return {
    found: endpoints.found,
    outOfScope: endpoints.out_of_scope,
    inScope: endpoints.in_scope,
    unreported: endpoints.unreported,
    protected: endpoints.protected,
    degraded: endpoints.degraded,
    unprotected: endpoints.unprotected,
    unknown: endpoints.unknown,
  };
}

function agencyEndpoints(
  endpoints: EndpointSummary,
  titles: Titles,
  language: Language,
): ReportEndpoints {
  const { declared } = endpoints;
  return {
    ...counts(endpoints),
    declared: !declared
      ? ''
      : say(language, declared.date ? 'report.declared_on' : 'report.declared', {
          count: declared.count,
          register: declared.register,
          date: dateText(declared.date),
        }),
    selfReported: endpoints.self_reported,
    stale: endpoints.stale ?? 0,
    products: endpoints.products.map(({ product, count }) => ({
      product: product === '-' ? text('report.no_product', language) : product,
      count,
    })),
    excluded: endpoints.excluded.map(({ reason, count }) => ({
      reason: wordOf('exclusion', reason, language),
      count,
    })),
    sources: endpoints.sources.map(({ source, files, rows, used, dated }) => ({
      source,
      files,
      rows,
      used: used ?? null,
      dated: dateText(dated),
    })),
    checks: endpoints.checks.map((check) => ({
      id: check.id,
      title: titles.rule(check.id).title,
      severity: check.severity,
      severityWord: wordOf('report.severity', check.severity, language),
      pass: check.pass,
      fail: check.fail,
      unknown: check.unknown,
      notApplicable: check.not_applicable,
    })),
  };
}

const verdictOrder: readonly TargetOutcome[] = ['not_met', 'inconclusive', 'no_data', 'met'];

/** Ties stay in the list's order. */
function worstFirst(agencies: readonly AgencyResult[]): AgencyResult[] {
  const rank = (agency: AgencyResult): number[] => [
    agency.submission.status === 'not_submitted' ? 0 : 1,
    verdictOrder.indexOf(agency.verdict),
    -agency.targets.filter((target) => target.outcome === 'not_met').length,
    -agency.targets.reduce(
      (sum, target) => sum + (target.denominator === 0 ? 0 : target.missing / target.denominator),
      0,
    ),
  ];
  return agencies
    .map((agency, index) => ({ agency, rank: rank(agency), index }))
    .sort((a, b) => {
      const place = a.rank.findIndex((value, i) => value !== b.rank[i]);
      return place < 0 ? a.index - b.index : (a.rank[place] ?? 0) - (b.rank[place] ?? 0);
    })
    .map(({ agency }) => agency);
}
