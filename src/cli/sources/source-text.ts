import type { Language } from '../../domain/text.js';
import type { EndpointSource } from '../../fleet/source.js';
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

/** One source whole: where from, what it proves, how a file is recognised, which column becomes which fact. */
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
  const words = Object.entries(source.words).flatMap(([name, values]) =>
    Object.entries(values).map(([value, list]) => [name, value, list.join(', ')]),
  );
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
    ...line('source.line.all_of', allOf.join(', ')),
    ...line('source.line.any_of', anyOf.join(', ')),
    ...line('source.line.dates', source.dates.join(', ')),
    ...line('source.line.cases', String(caseCount)),
    '',
    table(
      ['source.column.fact', 'source.column.as', 'source.column.headers'],
      source.columns.map((column) => [
        column.fact,
        column.words === undefined ? column.as : `${column.as}: ${column.words}`,
        column.headers.join(', '),
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
    columns: source.columns,
    words: source.words,
    dates: source.dates,
    observed_at: source.observedAt,
    ignored: source.ignored ?? [],
    cases: caseCount,
  };
}

function certainty(source: EndpointSource, language: Language): string {
  return formatMessage(certaintyWord(source.certainty), language);
}

function gradeWord(source: EndpointSource, language: Language): string {
  return source.grade === 'from_file'
    ? show(message('source.grade_from_file'), language)
    : source.grade;
}
