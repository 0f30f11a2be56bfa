import { fold } from '../../domain/text.js';
import { type Binder, binder } from '../binder.js';
import type { Statement } from '../engines/engine.js';
import { listSeparator } from '../json-path.js';
import {
  gradeRank,
  type ObservedFactName,
  observedFact,
  observedFactNames,
} from '../observation.js';
import type { EndpointSource, SourceColumn } from '../source.js';
import { type CellAt, cellsOf } from './cells.js';
import {
  dateColumns,
  futureDates,
  noDateWords,
  parsedDate,
  parsedDates,
  slashDate,
} from './dates.js';
import { netbiosLength } from './identify.js';

/** Longest name of a machine that is taken: longer ones are not names. DNS allows 253 characters. */
const maxNameLength = 255;

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
        cellsOf(column, cell).map((expression) =>
          conditional(column, cell, read(source, column, expression, bind), bind),
        ),
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
  // Only tables repeat their header; a value that is bound must also be asked for.
  const repeated = isTable
    ? `WHEN list_contains(${bind.list(hostHeaders.map(fold))}, fold(host)) THEN 'repeated_header'`
    : '';
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
          ${isTable ? "WHEN clean(beyond) IS NOT NULL THEN 'too_many_cells'" : "WHEN NOT is_record THEN 'not_a_record'"}
          ${leftOut(source, cell, bind)}
          ${repeated}
          WHEN regexp_matches(${leadingCells(tableColumns)}, '(^|[|])(tong (cong|so)|cong:)') THEN 'summary_row'
          -- Windows refuses computer names of digits only: a lone number is a count below a hand-kept table.
          WHEN regexp_matches(host, '^[0-9]+$') AND coalesce(fqdn, hardware_uuid, serial, vendor_id, directory_id) IS NULL
            THEN '${source.role === 'list' ? 'summary_row' : 'no_identity'}'
          ${table ? wholeRowProblems(table.columns, bind.value(table.delimiter)) : ''}
          WHEN regexp_matches(coalesce(host, '') || coalesce(fqdn, ''), '[\\x00-\\x08\\x0e-\\x1f]') THEN 'control_characters'
          WHEN coalesce(host, fqdn, hardware_uuid, serial, vendor_id, directory_id) IS NULL THEN 'no_identity'
          WHEN length(coalesce(host, '')) > ${maxNameLength} OR length(coalesce(fqdn, '')) > ${maxNameLength} THEN 'name_too_long'
        END AS refused
        FROM (SELECT raw.*,
          ${futureDates(source, cell)} AS future_date,
          ${observedFactNames.map((name) => `${factOr(name)} AS ${name}`).join(',\n          ')}
        FROM (SELECT ${['raw.*, f.agency, f.role, f.exported_on', ...parsedDates(source, cell)].join(',\n          ')}
          FROM raw JOIN file f USING (file_id)) raw)`,
      params: bind.params,
    },
    {
      // A record read in several parts counts as refused once, and only when no part of it is used.
      sql:
        source.each || source.replay
          ? 'INSERT INTO refusal SELECT file_id, row_no, min(refused) FROM cells GROUP BY file_id, row_no HAVING count(*) = count(refused)'
          : 'INSERT INTO refusal SELECT file_id, row_no, refused FROM cells WHERE refused IS NOT NULL',
    },
    observations(source, rank, seesAll),
    ...oddWords(source, cell),
    {
      // A file made from one export is that export's once more, not a second witness beside it.
      sql: `UPDATE file SET source = o.source, role = o.role FROM (
          SELECT file_id, any_value(origin_source) AS source, any_value(role) AS role FROM observation
          GROUP BY file_id HAVING count(DISTINCT origin_source) = 1 AND count(*) = count(origin_source) AND count(DISTINCT role) = 1) o
        WHERE regexp_full_match(o.source, '[a-z0-9][a-z0-9_.-]*') AND o.file_id = file.file_id AND file.file_id IN (SELECT file_id FROM cells)`,
    },
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
const fqdn = `CASE WHEN contains(rtrim(fqdn, '.'), '.') AND NOT regexp_matches(fqdn, '^[0-9.]+$') THEN lower(rtrim(fqdn, '.'))
  WHEN length(host) <> ${netbiosLength} AND NOT contains(host, '.') THEN lower(host || '.' || dns_domain) END`;

function observations(source: EndpointSource, rank: string, seesAll: string): Statement {
  const bind = binder();
  // A record made from an undated row of another export stays undated: what was last seen then isn't its time.
  const observedAt = [
    ...source.observedAt.map((name) =>
      name === 'observed_at' ? name : `CASE WHEN origin_source IS NULL THEN ${name} END`,
    ),
    'exported_on_time',
  ];
  const column = (name: ObservedFactName): string => {
    const { from } = observedFact(name);
    if (name === 'observed_at') return `coalesce(${observedAt.join(', ')})`;
    if (name === 'fqdn') return fqdn;
    return from ? `CASE WHEN rank >= ${gradeRank[from]} THEN ${name} END` : name;
  };
  return {
    sql: `INSERT INTO observation
      SELECT file_id, row_no, agency, coalesce(origin_role, role), rank, ${seesAll},
        coalesce(origin_product, CAST(${bind.value(source.product ?? null)} AS VARCHAR)), future_date OR coalesce(origin_future, false),
        ${observedFactNames.map((name) => `${column(name)} AS ${name}`).join(', ')}
      FROM (SELECT *, CAST(${rank} AS TINYINT) AS rank, plausible(CAST(exported_on AS TIMESTAMP) - INTERVAL 7 HOUR) AS exported_on_time
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
        WHERE refused IS NULL AND ${applies(column, cell, bind)} AND fold(${expression}) <> '' AND ${column.many ? `len(list_filter(string_split(fold(${expression}), chr(31)), w -> NOT list_contains(${bind.list(words)}, trim(w)))) > 0` : `NOT list_contains(${bind.list(words)}, fold(${expression}))`}`;
    }),
  );
  const dates = dateColumns(source).flatMap((column) =>
    cellsOf(column, cell).map(
      (
        expression,
      ) => `SELECT c.file_id, '${column.fact}' AS fact, left(clean(${expression}), 60) AS word
        FROM cells c JOIN file f USING (file_id)
        WHERE refused IS NULL AND ${applies(column, cell, bind)} AND clean(${expression}) IS NOT NULL AND ${parsedDate(expression)} IS NULL
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

function read(source: EndpointSource, column: SourceColumn, cell: string, bind: Binder): string {
  switch (column.as) {
    case 'text':
      return `clean(${cell})`;
    case 'present':
      return `CASE WHEN clean(${cell}) IS NOT NULL THEN ${literal(column.value ?? true, bind)} END`;
    case 'number':
      return `try_cast(trim(${cell}) AS BIGINT)`;
    case 'date':
      return `plausible(${parsedDate(cell)})`;
    case 'mac':
      return `list_transform(regexp_extract_all(upper(${cell}), '[0-9A-F]{2}(?:[:.-]?[0-9A-F]{2}){5}'), m -> regexp_replace(m, '[:.-]', '', 'g'))`;
    case 'contains':
      return `CASE ${(column.contains ?? [])
        .map(
          ({ text, value }) =>
            `WHEN contains(fold(${cell}), ${bind.value(fold(text))}) THEN ${literal(value, bind)}`,
        )
        .join(' ')} END`;
    case 'words': {
      const known = Object.entries(source.words[column.words ?? ''] ?? {}).filter(
        ([value]) => value !== 'unknown',
      );
      if (column.many) return manyWords(source, column, cell, bind);
      // A list of words that all mean "unknown" is a list too.
      if (known.length === 0) return `CAST(NULL AS ${observedFact(column.fact).sql})`;
      return `CASE ${known
        .map(
          ([value, words]) =>
            `WHEN list_contains(${bind.list(words.map(fold))}, fold(${cell})) THEN ${literal(value, bind)}`,
        )
        .join(' ')} END`;
    }
    case 'bits': {
      const masked = `(try_cast(trim(${cell}) AS BIGINT) & ${Number(column.mask)})`;
      return `CASE ${Object.entries(source.words[column.words ?? ''] ?? {})
        .filter(([value]) => value !== 'unknown')
        .map(
          ([value, numbers]) =>
            `WHEN ${masked} IN (${numbers.map(Number).join(', ')}) THEN ${literal(value, bind)}`,
        )
        .join(' ')} END`;
    }
  }
}

/** The words of a list as one: any "no" is no and all "yes" is yes, or the other way round; a word unknown leaves it open. */
function manyWords(
  source: EndpointSource,
  column: SourceColumn,
  cell: string,
  bind: Binder,
): string {
  const { yes = [], no = [] } = source.words[column.words ?? ''] ?? {};
  const words = `string_split(fold(${cell}), '${listSeparator}')`;
  const some = (list: readonly string[]) =>
    `len(list_filter(${words}, w -> list_contains(${bind.list(list.map(fold))}, trim(w)))) > 0`;
  const every = (list: readonly string[]) =>
    `len(list_filter(${words}, w -> NOT list_contains(${bind.list(list.map(fold))}, trim(w)))) = 0`;
  return column.many === 'any'
    ? `CASE WHEN ${some(yes)} THEN true WHEN ${cell} IS NOT NULL AND ${every(no)} THEN false END`
    : `CASE WHEN ${some(no)} THEN false WHEN ${cell} IS NOT NULL AND ${every(yes)} THEN true END`;
}

/** A reading that counts only where the column's condition on another field holds. */
function conditional(column: SourceColumn, cell: CellAt, reading: string, bind: Binder): string {
  return column.when ? `CASE WHEN ${applies(column, cell, bind)} THEN ${reading} END` : reading;
}

function applies({ when }: SourceColumn, cell: CellAt, bind: Binder): string {
  if (!when) return 'true';
  const other = cell([when.header]);
  const among = (list: readonly string[]) =>
    other
      ? `coalesce(list_contains(${bind.list(list.map(fold))}, fold(${other})), false)`
      : 'false';
  if (when.is) return among(when.is);
  if (!when.isNot) return other ? `clean(${other}) IS NOT NULL` : 'false';
  return `NOT ${among(when.isNot ?? [])}`;
}

/** Records that the source leaves out because they are no machines of their own. */
function leftOut(source: EndpointSource, cell: CellAt, bind: Binder): string {
  return (source.leaveOut ?? [])
    .flatMap(({ header, is, reason }) => {
      const found = cell([header]);
      if (!found) return [];
      const marked = is
        ? `list_contains(${bind.list(is.map(fold))}, fold(${found}))`
        : `clean(${found}) IS NOT NULL`;
      return [`WHEN ${marked} THEN '${reason}'`];
    })
    .join('\n          ');
}

function literal(value: boolean | string, bind: Binder): string {
  if (value === true || value === 'yes') return 'true';
  if (value === false || value === 'no') return 'false';
  return bind.value(value);
}
