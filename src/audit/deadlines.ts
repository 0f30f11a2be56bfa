import { addDuration, type Duration, type IsoDate } from '../domain/dates.js';
import { compareIds } from '../domain/order.js';
import type { Severity } from '../domain/rules.js';
import type { Holidays } from '../domain/working-days.js';
import { message } from '../messages/catalogue.js';
import type { ObligationStatus } from '../systems/obligation-result.js';
import type { Deadline } from './deadline.js';
import { expiringRequirements } from './expiring-requirements.js';
import { type JudgedObligation, judgeProvinceObligations } from './judge-province-obligations.js';
import type { JudgedSystem, Province } from './read-province.js';

export type DeadlineTotals = Readonly<Record<ObligationStatus, number>>;

/** What is due when, worst first; what is done or doesn't apply is only counted. */
export interface Deadlines {
  readonly asOf: IsoDate;
  readonly items: readonly Deadline[];
  /** Over everything, whatever `within` and `overdueOnly` leave out. */
  readonly totals: DeadlineTotals;
}

export interface DeadlineOptions {
  readonly holidays: Holidays;
  /** Up to how long before its day a duty counts as due soon. */
  readonly soon: Duration;
  /** Leaves out what is due later than that, and what has no date; what is late stays. */
  readonly within?: Duration;
  readonly overdueOnly?: boolean;
  /** Ids of systems; all, and what is no system's, when empty. */
  readonly systems?: readonly string[];
}

/** Everything that is due in a province, agencies as `province` was asked for. Pure. */
export function findDeadlines(
  province: Province,
  judged: ReadonlyMap<string, readonly JudgedSystem[]>,
  options: DeadlineOptions,
): Deadlines {
  const { asOf, chosen } = province;
  const wanted = options.systems ?? [];
  const own = new Set(
    province.packs
      .flatMap((pack) => pack.obligations?.obligations ?? [])
      .flatMap(({ due }) =>
        'every' in due && typeof due.every === 'object' && 'requirement' in due.every
          ? [due.every.requirement]
          : [],
      ),
  );
  const all = [
    ...judgeProvinceObligations(province, judged, options).map(fromObligation),
    ...chosen.flatMap(({ agency }) =>
      (judged.get(agency.id) ?? []).flatMap((each) =>
        expiringRequirements(each, agency, own, { asOf, soon: options.soon }),
      ),
    ),
  ].filter((each) => wanted.length === 0 || (each.system && wanted.includes(each.system.id)));
  const end = options.within && addDuration(asOf, options.within);
  const items = all
    .filter(({ status }) => status !== 'done' && status !== 'not_applicable')
    .filter(({ status }) => !options.overdueOnly || status === 'overdue')
    .filter(({ due }) => end === undefined || (due !== null && due <= end))
    .sort(compareDeadlines);
  return { asOf, items, totals: countStatuses(all) };
}

function fromObligation({ stated, agency, system, result }: JudgedObligation): Deadline {
  const { obligation } = stated;
  const { status, due, latest, at, daysLeft, daysLeftLatest, next, doneOn } = result;
  return {
    kind: 'obligation',
    id: obligation.id,
    title: message('finding.pack_text', { text: obligation.title }),
    who: obligation.who,
    agency,
    system,
    event: result.event,
    status,
    due,
    latest,
    at,
    daysLeft,
    daysLeftLatest,
    next,
    doneOn,
    lastWorkingDay: result.lastWorkingDay,
    period: result.period?.label ?? null,
    certainty: result.certainty,
    severity: obligation.severity,
    citations: obligation.citations,
    why: result.why,
    missing: result.missing,
    remediation: obligation.remediation,
  };
}

/** From the worst; what is done or doesn't apply isn't shown. */
export const shownStatuses = [
  'overdue',
  'due_soon',
  'upcoming',
  'unknown',
  'information',
] as const satisfies readonly ObligationStatus[];

const order: readonly ObligationStatus[] = [...shownStatuses, 'done', 'not_applicable'];
const severities: readonly Severity[] = ['critical', 'high', 'medium', 'low', 'info'];

/** By status, then the earlier date, then severity; what has no date after what has one. The rest by ids: a total order. */
function compareDeadlines(a: Deadline, b: Deadline): number {
  return (
    order.indexOf(a.status) - order.indexOf(b.status) ||
    compareTexts(a.due ?? '9999', b.due ?? '9999') ||
    severities.indexOf(a.severity) - severities.indexOf(b.severity) ||
    compareIds(a.id, b.id) ||
    compareIds(a.agency?.id ?? '', b.agency?.id ?? '') ||
    compareIds(a.system?.id ?? '', b.system?.id ?? '') ||
    compareIds(a.event ?? '', b.event ?? '')
  );
}

function compareTexts(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function countStatuses(all: readonly Deadline[]): DeadlineTotals {
  const count = (status: ObligationStatus) => all.filter((each) => each.status === status).length;
  return {
    overdue: count('overdue'),
    due_soon: count('due_soon'),
    upcoming: count('upcoming'),
    unknown: count('unknown'),
    information: count('information'),
    done: count('done'),
    not_applicable: count('not_applicable'),
  };
}
