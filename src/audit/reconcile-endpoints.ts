import { addDuration, formatDate, type IsoDate, parseIsoDate } from '../domain/dates.js';
import type { Diagnostic } from '../domain/diagnostic.js';
import type { Message } from '../domain/text.js';
import {
  isRegister,
  type ListedMachine,
  type MachineList,
  type MergeCounts,
  reconcile,
  type SideCounts,
  type Sides,
  type SourceDates,
} from '../fleet/reconcile.js';
import type { EndpointSource } from '../fleet/source.js';
import { staleAfterDays } from '../fleet/stages/resolve.js';
import type { AgencySubmission } from '../intake/submission.js';
import { message } from '../messages/catalogue.js';
import { declaredEndpoints } from './agency-result.js';
import type { EndpointSummary } from './assessment.js';
import { endpointSummary } from './endpoint-summary.js';
import { excludedCount, excludesMany } from './hand-in-findings.js';
import {
  type EndpointOptions,
  type JudgedTables,
  judgeEndpoints,
  noChecksInForce,
} from './judge-endpoints.js';
import { judgeProvince, readProvince } from './read-province.js';
import { isShort, maxDaysApart } from './second-source.js';

/** What one agency's sources know apart and together. */
export interface AgencyReconciliation {
  readonly id: string;
  readonly name: string;
  /** The figures of the audit: denominator, exclusions, self-reported, the declared number. */
  readonly endpoints: EndpointSummary;
  readonly sources: readonly DatedSource[];
  /** By kind of machine, and their sum. */
  readonly sides: { readonly all: SideCounts; readonly byMachine: readonly SideCounts[] };
  readonly merges: MergeCounts;
  /** Chapman's estimate; null when the two sides share no machine, or one is missing. Never a denominator. */
  readonly estimate: { readonly total: number; readonly union: number } | null;
  /** The days that every dated source tells of: the 30 before its date. Null when there is no such day, or no date. */
  readonly overlap: { readonly from: IsoDate; readonly to: IsoDate } | null;
  readonly lists: Readonly<Record<MachineList, readonly ListedMachine[]>>;
  readonly warnings: readonly Message[];
}

/** A source with its title and the one day that it tells of. */
export interface DatedSource extends SourceDates {
  readonly title: EndpointSource['title'];
  readonly register: boolean;
  /** The export's date where the inventory gives it, else that of its newest observation. */
  readonly date: IsoDate | null;
}

export interface Reconciliation {
  readonly asOf: IsoDate;
  /** A machine silent for longer is stale. */
  readonly staleDays: number;
  readonly agencies: readonly AgencyReconciliation[];
  readonly diagnostics: readonly Diagnostic[];
}

/** A source tells of the machines seen in so many days before its date. */
const window = { months: 0, days: 30 };

/**
 * Judges the endpoints of the agencies chosen as an audit does and says what only one side knows. Throws `AppError` (exit 2)
 * when an agency isn't known, no pack in force has endpoint checks, or the workspace can't be used.
 */
export async function reconcileWorkspace(options: EndpointOptions): Promise<Reconciliation> {
  const province = await readProvince(options);
  const { chosen } = province;
  const { answer, known, diagnostics } = await judgeEndpoints(
    options,
    province,
    judgeProvince(province),
    async (tables) => {
      const sides = await reconcile(tables.engine);
      return chosen.map((submission) => agencyOf(submission, sides, tables));
    },
  );
  if (!answer) throw noChecksInForce(options.asOf);
  return {
    asOf: options.asOf,
    staleDays: staleAfterDays,
    agencies: answer,
    diagnostics: [...known.diagnostics, ...diagnostics],
  };
}

function agencyOf(
  submission: AgencySubmission,
  sides: Sides,
  { fleet, rules, sources }: JudgedTables,
): AgencyReconciliation {
  const { id, name } = submission.agency;
  const endpoints = endpointSummary(
    fleet,
    id,
    declaredEndpoints(submission),
    rules.checks.checks,
    rules.asOf,
  );
  const byMachine = sides.counts.get(id) ?? [];
  const all = byMachine.reduce(sumOf, noCounts);
  const dated = (sides.sources.get(id) ?? []).map((each) => datedSource(each, endpoints, sources));
  const days = dated.flatMap(({ date }) => date ?? []).toSorted();
  const [oldest, newest] = [days[0], days.at(-1)];
  const total = endpoints.second_source?.estimate ?? null;
  const figures = {
    id,
    name,
    endpoints,
    sources: dated,
    sides: { all, byMachine },
    merges: sides.merges.get(id) ?? noMerges,
    estimate:
      total === null ? null : { total, union: all.registerActive + all.console - all.bothActive },
    overlap: oldest && newest ? overlapOf(oldest, newest) : null,
    lists: {
      only_register: sides.lists.only_register.get(id) ?? [],
      only_console: sides.lists.only_console.get(id) ?? [],
      stale: sides.lists.stale.get(id) ?? [],
      excluded: sides.lists.excluded.get(id) ?? [],
    },
  };
  return { ...figures, warnings: warningsOf(figures, oldest, newest) };
}

function warningsOf(
  agency: Omit<AgencyReconciliation, 'warnings'>,
  oldest: IsoDate | undefined,
  newest: IsoDate | undefined,
): Message[] {
  const { endpoints, estimate, merges } = agency;
  const { second_source: known, days_apart: apart } = endpoints;
  const warnings: Message[] = [];
  if (endpoints.self_reported) warnings.push(message('reconcile.warning.self_reported'));
  if (known?.both === 0) warnings.push(message('reconcile.warning.nothing_common'));
  if (apart !== undefined && apart > maxDaysApart && oldest && newest) {
    warnings.push(
      message('reconcile.warning.dates_apart', {
        days: apart,
        from: formatDate(oldest),
        to: formatDate(newest),
        limit: maxDaysApart,
      }),
    );
  }
  if (excludesMany(endpoints)) {
    warnings.push(
      message('audit.finding.exclusions', {
        count: excludedCount(endpoints),
        found: endpoints.found,
      }),
    );
  }
  if (estimate && known && isShort(known)) {
    warnings.push(message('reconcile.warning.estimate', estimate));
  }
  if (merges.doubtful > 0) {
    warnings.push(message('reconcile.warning.doubtful', { count: merges.doubtful }));
  }
  return warnings;
}

function overlapOf(oldest: IsoDate, newest: IsoDate): AgencyReconciliation['overlap'] {
  const from = addDuration(newest, window, -1);
  return from > oldest ? null : { from, to: oldest };
}

function datedSource(
  each: SourceDates,
  { sources: audited }: EndpointSummary,
  sources: readonly EndpointSource[],
): DatedSource {
  const { source, role } = each;
  const dated = audited.find((other) => other.source === source && other.role === role)?.dated;
  return {
    ...each,
    title: sources.find(({ id }) => id === source)?.title ?? { vi: source, en: source },
    register: isRegister(role),
    date: parseIsoDate(dated ?? '') ?? null,
  };
}

const noMerges: MergeCounts = { rows: 0, machines: 0, merged: 0, repeated: 0, doubtful: 0 };

const noCounts: SideCounts = {
  machine: 'all',
  found: 0,
  outOfScope: 0,
  register: 0,
  registerActive: 0,
  console: 0,
  both: 0,
  bothActive: 0,
  onlyRegister: 0,
  onlyConsole: 0,
  stale: 0,
};

function sumOf(sum: SideCounts, each: SideCounts): SideCounts {
  return {
    machine: sum.machine,
    found: sum.found + each.found,
    outOfScope: sum.outOfScope + each.outOfScope,
    register: sum.register + each.register,
    registerActive: sum.registerActive + each.registerActive,
    console: sum.console + each.console,
    both: sum.both + each.both,
    bothActive: sum.bothActive + each.bothActive,
    onlyRegister: sum.onlyRegister + each.onlyRegister,
    onlyConsole: sum.onlyConsole + each.onlyConsole,
    stale: sum.stale + each.stale,
  };
}
