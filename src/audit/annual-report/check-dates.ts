import { formatDate, type IsoDate, isoDate } from '../../domain/dates.js';
import { message } from '../../messages/catalogue.js';
import { reportItem, rowItem } from './check-item.js';
import type { CheckItem, ReportDeadline, ReportRow } from './report.js';
import { isApproved, isRetired } from './summary.js';

/** CHK-04: a date is expected for what isn't done. Of retired systems nothing is expected. */
export function expectedDatesGiven(rows: readonly ReportRow[]): CheckItem[] {
  return rows
    .filter((row) => !isRetired(row))
    .flatMap((row) => {
      const { name } = row;
      return [
        ...(isApproved(row) || row.expected_approval !== null
          ? []
          : [
              rowItem(
                row,
                'expected_approval',
                message('annual_report.item.no_expected_approval', { name }),
              ),
            ]),
        ...(row.plan_status === 'fully' || row.expected_full_plan !== null
          ? []
          : [
              rowItem(
                row,
                'expected_full_plan',
                message('annual_report.item.no_expected_plan', { name }),
              ),
            ]),
      ];
    });
}

/** CHK-08: a date that is expected lies after the date of the data. */
export function expectedDatesAhead(rows: readonly ReportRow[], asOf: IsoDate): CheckItem[] {
  return rows
    .filter((row) => !isRetired(row))
    .flatMap((row) =>
      (['expected_approval', 'expected_full_plan'] as const).flatMap((field) => {
        const date = row[field];
        if (date === null || date > asOf) return [];
        const found = message('annual_report.item.date_past', {
          name: row.name,
          date: formatDate(isoDate(date)),
        });
        return [rowItem(row, field, found)];
      }),
    );
}

/** CHK-14: the deadline that binds whoever sends the report hasn't passed. Not known without the day of sending. */
export function sentInTime(deadlines: readonly ReportDeadline[]): CheckItem[] {
  return deadlines
    .filter(({ binding }) => binding)
    .flatMap(({ to, last_day, days_left }) => {
      const last = formatDate(isoDate(last_day));
      if (days_left === null) {
        return [
          reportItem('sent_on', message('annual_report.item.not_sent', { to, last }), 'unknown'),
        ];
      }
      if (days_left >= 0) return [];
      return [
        reportItem('sent_on', message('annual_report.item.late', { to, last, days: -days_left })),
      ];
    });
}
