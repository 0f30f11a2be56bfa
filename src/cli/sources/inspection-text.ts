import type { Language, Message } from '../../domain/text.js';
import { type ColumnUse, missingHeaders, recognisedBy } from '../../fleet/column-uses.js';
import type { InspectedReport } from '../../fleet/inspect-reports.js';
import { observedFactNames } from '../../fleet/observation.js';
import type { FileShape } from '../../fleet/sniff.js';
import { message } from '../../messages/catalogue.js';
import { text } from '../../messages/format.js';
import { certaintyWord } from '../pack-words.js';
import { type Styles, safe, show } from '../print.js';
import { paragraph, tableText } from '../table.js';
import type { InspectedFile } from './inspect-files.js';

/** What a file was found to be, for a terminal of `width` columns. */
export function inspectionText(
  { path, part, shape, uses, report, diagnostics }: InspectedFile,
  language: Language,
  width: number,
  styles: Styles,
): string {
  const say = (said: Message) => paragraph(show(said, language), width, '    ', '  ');
  const problems = diagnostics.filter(({ severity }) => severity === 'error');
  return [
    styles.heading(safe(part === undefined ? path : `${path} › ${part}`)),
    ...(shape ? shapeLines(shape, path).map(say) : []),
    ...problems.map((each) => styles.bad(say(each.message))),
    ...diagnostics
      .filter(({ code }) => code === 'fleet.ignored_columns' && !uses)
      .map((each) => say(each.message)),
    ...(report ? reportLines(report).map(say) : []),
    ...(uses && uses.length > 0 ? ['', columnTable(uses, language, width, styles)] : []),
    ...(report && report.rows.length > 0
      ? ['', text('inspect.first_rows', language), ...rowLines(report, width)]
      : []),
  ].join('\n');
}

function shapeLines(shape: FileShape, path: string): readonly Message[] {
  if (shape.kind === 'empty') return [message('fleet.empty')];
  if (shape.kind === 'binary') return [message('fleet.binary'), message('fleet.binary.hint')];
  if (shape.kind === 'unrecognised') {
    return [
      message('fleet.unrecognised', { columns: shape.headers.join(', ') || '-' }),
      shape.nearest
        ? message('inspect.nearest', {
            id: shape.nearest.id,
            title: shape.nearest.title,
            columns: missingHeaders(shape.nearest, shape.headers).join(', '),
          })
        : message('inspect.no_nearest'),
      message('inspect.map', { path }),
    ];
  }
  const { source } = shape;
  const named = message('inspect.source', {
    id: source.id,
    title: source.title,
    certainty: certaintyWord(source.certainty),
  });
  if (shape.kind === 'json') {
    const { form, records } = shape.layout;
    const layout = message(`inspect.json.${form}`);
    const inside = message('inspect.json.records', { layout, path: records.join('.') });
    return [named, records.length > 0 ? inside : layout];
  }
  if (shape.kind === 'parquet') return [named, message('inspect.parquet')];
  const { encoding, delimiter, skip, headers } = shape.layout;
  return [
    named,
    message('inspect.because', { columns: recognisedBy(source, headers).join(', ') }),
    message('inspect.layout', {
      encoding: encoding === 'utf-8' ? 'UTF-8' : 'UTF-16',
      delimiter: delimiter === '\t' ? 'TAB' : delimiter,
      line: skip,
    }),
  ];
}

function reportLines(report: InspectedReport): readonly Message[] {
  const { rowsRead, rowsUsed, dateOrder } = report;
  return [
    message('inspect.rows', { read: rowsRead, used: rowsUsed, refused: rowsRead - rowsUsed }),
    ...report.refused.map(({ reason, count, rows }) =>
      message('inspect.refused', {
        count,
        rows: count > rows.length ? `${rows.join(', ')}…` : rows.join(', '),
        reason: { key: `fleet.refused.${reason}`, params: {} },
      }),
    ),
    ...(isOrder(dateOrder) ? [message(`inspect.date_order.${dateOrder}`)] : []),
    ...(report.futureDates > 0
      ? [message('fleet.future_dates', { count: report.futureDates })]
      : []),
    ...report.oddWords.map(({ word, fact, times }) =>
      message('fleet.odd_word', { word, fact, count: times }),
    ),
  ];
}

function isOrder(order: string): order is 'dmy' | 'mdy' | 'open' | 'mixed' {
  return ['dmy', 'mdy', 'open', 'mixed'].includes(order);
}

function columnTable(
  uses: readonly ColumnUse[],
  language: Language,
  width: number,
  styles: Styles,
): string {
  const columns = [
    { title: text('inspect.column.header', language), wrap: true },
    {
      title: text('inspect.column.use', language),
      wrap: true,
      paint: (shown: string, row: number) =>
        uses[row]?.use === 'unknown' ? styles.caution(shown) : shown,
    },
  ];
  const rows = uses.map(({ header, use, facts }) => [
    header,
    use === 'read' ? facts.join(', ') : text(`inspect.use.${use}`, language),
  ]);
  return tableText(columns, rows, width, styles.heading);
}

/** The first rows with every fact that is known of them. */
function rowLines({ rows }: InspectedReport, width: number): readonly string[] {
  return rows.map((row) => {
    const facts = observedFactNames.flatMap((fact) => {
      const value = row[fact];
      if (value === null || value === undefined) return [];
      const shown = value instanceof Date ? value.toISOString() : String(value);
      return [`${fact}=${shown.slice(0, 60)}`];
    });
    return paragraph(`${String(row['row_no'])}: ${facts.join(', ')}`, width, '     ', '  ');
  });
}
