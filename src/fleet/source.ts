import { camelKeys } from '../documents/camel-keys.js';
import type { ParsedDocument } from '../documents/document.js';
import { maxDocumentBytes } from '../documents/limits.js';
import { readDocument, type Schemas } from '../documents/schemas.js';
import type { Diagnostic } from '../domain/diagnostic.js';
import type { Files } from '../domain/files.js';
import type { Certainty } from '../domain/rules.js';
import { fold, type LocalizedText } from '../domain/text.js';
import { message } from '../messages/catalogue.js';
import type { SourceFetch } from './fetch/source-fetch.js';
import { parseJsonPath } from './json-path.js';
import { type Grade, isObservedFact, type ObservedFactName } from './observation.js';

export type DateForm =
  | 'iso'
  | 'dmy'
  | 'mdy'
  | 'epoch'
  | 'epoch_ms'
  | 'filetime'
  | 'json_date'
  | 'ctime'
  | 'dashed_utc'
  | 'relative';

/** One export format of one tool, read from `rules/sources/<id>.yaml`. */
export interface EndpointSource {
  readonly id: string;
  readonly title: LocalizedText;
  readonly citation: string;
  readonly certainty: Certainty;
  /** `table`: rows under a header (CSV, workbooks). `records`: those too, and JSON, NDJSON, XML, Parquet by field name. */
  readonly format: 'table' | 'records';
  readonly role: 'console' | 'directory' | 'inventory' | 'list' | 'collector';
  readonly grade: Grade | 'from_file';
  readonly sees: 'all_products' | 'one_product' | 'no_products' | 'from_file';
  /** Catalogue id of the product that a one-product console knows. */
  readonly product?: string;
  readonly recognise: { readonly allOf?: readonly string[]; readonly anyOf?: readonly string[] };
  /** Paths of the list of which each element is an observation of its own, the record's other fields with it; the first found counts. */
  readonly each?: readonly string[];
  /** Log lines that add and take away rows: only what holds after the last of them is read. */
  readonly replay?: Replay;
  readonly leaveOut?: readonly LeaveOut[];
  /** Records on a page when nobody asks for more: a file with exactly as many may be one page of several. */
  readonly pageSize?: number;
  readonly columns: readonly SourceColumn[];
  readonly words: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;
  readonly dates: readonly DateForm[];
  readonly observedAt: readonly ObservedFactName[];
  readonly ignored?: readonly string[];
  /** How the same data is read from the console's API. */
  readonly fetch?: SourceFetch;
}

/** Fields of a result log by which its lines are played in order (osquery: differential and snapshot results). */
export interface Replay {
  readonly host: readonly string[];
  readonly query: string;
  /** `added`, `removed` or `snapshot`. */
  readonly action: string;
  /** Seconds since 1970. */
  readonly time: string;
  /** 0 begins a new full set. */
  readonly counter: string;
  /** The row that an added or removed line is about. */
  readonly row: string;
  /** The rows of a snapshot line. */
  readonly snapshot: string;
  /** Several lines in one: `added` and `removed` lists of rows below it. */
  readonly batch: string;
}

/** Records that aren't machines of their own: refused for a reason that loses nothing. */
export interface LeaveOut {
  readonly header: string;
  /** Words that mark such a record; left out: any text does. */
  readonly is?: readonly string[];
  readonly reason: 'merged_record' | 'not_an_endpoint';
}

export interface SourceColumn {
  readonly fact: ObservedFactName;
  readonly headers: readonly string[];
  readonly as: 'text' | 'words' | 'date' | 'number' | 'mac' | 'present' | 'contains' | 'bits';
  /** Its list of words; of `bits`: of whole numbers that the masked number may be. */
  readonly words?: string;
  /** The bits of a number that are looked at. */
  readonly mask?: number;
  /** What `present` gives: left out, yes. */
  readonly value?: string;
  /** How the words of a list make one: `all` must be yes, or `any`. Left out: `all`. */
  readonly many?: 'all' | 'any';
  /**
   * The column counts only where another field has one of these words (`is`), or none of them (`isNot`; it may be missing);
   * with neither, where it has any text.
   */
  readonly when?: {
    readonly header: string;
    readonly is?: readonly string[];
    readonly isNot?: readonly string[];
  };
  readonly contains?: readonly { readonly text: string; readonly value: boolean | string }[];
}

/** Reads every source of a folder. A broken one is left out and named; never throws for what is wrong inside. */
export async function readSources(
  files: Files,
  folder: string,
  schemas: Schemas,
): Promise<{ sources: readonly EndpointSource[]; diagnostics: readonly Diagnostic[] }> {
  const sources: EndpointSource[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const name of (await files.list(folder))?.files ?? []) {
    if (!name.endsWith('.yaml') || name.endsWith('.cases.yaml')) continue;
    const path = `${folder}/${name}`;
    const reading = readSource(await files.read(path, maxDocumentBytes), path, schemas);
    diagnostics.push(...reading.diagnostics);
    if (reading.source) sources.push(reading.source);
  }
  return { sources, diagnostics };
}

/** A source from the bytes of its file; absent when anything is wrong with it. Never throws. */
export function readSource(
  bytes: Uint8Array,
  path: string,
  schemas: Schemas,
): {
  readonly source?: EndpointSource;
  readonly diagnostics: readonly Diagnostic[];
  readonly locate: ParsedDocument['locate'];
} {
  const document = readDocument(bytes, path, schemas, 'source');
  const { diagnostics, locate } = document;
  if (document.value === undefined) return { diagnostics, locate };
  const source = camelKeys(document.value, new Set(['words', 'query'])) as EndpointSource;
  const problems = lintSource(source, path, locate);
  return {
    ...(problems.length === 0 && { source }),
    diagnostics: [...diagnostics, ...problems],
    locate,
  };
}

function lintSource(
  source: EndpointSource,
  path: string,
  locate: ParsedDocument['locate'],
): Diagnostic[] {
  const problem = (pointer: string, detail: string): Diagnostic => ({
    code: 'source.invalid',
    severity: 'error',
    message: message('source.invalid', { id: source.id, detail }),
    file: path,
    ...locate(pointer),
    pointer,
  });
  const problems: Diagnostic[] = [];
  if (!path.endsWith(`/${source.id}.yaml`)) problems.push(problem('/id', source.id));
  source.columns.forEach((column, index) => {
    if (!isObservedFact(column.fact)) problems.push(problem(`/columns/${index}/fact`, column.fact));
    const needsWords = column.as === 'words' || column.as === 'bits';
    if (needsWords && !(column.words !== undefined && Object.hasOwn(source.words, column.words))) {
      problems.push(problem(`/columns/${index}/words`, column.words ?? '-'));
    }
    if (column.as === 'contains' && !column.contains)
      problems.push(problem(`/columns/${index}`, 'contains'));
    if ((column.as === 'bits') !== (column.mask !== undefined))
      problems.push(problem(`/columns/${index}/mask`, String(column.mask ?? '-')));
    if (column.as === 'bits') {
      const numbers = Object.values(source.words[column.words ?? ''] ?? {}).flat();
      for (const each of numbers.filter((text) => !Number.isInteger(Number(text))))
        problems.push(problem(`/words/${column.words ?? '-'}`, each));
    }
    // A bracket in the name of a table's column is no path.
    const paths = source.format === 'records' ? column.headers : [];
    for (const header of paths.filter((each) => /[[\]]/.test(each)))
      if (!parseJsonPath(header)) problems.push(problem(`/columns/${index}/headers`, header));
  });
  for (const fact of source.observedAt) {
    if (!source.columns.some((column) => column.fact === fact && column.as === 'date')) {
      problems.push(problem('/observed_at', fact));
    }
  }
  return problems;
}

/**
 * How well a header row fits a source: how many of its headers the row has; 0 when it isn't this source. `key`: the form
 * in which names are compared, for fields of records the name itself.
 */
export function recognise(
  source: EndpointSource,
  headers: readonly string[],
  key: (name: string) => string = fold,
): number {
  const present = new Set(headers.map(key));
  const has = (name: string) => present.has(key(name));
  const { allOf = [], anyOf = [] } = source.recognise;
  if (!allOf.every(has) || (anyOf.length > 0 && !anyOf.some(has))) return 0;
  return source.columns.filter((column) => column.headers.some(has)).length + allOf.length;
}
