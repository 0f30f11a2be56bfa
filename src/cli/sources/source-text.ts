import type { Language } from '../../domain/text.js';
import type { EndpointSource, LeaveOut, SourceColumn } from '../../fleet/source.js';
import { message } from '../../messages/catalogue.js';
import { formatMessage, localized, text } from '../../messages/format.js';
import { certaintyWord } from '../pack-words.js';
import { type Styles, safe, show } from '../print.js';
import { paragraph, tableText } from '../table.js';

/** The sources as a table: id, strength of evidence, number of cases, what it is. */
export function sourceList(
  sources: readonly EndpointSource[],
  caseCounts: ReadonlyMap<string, number>,
  language: Language,
  width: number,
  styles: Styles,
): string {
  const columns = [
    { title: text('pack.column.id', language) },
    { title: text('source.column.grade', language) },
    { title: text('source.column.cases', language), align: 'right' as const },
    { title: text('source.column.title', language), wrap: true },
  ];
  const rows = sources.map((source) => [
    source.id,
    gradeWord(source, language),
    String(caseCounts.get(source.id) ?? 0),
    [
      localized(source.title, language),
      `(${text(`source.role.${source.role}`, language)}; ${certainty(source, language)})`,
    ],
  ]);
  return tableText(columns, rows, width, styles.heading);
}

/**
 * One source whole: where from, what it proves, how a file is recognised, what becomes of its records, which column becomes
 * which fact and when.
 */
export function sourceText(
  source: EndpointSource,
  caseCount: number,
  language: Language,
  width: number,
  styles: Styles,
): string {
  const { allOf = [], anyOf = [] } = source.recognise;
  const line = (key: Parameters<typeof text>[0], value: string) =>
    value === '' ? [] : [paragraph(`${text(key, language)}: ${value}`, width, '  ', '')];
  const words = [
    ...Object.entries(source.words).flatMap(([name, values]) =>
      Object.entries(values).map(([value, list]) => [name, value, list.join(', ')]),
    ),
    ...source.columns.flatMap(contained),
  ];
  const table = (titles: readonly Parameters<typeof text>[0][], rows: readonly string[][]) =>
    tableText(
      titles.map((key, i) => ({ title: text(key, language), wrap: i === titles.length - 1 })),
      rows,
      width,
      styles.heading,
    );
  return [
    styles.heading(safe(source.id)),
    paragraph(localized(source.title, language), width, ''),
    '',
    ...line('source.line.citation', `${source.citation} (${certainty(source, language)})`),
    ...line('source.line.role', text(`source.role.${source.role}`, language)),
    ...line('source.line.grade', gradeWord(source, language)),
    ...line('source.line.sees', text(`source.sees.${source.sees}`, language)),
    ...line('source.line.product', source.product ?? ''),
    ...line('source.line.format', text(`source.format.${source.format}`, language)),
    ...line('source.line.all_of', allOf.join(', ')),
    ...line('source.line.any_of', anyOf.join(', ')),
    ...line('source.line.each', (source.each ?? []).join(', ')),
    ...line('source.line.replay', source.replay ? text('source.replay', language) : ''),
    ...line(
      'source.line.leave_out',
      (source.leaveOut ?? []).map((each) => leftOut(each, language)).join('; '),
    ),
    ...line('source.line.page_size', source.pageSize === undefined ? '' : String(source.pageSize)),
    ...line('source.line.dates', source.dates.join(', ')),
    ...line('source.line.cases', String(caseCount)),
    '',
    table(
      ['source.column.fact', 'source.column.as', 'source.column.headers'],
      source.columns.map((column) => [
        column.fact,
        reading(column),
        [column.headers.join(', '), ...given(column), ...condition(column, language)].join(' '),
      ]),
    ),
    ...(words.length === 0
      ? []
      : ['', table(['source.column.list', 'source.column.value', 'source.column.words'], words)]),
    ...((source.ignored ?? []).length === 0
      ? []
      : ['', ...line('source.line.ignored', (source.ignored ?? []).join(', '))]),
  ].join('\n');
}

/** The source for `--json`. */
export function sourceJson(source: EndpointSource, caseCount: number, language: Language) {
  return {
    id: source.id,
    title: localized(source.title, language),
    citation: source.citation,
    certainty: source.certainty,
    format: source.format,
    role: source.role,
    grade: source.grade,
    sees: source.sees,
    product: source.product ?? null,
    recognise: {
      all_of: source.recognise.allOf ?? [],
      any_of: source.recognise.anyOf ?? [],
    },
    each: source.each ?? [],
    replay: source.replay ?? null,
    leave_out: source.leaveOut ?? [],
    page_size: source.pageSize ?? null,
    columns: source.columns,
    words: source.words,
    dates: source.dates,
    observed_at: source.observedAt,
    ignored: source.ignored ?? [],
    cases: caseCount,
  };
}

/** How a cell is read, in the words of the mapping: `bits & 0xF000: states`, `words: yes_no (all)`. */
function reading({ as, mask, words, many }: SourceColumn): string {
  return [
    as,
    mask === undefined ? '' : ` & 0x${mask.toString(16).toUpperCase()}`,
    words === undefined ? '' : `: ${words}`,
    many === undefined ? '' : ` (${many})`,
  ].join('');
}

/** What a filled cell stands for, when the mapping says: none or one. */
function given({ value }: SourceColumn): string[] {
  return value === undefined ? [] : [`→ ${value}`];
}

/** On which other field it depends whether the column counts: none or one. */
function condition({ when }: SourceColumn, language: Language): string[] {
  if (!when) return [];
  const { header } = when;
  const words = (when.is ?? when.isNot ?? []).join(', ');
  const key = when.is ? 'is' : when.isNot ? 'is_not' : 'filled';
  return [formatMessage(message(`source.when.${key}`, { header, words }), language)];
}

/** Rows of the table of words for a column that looks for texts inside its cell. */
function contained({ fact, contains }: SourceColumn): string[][] {
  const values = [...new Set((contains ?? []).map(({ value }) => String(value)))];
  return values.map((each) => [
    `contains: ${fact}`,
    each === 'true' ? 'yes' : each === 'false' ? 'no' : each,
    (contains ?? [])
      .filter(({ value }) => String(value) === each)
      .map((one) => one.text)
      .join(', '),
  ]);
}

function leftOut({ header, is, reason }: LeaveOut, language: Language): string {
  const why = text(`source.leave_out.${reason}`, language);
  return `${is ? `${header} = ${is.join(', ')}` : header} (${why})`;
}

function certainty(source: EndpointSource, language: Language): string {
  return formatMessage(certaintyWord(source.certainty), language);
}

function gradeWord(source: EndpointSource, language: Language): string {
  return source.grade === 'from_file'
    ? show(message('source.grade_from_file'), language)
    : source.grade;
}
