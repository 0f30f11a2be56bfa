import { fold } from '../../domain/text.js';
import type { Statement } from '../engines/engine.js';
import { databasePath, type JsonPath, listSql, parseJsonPath } from '../json-path.js';
import type { EndpointSource, SourceColumn } from '../source.js';

/** The column of `raw` in which the first filled one of these headers stands; undefined when the files lack them all. */
export type CellAt = (headers: readonly string[]) => string | undefined;

/** Cells of a table, by header: of several names the first that the file has, of a name that occurs twice its first column. */
export function tableCells(headers: readonly string[]): CellAt {
  const keys = headers.map(fold);
  return (names) => {
    const index = names.map((name) => keys.indexOf(fold(name))).find((each) => each >= 0);
    return index === undefined ? undefined : `c${index}`;
  };
}

/** The SQL expressions of a column's cell: none or one. */
export function cellsOf(column: SourceColumn, cell: CellAt): string[] {
  return [cell(column.headers) ?? []].flat();
}

/** The header that stands for the time, in seconds, when a log's query was last heard of. */
const lastRun = '$last_run';

/** Every list of headers that a source asks a cell for. */
function askedFor(source: EndpointSource): readonly (readonly string[])[] {
  return [
    ...source.columns.map(({ headers }) => headers),
    ...source.columns.flatMap(({ when }) => (when ? [[when.header]] : [])),
    ...(source.leaveOut ?? []).map(({ header }) => [header]),
  ];
}

/**
 * Fields of JSON records: columns `j0`, `j1`, … once `jsonFields` has taken them out, one for each list of headers that the
 * source asks for and of which the files have any. `names`: the records' own fields.
 */
export function jsonCells(source: EndpointSource, names: readonly string[]): CellAt {
  const keys = jsonColumns(source, names).map(({ key }) => key);
  return (headers) => {
    const index = keys.indexOf(headers.join('\n'));
    return index < 0 ? undefined : `j${index}`;
  };
}

/** Puts the records' fields into columns of `raw`: one parse of each record, and of each element, for all plain ones. */
export function jsonFields(source: EndpointSource, names: readonly string[]): Statement[] {
  const columns = jsonColumns(source, names);
  const plain = { json: new Map<string, number>(), item: new Map<string, number>() };
  const textOf = (path: JsonPath | typeof lastRun): string => {
    if (path === lastRun) return 'CAST(last_run AS VARCHAR)';
    const from = path.item ? 'item' : 'json';
    if (path.list) return listSql(from, path);
    const place = databasePath(path.names);
    const index = plain[from].get(place) ?? plain[from].size + 1;
    plain[from].set(place, index);
    return `${from}_texts[${index}]`;
  };
  const cells = columns.map(({ paths }, index) => {
    const texts = paths.map((path) => `nullif(trim(${textOf(path)}), '')`);
    return `coalesce(${[...texts, 'NULL'].join(', ')}) AS j${index}`;
  });
  const list = (from: 'json' | 'item') =>
    plain[from].size > 0
      ? [
          `json_extract_string(${from}, [${[...plain[from].keys()].map((place) => `'${place}'`).join(', ')}]) AS ${from}_texts`,
        ]
      : [];
  const parsed = [...list('json'), ...list('item')];
  const spread = source.each || source.replay;
  return [
    {
      sql: `CREATE TABLE fields AS SELECT file_id, row_no, coalesce(json_type(json) = 'OBJECT', false) AS is_record${cells.map((each) => `, ${each}`).join('')}
        FROM (SELECT file_id, row_no, json${spread ? ', item' : ''}${source.replay ? ', last_run' : ''}${parsed.map((each) => `, ${each}`).join('')} FROM raw)`,
    },
    { sql: 'DROP TABLE raw' },
    { sql: 'ALTER TABLE fields RENAME TO raw' },
  ];
}

interface JsonColumn {
  readonly key: string;
  readonly paths: readonly (JsonPath | typeof lastRun)[];
}

function jsonColumns(source: EndpointSource, names: readonly string[]): readonly JsonColumn[] {
  const known = new Set(names);
  const columns = new Map<string, JsonColumn>();
  for (const headers of askedFor(source)) {
    const key = headers.join('\n');
    const paths = headers.flatMap((header): (JsonPath | typeof lastRun)[] => {
      if (header === lastRun) return source.replay ? [lastRun] : [];
      const path = parseJsonPath(header);
      if (!path) return [];
      if (path.item) return source.each || source.replay ? [path] : [];
      return known.has(path.names[0] ?? '') ? [path] : [];
    });
    if (paths.length > 0) columns.set(key, { key, paths });
  }
  return [...columns.values()];
}

/** The records' own fields that a source reads: the first name of each of its paths. */
export function fieldsRead(source: EndpointSource): readonly string[] {
  return [
    ...new Set(
      [
        ...askedFor(source).flat(),
        ...(source.each ?? []),
        ...(source.replay ? Object.values(source.replay).flat().map(String) : []),
      ].flatMap((header) => {
        const path = parseJsonPath(header);
        return path && !path.item ? [path.names[0] ?? ''] : [];
      }),
    ),
  ];
}
