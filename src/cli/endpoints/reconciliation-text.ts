import type {
  AgencyReconciliation,
  DatedSource,
  Reconciliation,
} from '../../audit/reconcile-endpoints.js';
import { formatDate, parseIsoDate } from '../../domain/dates.js';
import { percentDown } from '../../domain/shares.js';
import type { Message, MessageParam } from '../../domain/text.js';
import { type ListedMachine, machineLists } from '../../fleet/reconcile.js';
import { message } from '../../messages/catalogue.js';
import { formatNumber, text } from '../../messages/format.js';
import { safe, show } from '../print.js';
import { tableText } from '../table.js';
import { exclusionWord } from './explanation-text.js';
import { type Page, said } from './page.js';

/** Machines of a list that are shown; `--json` and `--out` have all. */
const shownMachines = 15;

/** One agency with its lists; several as a table, a row each, with what must be said of them below. */
export function reconciliationText(found: Reconciliation, page: Page): string {
  const { agencies, asOf, staleDays } = found;
  const { language, styles } = page;
  const heading = styles.heading(
    said(message('reconcile.heading', { date: formatDate(asOf) }), page, ''),
  );
  const [only] = agencies;
  if (agencies.length === 1 && only) {
    return [heading, '', ...agencyLines(only, staleDays, page)].join('\n');
  }
  const warned = agencies.filter(({ warnings }) => warnings.length > 0);
  return [
    heading,
    '',
    agencyTable(agencies, page),
    '',
    said(message('reconcile.legend', { days: staleDays }), page, ''),
    ...(warned.length === 0
      ? []
      : ['', styles.heading(text('reconcile.warnings', language)), ...warned.flatMap(warnedLines)]),
    '',
    said(message('reconcile.one_agency'), page, ''),
  ].join('\n');

  function warnedLines({ name, warnings }: AgencyReconciliation): string[] {
    return [
      said(message('reconcile.agency_warnings', { name }), page),
      ...warnings.map((each) => styles.caution(said(each, page, '      ', '    - '))),
    ];
  }
}

function agencyTable(agencies: readonly AgencyReconciliation[], page: Page): string {
  const { language, width, styles } = page;
  const keys = ['scope', 'register', 'console', 'both', 'only_register', 'only_console', 'stale'];
  const columns = [
    { title: text('report.agency', language), wrap: true },
    ...keys.map((key) => ({
      title: show({ key: `reconcile.column.${key}`, params: {} }, language),
      align: 'right' as const,
    })),
  ];
  const rows = agencies.map(({ name, endpoints, sides: { all } }) => [
    name,
    ...[
      endpoints.in_scope,
      all.registerActive,
      all.console,
      all.bothActive,
      all.onlyRegister,
      all.onlyConsole,
      all.stale,
    ].map((count) => formatNumber(count, language)),
  ]);
  return tableText(columns, rows, width, styles.heading);
}

function agencyLines(agency: AgencyReconciliation, staleDays: number, page: Page): string[] {
  const { language, styles } = page;
  const part = (title: Message, lines: readonly string[]) =>
    lines.length === 0 ? [] : ['', styles.heading(show(title, language)), ...lines];
  return [
    styles.heading(safe(`${agency.name} (${agency.id})`)),
    ...agency.warnings.map((each) => styles.caution(said(each, page, '    ', '  ! '))),
    ...part(
      message('reconcile.sources'),
      agency.sources.map((each) => sourceLine(each, page)),
    ),
    ...datesLines(agency, page),
    ...part(
      message('reconcile.machines'),
      machineMessages(agency, staleDays).map((each) => said(each, page, '    ', '  ')),
    ),
    ...machineLists.flatMap((list) =>
      part(
        message(`reconcile.list.${list}`, { count: agency.lists[list].length }),
        listLines(agency.lists[list], page),
      ),
    ),
  ];
}

function sourceLine({ title, role, files, rows, refused, date }: DatedSource, page: Page): string {
  return said(
    message('reconcile.source', {
      title,
      role: { key: `source.role.${role}`, params: {} },
      files,
      rows,
      refused,
      date: date === null ? message('endpoint_explain.undated') : formatDate(date),
    }),
    page,
    '    ',
    '  ',
  );
}

function datesLines({ overlap, endpoints }: AgencyReconciliation, page: Page): string[] {
  const { days_apart: daysApart } = endpoints;
  if (daysApart === undefined) return [];
  return [
    said(
      overlap
        ? message('reconcile.overlap', {
            from: formatDate(overlap.from),
            to: formatDate(overlap.to),
            days: daysApart,
          })
        : message('reconcile.no_overlap', { days: daysApart }),
      page,
    ),
  ];
}

function machineMessages(agency: AgencyReconciliation, staleDays: number): readonly Message[] {
  const { endpoints, sides, merges, estimate } = agency;
  const { all, byMachine } = sides;
  const { declared, excluded } = endpoints;
  return [
    message('reconcile.denominator', { count: endpoints.in_scope, found: endpoints.found }),
    ...(declared
      ? [
          message('reconcile.declared', {
            count: declared.count,
            register: declared.register,
            unreported: endpoints.unreported,
          }),
        ]
      : [message('reconcile.not_declared')]),
    ...excluded.map(({ reason, count }) =>
      message('reconcile.excluded', {
        reason: exclusionWord(reason),
        count,
        percent: percentDown(count, endpoints.found),
      }),
    ),
    message('reconcile.register', {
      count: all.register,
      active: all.registerActive,
      stale: all.register - all.registerActive,
    }),
    message('reconcile.console', { count: all.console }),
    message('reconcile.both', {
      both: all.both,
      only_register: all.onlyRegister,
      only_console: all.onlyConsole,
    }),
    ...byMachine.map((each) =>
      message('reconcile.by_machine', {
        machine: { key: `reconcile.machine.${each.machine}`, params: {} },
        register: each.register,
        console: each.console,
        both: each.both,
      }),
    ),
    message('reconcile.stale', { count: all.stale, days: staleDays }),
    all.registerActive === 0
      ? message('reconcile.no_coverage')
      : message('reconcile.coverage', {
          both: all.bothActive,
          register: all.registerActive,
          percent: percentDown(all.bothActive, all.registerActive),
        }),
    ...(estimate ? [message('reconcile.estimate', estimate)] : []),
    message('reconcile.merges', { ...merges }),
  ];
}

function listLines(machines: readonly ListedMachine[], page: Page): string[] {
  if (machines.length === 0) return [];
  const { language, width, styles } = page;
  const columns = ['name', 'id', 'last_seen', 'sources'].map((key) => ({
    title: show({ key: `reconcile.column.${key}`, params: {} }, language),
    wrap: key === 'name' || key === 'sources',
  }));
  const shown = machines.slice(0, shownMachines);
  const rows = shown.map(({ name, id, lastSeen, sources, stale, exclusion }) => [
    name,
    id,
    show(
      message(stale && exclusion === null ? 'reconcile.seen_stale' : 'reconcile.seen', {
        date: dayText(lastSeen),
      }),
      language,
    ),
    [...(exclusion === null ? [] : [show(exclusionWord(exclusion), language)]), sources.join(', ')],
  ]);
  const more = machines.length - shown.length;
  return [
    ...tableText(columns, rows, width - 2, styles.heading)
      .split('\n')
      .map((line) => `  ${line}`),
    ...(more > 0 ? [said(message('reconcile.more', { count: more }), page)] : []),
  ];
}

/** The day of a moment, as people read it. */
function dayText(moment: string | null): MessageParam {
  const date = moment === null ? undefined : parseIsoDate(moment.slice(0, 10));
  return date ? formatDate(date) : message('endpoint_explain.undated');
}
