import { fold } from '../../domain/text.js';
import type { Statement } from '../engines/engine.js';
import type { SourceColumn } from '../source.js';

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

/** The SQL expressions of a column's cell: none, or the first of its headers that the file has. */
export function cellsOf(column: SourceColumn, cell: CellAt): string[] {
  return column.headers.flatMap((header) => cell(header) ?? []).slice(0, 1);
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
