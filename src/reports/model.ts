import type { AgencyResult, Assessment, GroupResult, TargetResult } from '../audit/assessment.js';
import { formatDate, isoDate } from '../domain/dates.js';
import type { Rate, TargetOutcome } from '../domain/rates.js';
import type { Language, Message } from '../domain/text.js';
import { message } from '../messages/catalogue.js';
import { formatMessage } from '../messages/format.js';

/** What a report shows of an assessment, in one language: every number is put into words here, once for all formats. */
export interface ReportModel {
  readonly title: string;
  /** `dd/MM/yyyy`. */
  readonly asOf: string;
  readonly targets: readonly {
    readonly id: string;
    readonly metric: string;
    readonly threshold: string;
  }[];
  /** Worst first. */
  readonly agencies: readonly ReportRow[];
  /** By kind of agency. */
  readonly kinds: readonly ReportRow[];
  readonly province: ReportRow;
  readonly submission: GroupResult['agencies'];
  /** Packs that the workspace names and that don't bind on the date. */
  readonly notInForce: readonly string[];
  /** How many open points and readings the packs in force carry. */
  readonly openPoints: number;
}

export interface ReportRow {
  readonly id: string;
  readonly name: string;
  readonly verdict: TargetOutcome;
  readonly late: boolean;
  readonly cells: readonly ReportCell[];
  readonly effective: ReportCell;
  /** What to do next, short, most urgent first. */
  readonly actions: readonly string[];
}

export interface ReportCell {
  /** `numerator/denominator`. */
  readonly count: string;
  /** Whole percent rounded down, as an interval where something is unknown: `89%`, `51-83%`; empty without data. */
  readonly percent: string;
  readonly outcome: TargetOutcome;
}

export function reportModel(assessment: Assessment, language: Language): ReportModel {
  const { province } = assessment;
  const rows = assessment.agencies.map((agency) => agencyRow(agency, language));
  return {
    title: assessment.title,
    asOf: formatDate(isoDate(assessment.as_of)),
    targets: province.targets.map(({ id, metric, threshold }) => ({
      id,
      metric,
      threshold: `${threshold}%`,
    })),
    agencies: worstFirst(rows, assessment.agencies),
    kinds: assessment.kinds.map((kind) =>
      groupRow(kind, { key: `report.kind.${kind.id}`, params: {} }, language),
    ),
    province: groupRow(
      province,
      message(assessment.only_agencies ? 'report.total' : 'report.province'),
      language,
    ),
    submission: province.agencies,
    notInForce: assessment.packs.filter((pack) => !pack.in_force).map((pack) => pack.id),
    openPoints: assessment.packs
      .filter((pack) => pack.in_force)
      .flatMap((pack) => pack.notes)
      .filter((note) => note.certainty !== 'text').length,
  };
}

function groupRow(group: GroupResult, name: Message, language: Language): ReportRow {
  return {
    id: group.id,
    name: formatMessage(name, language),
    verdict: group.verdict,
    late: false,
    cells: group.targets.map(targetCell),
    effective: rateCell(group.endpoints.effective, group.verdict),
    actions: [],
  };
}

function agencyRow(agency: AgencyResult, language: Language): ReportRow {
  return {
    id: agency.id,
    name: agency.name,
    verdict: agency.verdict,
    late: agency.submission.late,
    cells: agency.targets.map(targetCell),
    effective: rateCell(agency.endpoints.effective, agency.verdict),
    actions: agency.actions.map((action) => formatMessage(shortened(action), language)),
  };
}

/** The short form of an action, for narrow tables; the long one where there is none. */
function shortened(action: Message): Message {
  return { ...action, key: action.key.replace(/^audit\.action\./, 'audit.short.') };
}

function targetCell(target: TargetResult): ReportCell {
  return rateCell(target, target.outcome);
}

/** Percentages are rounded down, so that 899 of 1000 never reads 90 %. */
function rateCell({ numerator, denominator, unknown }: Rate, outcome: TargetOutcome): ReportCell {
  if (denominator === 0) return { count: '-', percent: '', outcome };
  const lower = Math.floor((100 * numerator) / denominator);
  const upper = Math.floor((100 * (numerator + unknown)) / denominator);
  return {
    count: `${numerator}/${denominator}`,
    percent: upper === lower ? `${lower}%` : `${lower}-${upper}%`,
    outcome,
  };
}

const verdictOrder: readonly TargetOutcome[] = ['not_met', 'inconclusive', 'no_data', 'met'];

/**
 * Those who handed in nothing first, then by verdict, by how many targets fail, by how much is missing; ties in the
 * list's order.
 */
function worstFirst(rows: readonly ReportRow[], agencies: readonly AgencyResult[]): ReportRow[] {
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
    .map((agency, index) => ({ row: rows[index] as ReportRow, rank: rank(agency), index }))
    .sort((a, b) => {
      const place = a.rank.findIndex((value, i) => value !== b.rank[i]);
      return place < 0 ? a.index - b.index : (a.rank[place] ?? 0) - (b.rank[place] ?? 0);
    })
    .map(({ row }) => row);
}
