import type { LocalizedText } from '../../domain/text.js';
import type { FleetEngine, Row } from '../engines/engine.js';
import { type Grade, gradeRank, observedFactNames } from '../observation.js';
import type { EndpointSource } from '../source.js';
import { itemsIn, momentIn, numberIn, textIn, truthIn } from './row-values.js';

/** Where something stands in an export: its path in the workspace, the record counted from 1. */
export interface RowPlace {
  readonly path: string;
  /** The sheet of a workbook or the file in an archive, where there are several; else null. */
  readonly part: string | null;
  readonly row: number;
}

/** One row of an export that speaks of the machine. */
export interface SourceRow extends RowPlace {
  /** Its number among the machine's rows, from 1: strongest grade first, then newest. */
  readonly no: number;
  readonly source: string;
  readonly sourceTitle: LocalizedText;
  readonly role: string;
  /** The agency in whose folder the export lies. */
  readonly agency: string;
  readonly grade: Grade;
  /** `2026-11-24T08:30+07:00`; null when the row has no time. */
  readonly observedAt: string | null;
  readonly futureDate: boolean;
  /** What the row says, by fact; only what it says. Times as above. */
  readonly facts: Readonly<Record<string, string | number | boolean | readonly string[]>>;
  /** Its number in the database. */
  readonly obsId: number;
}

/** Rows of one machine that are read; a machine with more is a fault of its exports, and `total` tells. */
const maxRows = 500;

export interface SourceRows {
  readonly total: number;
  readonly rows: readonly SourceRow[];
}

/** Every row behind one endpoint, at most `maxRows`. */
export async function sourceRows(
  engine: FleetEngine,
  gid: number,
  sources: readonly EndpointSource[],
): Promise<SourceRows> {
  const rows = await engine.rows({
    sql: `SELECT subject.*, file.path, file.part, file.source, count(*) OVER () AS total
      FROM subject JOIN member USING (obs_id) JOIN file USING (file_id) WHERE member.gid = $gid
      ORDER BY rank DESC, observed_at DESC NULLS LAST, path, part, row_no LIMIT ${maxRows}`,
    params: { gid },
  });
  return {
    total: numberIn(rows[0], 'total') ?? 0,
    rows: rows.map((row, index) => sourceRow(row, index + 1, sources)),
  };
}

function sourceRow(row: Row, no: number, sources: readonly EndpointSource[]): SourceRow {
  const id = textIn(row, 'source') ?? '';
  return {
    no,
    path: textIn(row, 'path') ?? '',
    part: textIn(row, 'part'),
    row: numberIn(row, 'row_no') ?? 0,
    source: id,
    sourceTitle: sources.find((each) => each.id === id)?.title ?? { vi: id, en: id },
    role: textIn(row, 'role') ?? '',
    agency: textIn(row, 'agency') ?? '',
    grade: gradeOf(numberIn(row, 'rank')),
    observedAt: momentIn(row, 'observed_at'),
    futureDate: truthIn(row, 'future_date') ?? false,
    facts: Object.fromEntries([
      ...observedFactNames.flatMap((name) => {
        if (name === 'observed_at' || name === 'grade') return [];
        const value = factIn(row, name);
        return value === null ? [] : [[name, value]];
      }),
      // The product that a one-product console knows is no column of its rows.
      ...(textIn(row, 'product') === null ? [] : [['product', textIn(row, 'product')]]),
    ]),
    obsId: numberIn(row, 'obs_id') ?? -1,
  };
}

function factIn(row: Row, name: string): SourceRow['facts'][string] | null {
  const items = itemsIn<string>(row, name);
  if (items.length > 0) return items;
  return momentIn(row, name) ?? textIn(row, name) ?? numberIn(row, name) ?? truthIn(row, name);
}

/** The letter of a grade's rank; the weakest for what is none. */
export function gradeOf(rank: number | null): Grade {
  const grades = Object.keys(gradeRank) as Grade[];
  return grades.find((grade) => gradeRank[grade] === rank) ?? 'E';
}
