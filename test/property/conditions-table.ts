import { duckdb } from '../../src/conditions/dialects/duckdb.js';
import type { FactColumns } from '../../src/conditions/to-sql.js';
import { parseDuration } from '../../src/domain/dates.js';
import type { FactDeclaration, Facts } from '../../src/domain/facts.js';

/** Where `factsTable` puts a fact. */
export function columnsOf(fact: string): FactColumns {
  return { column: fact, nullColumn: `${fact}.null` };
}

/** A SELECT that gives the facts as a table, one row each in order, with `row` from 0. For tests: values go in as text. */
export function factsTable(declared: readonly FactDeclaration[], rows: readonly Facts[]): string {
  return rows
    .map((facts, row) => {
      const cells = declared.flatMap((each) => {
        const { column, nullColumn = '' } = columnsOf(each.id);
        const value = facts[each.id];
        return [
          `${literal(each, value)} AS ${duckdb.identifier(column)}`,
          `${value === null} AS ${duckdb.identifier(nullColumn)}`,
        ];
      });
      return `SELECT ${row} AS row, ${cells.join(', ')}`;
    })
    .join('\nUNION ALL ');
}

function literal(declaration: FactDeclaration, value: unknown): string {
  const { type, itemType } = declaration;
  const sqlType = {
    bool: 'BOOLEAN',
    int: 'BIGINT',
    number: 'DOUBLE',
    text: 'VARCHAR',
    enum: 'VARCHAR',
    set: itemType === 'int' ? 'BIGINT[]' : 'VARCHAR[]',
    date: 'DATE',
    duration: 'INTERVAL',
  }[type];
  if (value === null || value === undefined) return `CAST(NULL AS ${sqlType})`;
  if (Array.isArray(value)) return `CAST([${value.map(quoted).join(', ')}] AS ${sqlType})`;
  if (type === 'duration') {
    const { months, days } = parseDuration(String(value)) ?? { months: 0, days: 0 };
    return `(to_months(${months}) + to_days(${days}))`;
  }
  return `CAST(${quoted(Object.is(value, -0) ? '-0' : value)} AS ${sqlType})`;
}

function quoted(value: unknown): string {
  return `'${String(value).replaceAll("'", "''")}'`;
}
