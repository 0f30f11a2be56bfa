import { type JsonLayout, sniffJson } from './sniff-json.js';
import { type EndpointSource, recognise } from './source.js';

/** How many bytes of a file are looked at to tell its encoding, delimiter and header row. */
export const headBytes = 64 * 1024;

/** How many names of an unknown file's columns are shown. */
const maxShownNames = 20;

/** How many lines from the top may hold titles before the header row. */
const maxHeaderLine = 40;

export type FileShape =
  | { readonly kind: 'table'; readonly layout: TableLayout; readonly source: EndpointSource }
  | { readonly kind: 'json'; readonly layout: JsonLayout; readonly source: EndpointSource }
  | { readonly kind: 'parquet'; readonly source: EndpointSource }
  | { readonly kind: 'empty' }
  | { readonly kind: 'binary' }
  | {
      readonly kind: 'unrecognised';
      readonly headers: readonly string[];
      readonly nearest?: EndpointSource;
    };

/** How a delimited text is laid out. */
export interface TableLayout {
  readonly encoding: 'utf-8' | 'utf-16';
  readonly delimiter: string;
  /** Lines to skip: everything up to and including the header row. */
  readonly skip: number;
  readonly headers: readonly string[];
}

/**
 * Tells what a file is from its first bytes: encoding by byte-order mark, `sep=` and `#TYPE` lines, delimiter by what
 * the header row yields, header row by the source that recognises it. The name of the file counts for nothing.
 */
export function sniff(head: Uint8Array, sources: readonly EndpointSource[]): FileShape {
  if (head.byteLength === 0) return { kind: 'empty' };
  if (startsWith(head, [0x50, 0x41, 0x52, 0x31])) {
    // The names of its columns stand at its end: only our own format comes in it.
    const own = sources.find(
      ({ grade, role, replay }) => grade === 'from_file' && role === 'collector' && !replay,
    );
    return own ? { kind: 'parquet', source: own } : { kind: 'binary' };
  }
  const { text, encoding } = decode(head);
  if (text === undefined) return { kind: 'binary' };
  if (text.trim() === '') return { kind: 'empty' };
  if (/^\s*[{[]/.test(text)) {
    const found = sniffJson(text, sources);
    if ('source' in found) return { kind: 'json', ...found };
    if (found.empty) return { kind: 'empty' };
    const nearest = nearestSource(found.names, sources);
    return {
      kind: 'unrecognised',
      headers: found.names.slice(0, maxShownNames),
      ...(nearest && { nearest }),
    };
  }
  return sniffTable(text, encoding, sources);
}

function sniffTable(
  text: string,
  encoding: TableLayout['encoding'],
  sources: readonly EndpointSource[],
): FileShape {
  const lines = rowsOf(text);
  const declared = /^sep=(.)$/i.exec(lines[0] ?? '')?.[1];
  const delimiters = declared ? [declared] : ['\t', ';', ',', '|'];
  let best: { score: number; layout: TableLayout; source: EndpointSource } | undefined;
  let widest: readonly string[] = [];
  for (const [index, line] of lines.entries()) {
    // A header may take two rows, the upper one naming groups of columns: the lower one counts when it has more names.
    if (best && index > best.layout.skip) break;
    for (const delimiter of delimiters) {
      const headers = splitRow(line, delimiter).map((cell) => cell.normalize('NFC').trim());
      if (headers.filter((header) => header !== '').length > widest.length && headers.length > 1)
        widest = headers;
      for (const source of sources) {
        const score = recognise(source, headers);
        if (score > (best?.score ?? 0)) {
          best = { score, source, layout: { encoding, delimiter, skip: index + 1, headers } };
        }
      }
    }
  }
  if (best) return { kind: 'table', layout: best.layout, source: best.source };
  const nearest = nearestSource(widest, sources);
  return {
    kind: 'unrecognised',
    headers: widest.slice(0, maxShownNames),
    ...(nearest && { nearest }),
  };
}

/** The first rows of a text; one whose last cell opens a quote goes on in the next line, as people's headers do. */
function rowsOf(text: string): string[] {
  const rows: string[] = [];
  let open = '';
  for (const line of text.split(/\r\n|\n|\r/).slice(0, maxHeaderLine)) {
    const row = open + line;
    const quotes = row.match(/"/g)?.length ?? 0;
    if (quotes % 2 === 1 && /(?:^|[\t;,|])"/.test(row)) open = `${row}\n`;
    else {
      rows.push(row);
      open = '';
    }
  }
  return open === '' ? rows : [...rows, ...open.split('\n').slice(0, -1)];
}

/** The source that shares most headers with the row, to be named in the error. */
function nearestSource(
  headers: readonly string[],
  sources: readonly EndpointSource[],
): EndpointSource | undefined {
  let best: { shared: number; source: EndpointSource } | undefined;
  for (const source of sources) {
    const shared = recognise({ ...source, recognise: { anyOf: headers } }, headers);
    if (shared > (best?.shared ?? 0)) best = { shared, source };
  }
  return best?.source;
}

function decode(head: Uint8Array): { text: string | undefined; encoding: TableLayout['encoding'] } {
  if (startsWith(head, [0xff, 0xfe])) {
    return {
      text: new TextDecoder('utf-16le').decode(head.subarray(2, head.length & ~1)),
      encoding: 'utf-16',
    };
  }
  // A bad letter here and there is the database's to refuse, row by row.
  const text = new TextDecoder('utf-8').decode(head);
  return { text: hasControlCharacter(text) ? undefined : text, encoding: 'utf-8' };
}

/** Texts have no control characters but tab, line feed, vertical tab, form feed and carriage return. */
function hasControlCharacter(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code < 9 || (code > 13 && code < 32)) return true;
  }
  return false;
}

function startsWith(bytes: Uint8Array, prefix: readonly number[]): boolean {
  return prefix.every((byte, index) => bytes[index] === byte);
}

/** Cells of one line; quotes may enclose delimiters, a doubled quote is a quote. */
function splitRow(line: string, delimiter: string): string[] {
  const cells: string[] = [];
  let cell = '';
  let quoted = false;
  for (let i = 0; i < line.length; i++) {
    const char = line[i] as string;
    if (quoted) {
      if (char !== '"') cell += char;
      else if (line[i + 1] === '"') {
        cell += '"';
        i++;
      } else quoted = false;
    } else if (char === '"') quoted = true;
    else if (char === delimiter) {
      cells.push(cell);
      cell = '';
    } else cell += char;
  }
  cells.push(cell);
  return cells;
}
