import type { Statement } from '../engines/engine.js';
import type { DateForm, EndpointSource, SourceColumn } from '../source.js';
import { type CellAt, cellsOf } from './cells.js';

/** Dates before this are "no date" marks of the tools: 1601, 1970, 0001. */
const earliestDate = '1990-01-01';

/** Macros that read a date text of one form as a UTC timestamp; a text without a zone is Viet Nam's time (UTC+7). */
export function dateMacros(asOf: string): Statement[] {
  return [
    {
      // A date after the audit's day + 1, or before tools of today existed, is no date.
      sql: `CREATE MACRO plausible(t) AS CASE WHEN t >= TIMESTAMP '${earliestDate}' AND t < CAST('${asOf}' AS TIMESTAMP) + INTERVAL 2 DAY THEN t END`,
    },
    {
      // A date that lies ahead of the audit is a wrong clock or a wrong reading; 9999 is the tools' "never".
      sql: `CREATE MACRO future(t) AS coalesce(t >= CAST('${asOf}' AS TIMESTAMP) + INTERVAL 2 DAY AND t < TIMESTAMP '9000-01-01', false)`,
    },
    {
      sql: `CREATE MACRO when_iso(x) AS CASE
        WHEN NOT regexp_matches(x, '^\\d{4}-\\d{2}-\\d{2}([ T].*)?$') THEN NULL
        WHEN regexp_matches(x, '(Z|[+-]\\d{2}(:?\\d{2})?)$') AND length(x) > 10
          THEN try_cast(regexp_replace(x, ' ([+-])', '\\1') AS TIMESTAMPTZ) AT TIME ZONE 'UTC'
        ELSE try_cast(x AS TIMESTAMP) - INTERVAL 7 HOUR END`,
    },
    // `try_strptime` of this database reads past the end of a text that is shorter than the format, and crashes now and then:
    // the parts are taken by a pattern instead and put together as ISO.
    {
      sql: `CREATE MACRO slash_parts(x) AS regexp_extract(x,
        '(?i)^(\\d{1,2})[/-](\\d{1,2})[/-](\\d{4})(?:\\s+(\\d{1,2}):(\\d{2})(?::(\\d{2})(?:[.,]\\d+)?)?(?:\\s*(AM|PM|SA|CH))?)?$',
        ['first', 'second', 'year', 'hour', 'minute', 'sec', 'half'])`,
    },
    {
      sql: `CREATE MACRO hour_of_day(p) AS CASE
        WHEN p.hour = '' THEN '00'
        WHEN p.half = '' THEN lpad(p.hour, 2, '0')
        WHEN CAST(p.hour AS INTEGER) NOT BETWEEN 1 AND 12 THEN NULL
        ELSE lpad(CAST(CAST(p.hour AS INTEGER) % 12 + CASE WHEN upper(p.half) IN ('PM', 'CH') THEN 12 ELSE 0 END AS VARCHAR), 2, '0') END`,
    },
    {
      sql: `CREATE MACRO local_time(p, d, m) AS try_cast(p.year || '-' || lpad(m, 2, '0') || '-' || lpad(d, 2, '0') || ' ' ||
        hour_of_day(p) || ':' || coalesce(nullif(p.minute, ''), '00') || ':' || coalesce(nullif(p.sec, ''), '00') AS TIMESTAMP) - INTERVAL 7 HOUR`,
    },
    {
      sql: 'CREATE MACRO when_dmy(x) AS local_time(slash_parts(x), slash_parts(x).first, slash_parts(x).second)',
    },
    {
      sql: 'CREATE MACRO when_mdy(x) AS local_time(slash_parts(x), slash_parts(x).second, slash_parts(x).first)',
    },
    {
      sql: `CREATE MACRO when_epoch(x) AS CASE WHEN regexp_matches(x, '^\\d{9,10}$') THEN make_timestamp(CAST(x AS BIGINT) * 1000000) END`,
    },
    {
      sql: `CREATE MACRO when_epoch_ms(x) AS CASE WHEN regexp_matches(x, '^\\d{12,13}$') THEN make_timestamp(CAST(x AS BIGINT) * 1000) END`,
    },
    {
      sql: `CREATE MACRO when_filetime(x) AS CASE WHEN regexp_matches(x, '^\\d{17,18}$')
        THEN make_timestamp((CAST(x AS BIGINT) - 116444736000000000) // 10) END`,
    },
    {
      // What PowerShell 5.1 makes of a date in JSON: milliseconds since 1970, below zero for the year 1601 of "never".
      sql: `CREATE MACRO when_json_date(x) AS make_timestamp(
        try_cast(regexp_extract(x, '^/Date\\((-?\\d{1,14})(?:[+-]\\d{4})?\\)/$', 1) AS BIGINT) * 1000)`,
    },
    {
      // "Mon Jan  1 00:00:00 2024 UTC" of osquery; another zone isn't read.
      sql: `CREATE MACRO ctime_parts(x) AS regexp_extract(x,
        '^[A-Z][a-z]{2} ([A-Z][a-z]{2}) +(\\d{1,2}) (\\d{2}:\\d{2}:\\d{2}) (\\d{4}) UTC$', ['month', 'day', 'clock', 'year'])`,
    },
    {
      sql: `CREATE MACRO when_ctime(x) AS try_cast(ctime_parts(x).year || '-' || lpad(CAST(list_position(
        ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'], ctime_parts(x).month) AS VARCHAR), 2, '0')
        || '-' || lpad(ctime_parts(x).day, 2, '0') || ' ' || ctime_parts(x).clock AS TIMESTAMP)`,
    },
    {
      // Kaspersky's agent writes "23-11-2026 08-15-00" in UTC.
      sql: `CREATE MACRO when_dashed_utc(x) AS try_cast(regexp_replace(regexp_extract(x, '^\\d{2}-\\d{2}-\\d{4} \\d{2}-\\d{2}-\\d{2}$'),
        '^(..)-(..)-(....) (..)-(..)-(..)$', '\\3-\\2-\\1 \\4:\\5:\\6') AS TIMESTAMP)`,
    },
    {
      // "5 minutes ago" counts back from the day of the export, from its first minute: the cautious reading.
      sql: `CREATE MACRO relative_parts(x) AS regexp_extract(lower(strip_accents(nfc_normalize(trim(x)))),
        '^(\\d{1,4}) (minute|hour|day|week|month|phut|gio|ngay|tuan|thang)s? (?:ago|truoc)$', ['count', 'unit'])`,
    },
    {
      sql: `CREATE MACRO when_relative(x, exported) AS CAST(exported AS TIMESTAMP) - INTERVAL 7 HOUR - CASE relative_parts(x).unit
        WHEN 'minute' THEN INTERVAL 1 MINUTE WHEN 'phut' THEN INTERVAL 1 MINUTE WHEN 'hour' THEN INTERVAL 1 HOUR WHEN 'gio' THEN INTERVAL 1 HOUR
        WHEN 'day' THEN INTERVAL 1 DAY WHEN 'ngay' THEN INTERVAL 1 DAY WHEN 'week' THEN INTERVAL 7 DAY WHEN 'tuan' THEN INTERVAL 7 DAY
        WHEN 'month' THEN INTERVAL 31 DAY WHEN 'thang' THEN INTERVAL 31 DAY END * try_cast(relative_parts(x).count AS INTEGER)`,
    },
  ];
}

const daysFirst: ReadonlySet<DateForm> = new Set(['dmy', 'mdy']);

/** The day of a text whose order one must know: `20/11/2026`, `2-24-2026`. */
export const slashDate = '^\\d{1,2}[/-]\\d{1,2}[/-]\\d{4}';

/** What tools and people write for "no date": nothing to tell. The numbers are those of "never" in Windows. */
export const noDateWords = [
  ...['0', '-', 'n/a', 'none', 'null', 'never', 'unknown', 'khong co', 'khong ro', 'chua ro'],
  ...['4294967295', '9223372036854775807'],
];

/**
 * For each loaded file: do its slash dates put the day or the month first? Settled by all rows of all date columns: a
 * part over 12 refutes an order; only when none does, a reading that would lie in the future (it may be a wrong clock).
 */
export function dateOrder(source: EndpointSource, cell: CellAt): Statement | undefined {
  const columns = dateColumns(source).flatMap((column) => cellsOf(column, cell));
  const forms = source.dates.filter((form) => daysFirst.has(form));
  if (columns.length === 0 || forms.length === 0) return undefined;
  const allowed = (form: DateForm) => (forms.includes(form) ? 'true' : 'false');
  return {
    // Days repeat from row to row: each different one of a file is looked at once.
    sql: `UPDATE file SET date_order = o.date_order FROM (
      SELECT file_id, CASE
          WHEN NOT dmy AND NOT mdy THEN 'mixed'
          WHEN NOT mdy THEN 'dmy'
          WHEN NOT dmy THEN 'mdy'
          WHEN mdy_ahead AND NOT dmy_ahead THEN 'dmy'
          WHEN dmy_ahead AND NOT mdy_ahead THEN 'mdy'
          ELSE 'open' END AS date_order
      FROM (SELECT file_id, ${allowed('dmy')} AND NOT bool_or(second > 12) AS dmy, ${allowed('mdy')} AND NOT bool_or(first > 12) AS mdy,
          bool_or(future(when_dmy(day))) AS dmy_ahead, bool_or(future(when_mdy(day))) AS mdy_ahead
        FROM (SELECT file_id, day, try_cast(regexp_extract(day, '^\\d+') AS INTEGER) AS first,
          try_cast(regexp_extract(day, '^\\d+.(\\d+)', 1) AS INTEGER) AS second
        FROM (
          SELECT DISTINCT file_id, regexp_extract(trim(unnest([${columns.join(', ')}])), '${slashDate}') AS day FROM raw)
        WHERE day <> '')
        GROUP BY file_id)) o
      WHERE o.file_id = file.file_id`,
  };
}

/** The columns of a source that hold dates. */
export function dateColumns(source: EndpointSource): readonly SourceColumn[] {
  return source.columns.filter((column) => column.as === 'date');
}

/** Whether any date of the row lies in the future: told, and taken as unknown. */
export function futureDates(source: EndpointSource, cell: CellAt): string {
  const tests = dateColumns(source)
    .flatMap((column) => cellsOf(column, cell))
    .map((expression) => `future(${parsedDate(expression)})`);
  return tests.length === 0 ? 'false' : tests.join(' OR ');
}

/** The column in which a date cell, once read, stands: reading is dear, and several expressions ask for it. */
export function parsedDate(expression: string): string {
  return `at_${expression.replace(/\W+/g, '_')}`;
}

/** Every date cell of a row, read once; `f` is the row's file. */
export function parsedDates(source: EndpointSource, cell: CellAt): string[] {
  const cells = new Set(dateColumns(source).flatMap((column) => cellsOf(column, cell)));
  return [...cells].map(
    (expression) => `${anyDate(source, `trim(${expression})`)} AS ${parsedDate(expression)}`,
  );
}

/** A date text in any form of the source; slash dates in the order that the file was found to use. */
function anyDate(source: EndpointSource, text: string): string {
  const forms = source.dates
    .filter((form) => !daysFirst.has(form))
    .map((form) =>
      form === 'relative' ? `when_relative(${text}, f.exported_on)` : `when_${form}(${text})`,
    );
  if (source.dates.some((form) => daysFirst.has(form))) {
    forms.push(
      `CASE f.date_order WHEN 'dmy' THEN when_dmy(${text}) WHEN 'mdy' THEN when_mdy(${text}) END`,
    );
  }
  return forms.length === 1 ? (forms[0] as string) : `coalesce(${forms.join(', ')})`;
}
