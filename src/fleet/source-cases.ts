import type { ParsedDocument } from '../documents/document.js';
import { maxDocumentBytes } from '../documents/limits.js';
import { readDocument, type Schemas } from '../documents/schemas.js';
import type { Diagnostic } from '../domain/diagnostic.js';
import type { Files } from '../domain/files.js';
import type { LocalizedText } from '../domain/text.js';

/** A file in the format of a source, and what must be read from it. Keys as they are written. */
export interface SourceCase {
  readonly id: string;
  readonly name: LocalizedText;
  readonly encoding?: 'utf-8' | 'utf-8-bom' | 'utf-16le';
  readonly line_end?: 'lf' | 'crlf';
  readonly content: string;
  /** When the file was exported, as an inventory would say: `YYYY-MM-DD`. */
  readonly exported_on?: string;
  readonly expect: {
    readonly rows_read: number;
    /** Reason → numbers of the refused rows; left out: none. */
    readonly refused?: Readonly<Record<string, readonly number[]>>;
    readonly date_order?: 'none' | 'dmy' | 'mdy' | 'open' | 'mixed';
    /** Fact → words that weren't understood; left out: none. */
    readonly odd_words?: Readonly<Record<string, readonly string[]>>;
    /** Codes of what is warned of beside refused rows, words and the order of dates, without `fleet.`; left out: none. */
    readonly warnings?: readonly string[];
    readonly unknown_columns?: readonly string[];
    /** One for each used row: fact → value, `unknown` for none, times in UTC. Facts not listed aren't compared. */
    readonly machines: readonly Readonly<Record<string, boolean | number | string>>[];
  };
}

/** The cases of one source, with their document to tell where a case stands. */
export interface SourceCases {
  readonly source: string;
  readonly path: string;
  readonly cases: readonly SourceCase[];
  readonly locate: ParsedDocument['locate'];
}

/** Reads every `<source>.cases.yaml` of a folder, by name. A broken one is left out and named. */
export async function readSourceCases(
  files: Files,
  folder: string,
  schemas: Schemas,
): Promise<{ cases: readonly SourceCases[]; diagnostics: readonly Diagnostic[] }> {
  const cases: SourceCases[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const name of (await files.list(folder))?.files ?? []) {
    if (!name.endsWith(ending)) continue;
    const path = `${folder}/${name}`;
    const bytes = await files.read(path, maxDocumentBytes);
    const document = readDocument(bytes, path, schemas, 'source-cases');
    diagnostics.push(...document.diagnostics);
    if (document.value === undefined) continue;
    cases.push({
      source: name.slice(0, -ending.length),
      path,
      cases: (document.value as { cases: readonly SourceCase[] }).cases,
      locate: document.locate,
    });
  }
  return { cases, diagnostics };
}

const ending = '.cases.yaml';

/** The bytes of a case's file, as the tool would have written them. */
export function caseBytes({ content, encoding, line_end }: SourceCase): Uint8Array {
  const text = line_end === 'crlf' ? content.replaceAll('\n', '\r\n') : content;
  if (encoding === 'utf-16le') {
    const marked = `\ufeff${text}`;
    const bytes = new Uint8Array(marked.length * 2);
    const view = new DataView(bytes.buffer);
    for (let i = 0; i < marked.length; i++) view.setUint16(i * 2, marked.charCodeAt(i), true);
    return bytes;
  }
  return new TextEncoder().encode(encoding === 'utf-8-bom' ? `\ufeff${text}` : text);
}
