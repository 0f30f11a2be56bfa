import { databasePath } from '../json-path.js';
import type { JsonLayout } from '../sniff-json.js';
import type { Replay } from '../source.js';

/** The largest single value of JSON that is read: a page of a console's API has a thousand records of a few kilobytes. */
const maxValueBytes = 64 * 1024 * 1024;

/** Fields by which tools say that more pages follow this one. */
const nextFields = [
  ...['@odata.nextLink', 'nextLink', 'next_link', 'nextCursor', 'nextPageToken'].map((name) => [
    name,
  ]),
  ...['nextKey', 'next', 'nextCursor'].flatMap((name) => [
    ['pages', name],
    ['pagination', name],
  ]),
  ['meta', 'pagination', 'next'],
  ['links', 'next'],
];

/** Fields by which tools say how many records all pages together have. */
const totalFields = [
  ...['@odata.count', 'total', 'totalCount', 'total_count', 'totalElements', 'count'].map(
    (name) => [name],
  ),
  ['data', 'total_affected_items'],
  ['pages', 'items'],
  ['pagination', 'totalItems'],
  ['meta', 'pagination', 'total'],
];

/** Reads the values of JSON files: `json`, `filename`. `paths`: SQL list of the files. */
export function readValues(paths: string, { form }: JsonLayout): string {
  const format = form === 'documents' ? 'unstructured' : form;
  return `SELECT json, filename FROM read_json_objects(${paths}, format = '${format}', filename = true,
    maximum_object_size = ${maxValueBytes}${form === 'newline_delimited' ? ', ignore_errors = true' : ''})`;
}

/**
 * The records inside values that wrap them, in order, from table `wrapped` (`seq`, `json`, `filename`). A value without
 * its list gives one row that is no record, so that it isn't lost.
 */
export function unwrap(layout: JsonLayout): string {
  const list = databasePath(layout.records);
  return `SELECT unnest(CASE WHEN json_type(json, '${list}') = 'ARRAY' THEN json_extract(json, '${list}[*]') ELSE [CAST(NULL AS JSON)] END) AS json,
    filename FROM (SELECT * FROM wrapped ORDER BY seq)`;
}

/** What each wrapped value says of other pages: `file_id`, whether one follows, how many records there are in all. */
export function pages(layout: JsonLayout): string {
  const first = (fields: readonly (readonly string[])[]) =>
    `coalesce(${fields.map((names) => `nullif(json_extract_string(json, '${databasePath(names)}'), '')`).join(', ')})`;
  return `INSERT INTO page SELECT f.file_id, coalesce(next NOT IN ('null', 'false', '0'), false), try_cast(total AS BIGINT), coalesce(records, 0)
    FROM (SELECT filename, ${first(nextFields)} AS next, ${first(totalFields)} AS total,
        json_array_length(json, '${databasePath(layout.records)}') AS records FROM wrapped) w
      JOIN file f ON f.native = w.filename`;
}

/** `raw` with one row for each element of the source's list, in column `item`; a record without any keeps its one row. */
export function eachItem(lists: readonly string[]): string {
  const places = lists.map((list) => databasePath(list.split('.')));
  const cases = places.map(
    (place) => `WHEN json_array_length(json, '${place}') > 0 THEN json_extract(json, '${place}[*]')
        WHEN json_type(json, '${place}') = 'OBJECT' THEN [json_extract(json, '${place}')]`,
  );
  return `CREATE TABLE fields AS SELECT raw.*, unnest(CASE ${cases.join(' ')} ELSE [CAST(NULL AS JSON)] END) AS item FROM raw`;
}

/**
 * The rows that a result log leaves when its lines are played in order, host by host and query by query: a snapshot takes
 * the place of the one before, a counter of 0 begins anew, `removed` takes a row away. `last_run` is when the query was
 * last heard of, in seconds: a row that stands since months was looked at then. Lines that leave nothing are refused.
 */
export function replayed(replay: Replay): readonly string[] {
  const text = (name: string) => `json_extract_string(json, '${databasePath(name.split('.'))}')`;
  const value = (name: string) => `json_extract(json, '${databasePath(name.split('.'))}')`;
  const host = `coalesce(${replay.host.map(text).join(', ')}, '')`;
  const batch = (action: string) =>
    `json_extract(json, '${databasePath([...replay.batch.split('.'), action])}[*]')`;
  const line = `SELECT raw.*, ${host} AS host, coalesce(${text(replay.query)}, '') AS query,
    coalesce(try_cast(${text(replay.time)} AS BIGINT), 0) AS happened, ${text(replay.counter)} AS counter, f.agency AS of_agency`;
  const from = 'FROM raw JOIN file f USING (file_id)';
  const keys = 'of_agency, host, query';
  return [
    `CREATE TABLE log_line AS
      ${line}, lower(${text(replay.action)}) AS action, ${value(replay.row)} AS item ${from}
        WHERE json_exists(json, '${databasePath(replay.row.split('.'))}')
      UNION ALL ${line}, 'snapshot', unnest(CASE WHEN json_array_length(${value(replay.snapshot)}) > 0
        THEN json_extract(json, '${databasePath(replay.snapshot.split('.'))}[*]') ELSE [CAST(NULL AS JSON)] END) ${from}
        WHERE json_exists(json, '${databasePath(replay.snapshot.split('.'))}')
      UNION ALL ${line}, 'added', unnest(${batch('added')}) ${from}
      UNION ALL ${line}, 'removed', unnest(${batch('removed')}) ${from}`,
    `CREATE TABLE fields AS
      WITH begun AS (SELECT *, max(happened) OVER (PARTITION BY ${keys}) AS last_run,
          max(CASE WHEN counter = '0' AND action <> 'snapshot' THEN happened END) OVER (PARTITION BY ${keys}) AS anew,
          max(CASE WHEN action = 'snapshot' THEN happened END) OVER (PARTITION BY ${keys}) AS newest_snapshot FROM log_line),
      played AS (SELECT *, row_number() OVER (PARTITION BY ${keys}, CAST(item AS VARCHAR)
          ORDER BY happened DESC, CASE action WHEN 'removed' THEN 0 ELSE 1 END, file_id DESC, row_no DESC) AS turn
        FROM begun WHERE CASE WHEN action = 'snapshot' THEN happened = newest_snapshot
          ELSE happened >= greatest(coalesce(anew, 0), coalesce(newest_snapshot, 0)) END)
      SELECT * EXCLUDE (host, query, happened, counter, of_agency, action, anew, newest_snapshot, turn) FROM played
        WHERE action IN ('snapshot', 'added') AND (action = 'snapshot' OR turn = 1)`,
    `INSERT INTO refusal SELECT file_id, row_no, CASE WHEN json IS NULL OR json_type(json) <> 'OBJECT' THEN 'not_a_record'
        WHEN (file_id, row_no) IN (SELECT file_id, row_no FROM log_line) THEN 'superseded' ELSE 'no_identity' END
      FROM raw WHERE (file_id, row_no) NOT IN (SELECT file_id, row_no FROM fields)`,
    'DROP TABLE log_line',
  ];
}
