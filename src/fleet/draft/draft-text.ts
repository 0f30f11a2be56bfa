import { inlineText, type Plain } from '../../documents/plain-text.js';
import type { Language, Message } from '../../domain/text.js';
import { message } from '../../messages/catalogue.js';
import { formatMessage } from '../../messages/format.js';
import type { DraftColumn, DraftSource } from './draft-source.js';

/** A mapping as a YAML file, and where a person must look at it. */
export interface DraftText {
  readonly text: string;
  /** Numbers of the lines to be looked at, from 1. */
  readonly edit: readonly number[];
}

/** A line of the file. `ask`: what a person must decide there, said behind it. */
interface Line {
  readonly text: string;
  readonly ask?: Message | undefined;
}

/**
 * The draft as YAML that fits the schema as it stands: what a person must decide is marked behind its line, and what isn't
 * decided is off. Comments in `language`.
 */
export function draftText(draft: DraftSource, language: Language): DraftText {
  const said = (each: Message) => formatMessage(each, language);
  const { id, file, format, role, grade, sees, product, open } = draft;
  const comment = (each: Message): Line => ({ text: `# ${said(each)}` });
  const titled = (of: Language) => formatMessage(message('draft.title', { file }), of);
  const lines: readonly Line[] = [
    { text: '# yaml-language-server: $schema=../schemas/source.schema.json' },
    comment(message('draft.head', { file })),
    comment(message('draft.head.what_to_do', { mark: said(message('draft.mark')) })),
    { text: 'schema_version: 1' },
    { text: `id: ${inlineText(id)}` },
    { text: `title: ${inlineText({ vi: titled('vi'), en: titled('en') })}` },
    { text: `citation: ${inlineText(formatMessage(message('draft.citation', { file }), 'vi'))}` },
    { text: 'certainty: reading' },
    { text: `format: ${format}` },
    { text: `role: ${role}`, ask: open.role ? message('draft.ask.role') : undefined },
    { text: `grade: ${grade}`, ask: open.role ? message('draft.ask.grade') : undefined },
    {
      text: `sees: ${sees}`,
      ask: open.product || (open.role && !product) ? message('draft.ask.sees') : undefined,
    },
    ...(product === undefined ? [] : [{ text: `product: ${product}` }]),
    { text: 'recognise:' },
    { text: `  all_of: ${inlineText(draft.allOf)}` },
    { text: 'columns:' },
    ...draft.columns.map(columnLine),
    ...wordLines(draft.columns),
    {
      text: `dates: ${inlineText(draft.dates)}`,
      ask: open.dates ? message('draft.ask.dates') : undefined,
    },
    {
      text: `observed_at: ${inlineText(draft.observedAt)}`,
      ask: open.observedAt ? message('draft.ask.observed_at') : undefined,
    },
    { text: `ignored: ${inlineText(draft.ignored)}` },
    ...(draft.unread.length === 0
      ? []
      : [comment(message('draft.unread', { columns: draft.unread.join(', ') }))]),
  ];
  const mark = said(message('draft.mark'));
  return {
    text: lines
      .map(({ text, ask }) => oneLine(ask ? `${text}  # ${mark}: ${said(ask)}` : text))
      .map((line) => `${line}\n`)
      .join(''),
    edit: lines.flatMap(({ ask }, index) => (ask ? [index + 1] : [])),
  };
}

/** A doubtful column stands as a comment, to be brought in by taking the `#` away; one that names the machine is needed. */
function columnLine({ is, header, fact, as, list }: DraftColumn): Line {
  const column: Plain = { fact, headers: [header], as, ...(list !== undefined && { words: list }) };
  if (is === 'read') return { text: `  - ${inlineText(column)}` };
  return fact === 'host'
    ? { text: `  - ${inlineText(column)}`, ask: message('draft.ask.host') }
    : {
        text: `  # - ${inlineText(column)}`,
        ask: message(as === 'date' ? 'draft.ask.date_column' : 'draft.ask.word_column'),
      };
}

function wordLines(columns: readonly DraftColumn[]): readonly Line[] {
  const lists = columns.filter(({ list }) => list !== undefined);
  if (lists.length === 0) return [{ text: 'words: {}' }];
  return [
    { text: 'words:' },
    ...lists.map(({ list = '', words = {}, is }) => ({
      text: `  ${inlineText(list)}: ${inlineText(words)}`,
      ask:
        is === 'doubtful' && (words['unknown'] ?? []).length > 0
          ? message('draft.ask.words')
          : undefined,
    })),
  ];
}

/** Names of files and columns come from outside: a line break in one would end the comment. */
function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Zl}\p{Zp}]/gu, ' ');
}
