import { binder } from '../binder.js';
import type { Statement } from '../engines/engine.js';
import { observedFact, observedFactNames } from '../observation.js';
import type { FileShape, TableLayout } from '../sniff.js';
import type { EndpointSource } from '../source.js';
import { eachItem, pages, readValues, replayed, unwrap } from './records.js';

/** A shape that can be read. */
export type ReadableShape = Extract<
  FileShape,
  { source: EndpointSource; kind: 'table' | 'json' | 'parquet' }
>;

/** A report file that was recognised and may be read. */
export interface ReportFile {
  readonly id: number;
  /** As the user knows it. */
  readonly path: string;
  /** The sheet of a workbook, the file in an archive: when there are several. */
  readonly part?: string;
  /** As the database opens it. */
  readonly nativePath: string;
  /** The agency whose folder it lies in. */
  readonly agency: string;
  /** When it was exported, if the inventory says so: `YYYY-MM-DD`. */
  readonly exportedOn?: string;
}

/** Longer lines are refused: no row of an export comes near, and the reader keeps a whole line in memory. */
const maxLineBytes = 1024 * 1024;

/** What stands in a row beyond the header's columns, as one text: the row has more cells than the header. */
const extraColumn = 'beyond';

/**
 * Columns read beyond the header's: the reader drops what lies further right without a word, and the first of them may be
 * blank. Each costs a little on a long file.
 */
const extraColumns = 16;

/** Tables and macros that the stages share. */
export function prepare(): Statement[] {
  return [
    // The same key as `fold` in the domain: NFC, no diacritics, đ as d, lower case, single blanks.
    {
      sql: `CREATE MACRO fold(x) AS regexp_replace(replace(lower(strip_accents(nfc_normalize(trim(x)))), 'đ', 'd'), '\\s+', ' ', 'g')`,
    },
    { sql: `CREATE MACRO clean(x) AS nullif(trim(nfc_normalize(x)), '')` },
    // An age below zero is a clock a little ahead. Unlike `greatest`, which passes over NULL, an unknown age stays unknown.
    { sql: 'CREATE MACRO not_negative(x) AS CASE WHEN x < 0 THEN 0 ELSE x END' },
    {
      sql: `CREATE TABLE file (file_id INTEGER, path VARCHAR, part VARCHAR, native VARCHAR, agency VARCHAR, source VARCHAR, role VARCHAR,
        exported_on DATE, rows_read BIGINT, date_order VARCHAR, newest TIMESTAMP)`,
    },
    {
      sql: `CREATE TABLE observation (file_id INTEGER, row_no BIGINT, agency VARCHAR, role VARCHAR, rank TINYINT,
        sees_all BOOLEAN, product VARCHAR, future_date BOOLEAN, ${observedFactNames.map((name) => `${name} ${observedFact(name).sql}`).join(', ')})`,
    },
    { sql: 'CREATE TABLE refusal (file_id INTEGER, row_no BIGINT, reason VARCHAR)' },
    { sql: 'CREATE TABLE odd_word (file_id INTEGER, fact VARCHAR, word VARCHAR, times BIGINT)' },
    { sql: 'CREATE TABLE page (file_id INTEGER, next BOOLEAN, total BIGINT, records BIGINT)' },
  ];
}

/** Registers recognised files of one source. */
export function register(
  files: readonly ReportFile[],
  source: { id: string; role: string },
): Statement {
  const bind = binder();
  const id = bind.value(source.id);
  const role = bind.value(source.role);
  const rows = files.map(
    (
      file,
    ) => `(${[file.id, file.path, file.part ?? null, file.nativePath, file.agency].map(bind.value).join(', ')}, ${id}, ${role},
      CAST(${bind.value(file.exportedOn ?? null)} AS DATE), 0, 'none', NULL)`,
  );
  return { sql: `INSERT INTO file VALUES ${rows.join(', ')}`, params: bind.params };
}

/**
 * Reads files of one layout into table `raw`: `file_id`, `row_no` (records from 1, in the file's order) and the cells as
 * text. Rows that the database itself refuses (a text that isn't in the encoding) go to `refusal`.
 */
export function load(files: readonly ReportFile[], shape: ReadableShape): Statement[] {
  const bind = binder();
  const paths = bind.list(files.map((file) => literalPath(file.nativePath)));
  const read = reading(shape, paths, bind.value);
  const wraps = shape.kind === 'json' && shape.layout.records.length > 0;
  const statements: Statement[] = [
    { sql: 'DROP TABLE IF EXISTS raw' },
    ...(wraps
      ? [
          {
            sql: `CREATE TABLE wrapped AS SELECT row_number() OVER () AS seq, * FROM (${read})`,
            params: bind.params,
          },
          { sql: pages(shape.layout) },
        ]
      : []),
    {
      // Rows come in the files' order; numbering them all and subtracting each file's first keeps that order without a sort.
      sql: `CREATE TABLE raw AS
        WITH numbered AS (SELECT row_number() OVER () AS seq, * FROM (${wraps ? unwrap(shape.layout) : read}))
        SELECT f.file_id, n.seq - min(n.seq) OVER (PARTITION BY f.file_id) + 1 AS row_no, n.* EXCLUDE (seq, filename)
        FROM numbered n JOIN file f ON f.native = n.filename`,
      ...(!wraps && { params: bind.params }),
    },
    ...(wraps ? [{ sql: 'DROP TABLE wrapped' }] : []),
    {
      sql: `UPDATE file SET rows_read = c.n FROM (SELECT file_id, count(*) AS n FROM raw GROUP BY file_id) c WHERE c.file_id = file.file_id`,
    },
  ];
  if (shape.kind === 'table') {
    statements.push(
      {
        sql: `INSERT INTO refusal SELECT f.file_id, e.line, min(CASE e.error_type WHEN 'LINE SIZE OVER MAXIMUM' THEN 'line_too_long'
            WHEN 'TOO MANY COLUMNS' THEN 'too_many_cells' ELSE 'unreadable_text' END)
          FROM reject_errors e JOIN reject_scans s USING (scan_id, file_id) JOIN file f ON f.native = s.file_path
          GROUP BY f.file_id, e.line`,
      },
      {
        sql: `UPDATE file SET rows_read = rows_read + c.n FROM
          (SELECT file_id, count(*) AS n FROM refusal GROUP BY file_id) c
          WHERE c.file_id = file.file_id AND file.native IN (SELECT file_path FROM reject_scans)`,
      },
      { sql: 'DELETE FROM reject_errors' },
      { sql: 'DELETE FROM reject_scans' },
    );
  }
  return statements;
}

function reading(shape: ReadableShape, paths: string, value: (text: string) => string): string {
  switch (shape.kind) {
    case 'table':
      return readTable(paths, shape.layout, value);
    case 'json':
      return readValues(paths, shape.layout);
    case 'parquet':
      return `SELECT to_json(t) AS json, t.filename AS filename FROM read_parquet(${paths}, filename = true, union_by_name = true) t`;
  }
}

/** Records with the elements of their lists beside them, or those that a log leaves: `raw` once more. */
export function spread(source: EndpointSource): Statement[] {
  const { each, replay } = source;
  if (!each && !replay) return [];
  return [
    ...(replay ? replayed(replay) : [eachItem(each ?? [])]).map((sql) => ({ sql })),
    { sql: 'DROP TABLE raw' },
    { sql: 'ALTER TABLE fields RENAME TO raw' },
  ];
}

/** A path in which `*`, `?` and `[` stand for themselves: the database would take them as wildcards. */
function literalPath(path: string): string {
  return path.replace(/[*?[]/g, (char) => `[${char}]`);
}

function readTable(paths: string, layout: TableLayout, value: (text: string) => string): string {
  const extra = Array.from({ length: extraColumns }, (_, index) => `${extraColumn}${index}`);
  const columns = [...layout.headers.map((_, index) => `c${index}`), ...extra];
  return `SELECT * EXCLUDE (${extra.join(', ')}), concat(${extra.join(', ')}) AS ${extraColumn} FROM read_csv(${paths}, filename = true, header = false, auto_detect = false,
    delim = ${value(layout.delimiter)}, quote = '"', escape = '"', encoding = '${layout.encoding}', skip = ${layout.skip},
    columns = {${columns.map((name) => `'${name}': 'VARCHAR'`).join(', ')}},
    null_padding = true, strict_mode = false, ignore_errors = true, store_rejects = true, parallel = false,
    max_line_size = ${maxLineBytes})`;
}

/** Most names of fields that are taken of one file, those that its source knows first: hostile records may have millions. */
const maxFieldNames = 1000;

/** Names of the fields that records of each loaded file have: `file_id`, `name`. */
export function jsonKeys(known: readonly string[]): Statement {
  const bind = binder();
  return {
    sql: `SELECT file_id, name FROM (SELECT DISTINCT file_id, unnest(json_keys(json)) AS name FROM raw WHERE json IS NOT NULL)
      QUALIFY row_number() OVER (PARTITION BY file_id ORDER BY list_contains(${bind.list(known)}, name) DESC, name) <= ${maxFieldNames}
      ORDER BY ALL`,
    params: bind.params,
  };
}
