import type { AgencyResult, Assessment } from '../audit/assessment.js';
import { formatDate, isoDate } from '../domain/dates.js';
import type { Language, Message } from '../domain/text.js';
import { message } from '../messages/catalogue.js';
import { text } from '../messages/format.js';
import { type Styles, show } from './print.js';
import { paragraph, tableText } from './table.js';

/**
 * An agency's endpoints: how the denominator came about, the verdicts, workstations and servers apart, how far the sources
 * agree, and of each export file how many rows were read, used and refused. Empty when no export was handed in.
 */
export function endpointList(
  { inputs }: Assessment,
  { id, endpoints, targets }: AgencyResult,
  language: Language,
  width: number,
  styles: Styles,
): string {
  const files = inputs.filter((input) => input.agency === id && input.rows_read !== null);
  if (files.length === 0 && endpoints.in_scope === 0) return '';
  const notes = targets.flatMap((target) => target.notes ?? []);
  const lines = [...figures(endpoints), ...notes].map((each) =>
    paragraph(show(each, language), width, ''),
  );
  const columns = [
    { title: text('report.endpoints.file', language), wrap: true },
    { title: text('report.endpoints.read', language), align: 'right' as const },
    { title: text('report.endpoints.used', language), align: 'right' as const },
    { title: text('report.endpoints.refused', language), align: 'right' as const },
  ];
  const rows = files.map((file) => [
    file.path,
    ...[file.rows_read, file.rows_used, file.rows_refused].map((count) => String(count ?? '-')),
  ]);
  return [
    styles.heading(text('report.endpoints.heading', language)),
    ...lines,
    ...(rows.length > 0 ? [tableText(columns, rows, width, styles.faint)] : []),
  ].join('\n');
}

function figures(endpoints: AgencyResult['endpoints']): Message[] {
  const { excluded, by_machine: machines, second_source: sides, sources } = endpoints;
  const dated = sources.flatMap(({ source, dated: day }) =>
    day ? [`${source} ${formatDate(isoDate(day))}`] : [],
  );
  return [
    message('report.endpoints.count', {
      found: endpoints.found,
      excluded: endpoints.out_of_scope,
      unreported: endpoints.unreported,
      scope: endpoints.in_scope,
    }),
    ...excluded.map(({ reason, count }) =>
      message('report.endpoints.excluded', {
        reason: { key: `exclusion.${reason}`, params: {} },
        count,
      }),
    ),
    message('report.endpoints.verdicts', {
      protected: endpoints.protected,
      degraded: endpoints.degraded,
      unprotected: endpoints.unprotected,
      unknown: endpoints.unknown,
      stale: endpoints.stale ?? 0,
    }),
    ...machines.map((each) =>
      message('report.endpoints.machine', {
        machine: { key: `report.endpoints.machine.${each.machine}`, params: {} },
        installed: each.installed,
        open: each.installed_unknown ?? 0,
        protected: each.protected,
        unknown: each.unknown ?? 0,
        scope: each.in_scope,
      }),
    ),
    ...(sides
      ? [
          message('report.endpoints.sides', {
            register: sides.register,
            console: sides.console,
            both: sides.both,
          }),
        ]
      : []),
    ...(dated.length > 0
      ? [message('report.endpoints.sources', { sources: dated.join(', ') })]
      : []),
    ...(endpoints.self_reported ? [message('report.endpoints.self_reported')] : []),
  ];
}
