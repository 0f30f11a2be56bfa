import { fold } from '../../domain/text.js';
import { type Binder, binder } from '../binder.js';
import type { Statement } from '../engines/engine.js';
import {
  gradeRank,
  type ObservedFactName,
  observedFact,
  observedFactNames,
} from '../observation.js';
import type { DateForm, EndpointSource, SourceColumn } from '../source.js';
import { netbiosLength } from './identify.js';

/** Longest name of a machine that is taken: longer ones are not names. DNS allows 253 characters. */
const maxNameLength = 255;

/** Dates before this are "no date" marks of the tools: 1601, 1970, 0001. */
const earliestDate = '1990-01-01';

/** Where the loaded cells stand: a header's SQL expression, or undefined when the files lack it. */
export type CellAt = (header: string) => string | undefined;

/** Cells of a delimited text, by header; a header that occurs twice gives its first column. */
export function tableCells(headers: readonly string[]): CellAt {
  const keys = headers.map(fold);
  return (header) => {
    const index = keys.indexOf(fold(header));
    return index < 0 ? undefined : `c${index}`;
  };
}

/**
 * Fields of JSON records, by name, once `jsonFields` has taken them out. Only names that a source's mapping lists are
 * taken, and only plain ones.
 */
export function jsonCells(names: readonly string[]): CellAt {
  const plain = plainNames(names);
  return (header) => {
    const index = plain.indexOf(header);
    return index < 0 ? undefined : `v[${index + 1}]`;
  };
}

/** Puts the records' fields into a list column `v`: one parse of each record for all of them. */
export function jsonFields(names: readonly string[]): Statement[] {
  const fields = plainNames(names).map((name) => `'$.${name}'`);
  return [
    {
      sql: `CREATE TABLE fields AS SELECT *, json_extract_string(json, [${fields.join(', ') || "'$'"}]) AS v FROM raw`,
    },
    { sql: 'DROP TABLE raw' },
    { sql: 'ALTER TABLE fields RENAME TO raw' },
  ];
}

function plainNames(names: readonly string[]): string[] {
  return names.filter((name) => /^[A-Za-z_][A-Za-z0-9_]*$/.test(name));
}

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
  ];
}

const daysFirst: ReadonlySet<DateForm> = new Set(['dmy', 'mdy']);

/** The day of a text whose order one must know: `20/11/2026`, `2-24-2026`. */
const slashDate = '^\\d{1,2}[/-]\\d{1,2}[/-]\\d{4}';

/** What tools and people write for "no date": nothing to tell. The numbers are those of "never" in Windows. */
const noDateWords = [
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

/** Reads the loaded cells as facts: rows that name a machine become observations, all others refusals with a reason. */
export function observe(
  source: EndpointSource,
  cell: CellAt,
  table: { readonly columns: number; readonly delimiter: string } | undefined,
): Statement[] {
  const tableColumns = table?.columns;
  const isTable = tableColumns !== undefined;
  const bind = binder();
  const facts = new Map<ObservedFactName, string>();
  for (const name of observedFactNames) {
    const readings = source.columns
      .filter((column) => column.fact === name)
      .flatMap((column) =>
        cellsOf(column, cell).map((expression) => read(source, column, expression, bind)),
      );
    if (readings.length > 0)
      facts.set(
        name,
        readings.length === 1 ? (readings[0] as string) : `coalesce(${readings.join(', ')})`,
      );
  }
  const hostHeaders = source.columns
    .filter((column) => column.fact === 'host')
    .flatMap((column) => column.headers);
  const repeated = `list_contains(${bind.list(hostHeaders.map(fold))}, fold(host))`;
  const factOr = (name: ObservedFactName) =>
    facts.get(name) ?? `CAST(NULL AS ${observedFact(name).sql})`;
  const rank = source.grade === 'from_file' ? gradeFromFile : String(gradeRank[source.grade]);
  const seesAll =
    source.sees === 'from_file'
      ? 'coalesce(all_products, false)'
      : String(source.sees === 'all_products');
  return [
    { sql: 'DROP TABLE IF EXISTS cells' },
    {
      sql: `CREATE TABLE cells AS SELECT *, CASE
          ${isTable ? "WHEN clean(beyond) IS NOT NULL THEN 'too_many_cells'" : "WHEN json IS NULL OR json_type(json) <> 'OBJECT' THEN 'not_a_record'"}
          WHEN ${repeated} THEN 'repeated_header'
          WHEN regexp_matches(${leadingCells(tableColumns)}, '(^|[|])(tong (cong|so)|cong:)') THEN 'summary_row'
          -- Windows refuses computer names of digits only: a lone number is a count below a hand-kept table.
          WHEN regexp_matches(host, '^[0-9]+$') AND coalesce(fqdn, hardware_uuid, serial, vendor_id, directory_id) IS NULL
            THEN '${source.role === 'list' ? 'summary_row' : 'no_identity'}'
          ${table ? wholeRowProblems(table.columns, bind.value(table.delimiter)) : ''}
          WHEN regexp_matches(coalesce(host, '') || coalesce(fqdn, ''), '[\\x00-\\x08\\x0e-\\x1f]') THEN 'control_characters'
          WHEN coalesce(host, fqdn, hardware_uuid, serial, vendor_id, directory_id) IS NULL THEN 'no_identity'
          WHEN length(coalesce(host, '')) > ${maxNameLength} OR length(coalesce(fqdn, '')) > ${maxNameLength} THEN 'name_too_long'
        END AS refused
        FROM (SELECT raw.*,  f.agency, f.role, f.exported_on,
          ${futureDates(source, cell)} AS future_date,
          ${observedFactNames.map((name) => `${factOr(name)} AS ${name}`).join(',\n          ')}
        FROM raw JOIN file f USING (file_id))`,
      params: bind.params,
    },
    {
      sql: `INSERT INTO refusal SELECT file_id, row_no, refused FROM cells WHERE refused IS NOT NULL`,
    },
    observations(source, rank, seesAll),
    ...oddWords(source, cell),
    {
      sql: `UPDATE file SET newest = c.newest FROM (SELECT file_id, max(observed_at) AS newest FROM observation GROUP BY file_id) c
        WHERE c.file_id = file.file_id AND file.file_id IN (SELECT file_id FROM cells)`,
    },
    { sql: 'DROP TABLE raw' },
    { sql: 'DROP TABLE cells' },
  ];
}

/**
 * What a row as a whole may be: blank, or a cell that holds line breaks and as many delimiters as a row has, because a
 * quote was opened and never closed: such a cell has swallowed the rows after it.
 */
function wholeRowProblems(columns: number, delimiter: string): string {
  const cells = `[${Array.from({ length: columns }, (_, index) => `c${index}`).join(', ')}]`;
  return `WHEN len(list_filter(${cells}, c -> clean(c) IS NOT NULL)) = 0 THEN 'blank_row'
          WHEN len(list_filter(${cells}, c -> contains(c, chr(10))
            AND length(c) - length(replace(c, ${delimiter}, '')) >= ${Math.max(1, columns - 1)})) > 0 THEN 'swallowed_rows'`;
}

/** The first cells of a row as one folded text: totals below a table stand in the leading columns. */
function leadingCells(tableColumns: number | undefined): string {
  if (tableColumns === undefined) return 'fold(host)';
  return tableColumns > 1 ? "fold(concat_ws('|', c0, c1))" : 'fold(c0)';
}

const gradeFromFile = `CASE grade ${Object.entries(gradeRank)
  .map(([grade, rank]) => `WHEN '${grade}' THEN ${rank}`)
  .join(' ')} ELSE ${gradeRank.E} END`;

/**
 * A full name has a domain: tools put the short name there when the machine is in none. A name of exactly 15 characters
 * may be cut, so no full name is made of it.
 */
const fqdn = `CASE WHEN contains(rtrim(fqdn, '.'), '.') THEN lower(rtrim(fqdn, '.'))
  WHEN length(host) <> ${netbiosLength} AND NOT contains(host, '.') THEN lower(host || '.' || dns_domain) END`;

function observations(source: EndpointSource, rank: string, seesAll: string): Statement {
  const bind = binder();
  const observedAt = [...source.observedAt, 'exported_on_time'];
  const column = (name: ObservedFactName): string => {
    const { from } = observedFact(name);
    if (name === 'observed_at') return `coalesce(${observedAt.join(', ')})`;
    if (name === 'fqdn') return fqdn;
    return from ? `CASE WHEN rank >= ${gradeRank[from]} THEN ${name} END` : name;
  };
  return {
    sql: `INSERT INTO observation
      SELECT file_id, row_no, agency, role, rank, ${seesAll}, CAST(${bind.value(source.product ?? null)} AS VARCHAR), future_date,
        ${observedFactNames.map((name) => `${column(name)} AS ${name}`).join(', ')}
      FROM (SELECT *, CAST(${rank} AS TINYINT) AS rank, CAST(exported_on AS TIMESTAMP) - INTERVAL 7 HOUR AS exported_on_time
        FROM cells WHERE refused IS NULL)`,
    params: bind.params,
  };
}

/** Words in yes/no columns that no list of the source knows, dates that can't be read: taken as unknown, and told. */
function oddWords(source: EndpointSource, cell: CellAt): Statement[] {
  const columns = source.columns.filter((column) => column.as === 'words');
  const bind = binder();
  const parts = columns.flatMap((column) =>
    cellsOf(column, cell).map((expression) => {
      const words = Object.values(source.words[column.words ?? ''] ?? {})
        .flat()
        .map(fold);
      return `SELECT file_id, '${column.fact}' AS fact, left(clean(${expression}), 60) AS word FROM cells
        WHERE refused IS NULL AND fold(${expression}) <> '' AND NOT list_contains(${bind.list(words)}, fold(${expression}))`;
    }),
  );
  const dates = dateColumns(source).flatMap((column) =>
    cellsOf(column, cell).map(
      (
        expression,
      ) => `SELECT c.file_id, '${column.fact}' AS fact, left(clean(${expression}), 60) AS word
        FROM cells c JOIN file f USING (file_id)
        WHERE refused IS NULL AND clean(${expression}) IS NOT NULL AND ${anyDate(source, `trim(${expression})`)} IS NULL
          AND NOT list_contains(${bind.list(noDateWords)}, fold(${expression}))
          AND NOT (f.date_order IN ('open', 'mixed') AND regexp_matches(trim(${expression}), '${slashDate}'))`,
    ),
  );
  parts.push(...dates);
  if (parts.length === 0) return [];
  return [
    {
      sql: `INSERT INTO odd_word SELECT file_id, fact, word, count(*) FROM (${parts.join(' UNION ALL ')}) GROUP BY ALL`,
      params: bind.params,
    },
  ];
}

function dateColumns(source: EndpointSource): readonly SourceColumn[] {
  return source.columns.filter((column) => column.as === 'date');
}

function cellsOf(column: SourceColumn, cell: CellAt): string[] {
  return column.headers.flatMap((header) => cell(header) ?? []).slice(0, 1);
}

/** Whether any date of the row lies in the future: told, and taken as unknown. */
function futureDates(source: EndpointSource, cell: CellAt): string {
  const tests = dateColumns(source)
    .flatMap((column) => cellsOf(column, cell))
    .map((expression) => `future(${anyDate(source, `trim(${expression})`)})`);
  return tests.length === 0 ? 'false' : tests.join(' OR ');
}

/** A date text in any form of the source; slash dates in the order that the file was found to use. */
function anyDate(source: EndpointSource, text: string): string {
  const forms = source.dates
    .filter((form) => !daysFirst.has(form))
    .map((form) => `when_${form}(${text})`);
  if (source.dates.some((form) => daysFirst.has(form))) {
    forms.push(
      `CASE f.date_order WHEN 'dmy' THEN when_dmy(${text}) WHEN 'mdy' THEN when_mdy(${text}) END`,
    );
  }
  return forms.length === 1 ? (forms[0] as string) : `coalesce(${forms.join(', ')})`;
}

function read(source: EndpointSource, column: SourceColumn, cell: string, bind: Binder): string {
  switch (column.as) {
    case 'text':
      return `clean(${cell})`;
    case 'present':
      return `CASE WHEN clean(${cell}) IS NOT NULL THEN true END`;
    case 'number':
      return `try_cast(trim(${cell}) AS BIGINT)`;
    case 'date':
      return `plausible(${anyDate(source, `trim(${cell})`)})`;
    case 'mac':
      return `list_transform(regexp_extract_all(upper(${cell}), '[0-9A-F]{2}(?:[:.-]?[0-9A-F]{2}){5}'), m -> regexp_replace(m, '[:.-]', '', 'g'))`;
    case 'contains':
      return `CASE ${(column.contains ?? [])
        .map(
          ({ text, value }) =>
            `WHEN contains(fold(${cell}), ${bind.value(fold(text))}) THEN ${literal(value, bind)}`,
        )
        .join(' ')} END`;
    case 'words':
      return `CASE ${Object.entries(source.words[column.words ?? ''] ?? {})
        .filter(([value]) => value !== 'unknown')
        .map(
          ([value, words]) =>
            `WHEN list_contains(${bind.list(words.map(fold))}, fold(${cell})) THEN ${literal(value, bind)}`,
        )
        .join(' ')} END`;
  }
}

function literal(value: boolean | string, bind: Binder): string {
  if (value === true || value === 'yes') return 'true';
  if (value === false || value === 'no') return 'false';
  return bind.value(value);
}
