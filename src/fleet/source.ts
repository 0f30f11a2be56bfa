import { camelKeys } from '../documents/camel-keys.js';
import { maxDocumentBytes } from '../documents/limits.js';
import { readDocument, type Schemas } from '../documents/schemas.js';
import type { Diagnostic } from '../domain/diagnostic.js';
import type { Files } from '../domain/files.js';
import type { Certainty } from '../domain/rules.js';
import { fold, type LocalizedText } from '../domain/text.js';
import { message } from '../messages/catalogue.js';
import { type Grade, isObservedFact, type ObservedFactName } from './observation.js';

export type DateForm = 'iso' | 'dmy' | 'mdy' | 'epoch' | 'epoch_ms' | 'filetime';

/** One export format of one tool, read from `rules/sources/<id>.yaml`. */
export interface EndpointSource {
  readonly id: string;
  readonly title: LocalizedText;
  readonly citation: string;
  readonly certainty: Certainty;
  /** `table`: CSV with a header row. `records`: CSV, JSON, NDJSON or Parquet by field name. */
  readonly format: 'table' | 'records';
  readonly role: 'console' | 'directory' | 'inventory' | 'list' | 'collector';
  readonly grade: Grade | 'from_file';
  readonly sees: 'all_products' | 'one_product' | 'no_products' | 'from_file';
  /** Catalogue id of the product that a one-product console knows. */
  readonly product?: string;
  readonly recognise: { readonly allOf?: readonly string[]; readonly anyOf?: readonly string[] };
  readonly columns: readonly SourceColumn[];
  readonly words: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;
  readonly dates: readonly DateForm[];
  readonly observedAt: readonly ObservedFactName[];
  readonly ignored?: readonly string[];
}

export interface SourceColumn {
  readonly fact: ObservedFactName;
  readonly headers: readonly string[];
  readonly as: 'text' | 'words' | 'date' | 'number' | 'mac' | 'present' | 'contains';
  readonly words?: string;
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
    const document = readDocument(
      await files.read(path, maxDocumentBytes),
      path,
      schemas,
      'source',
    );
    diagnostics.push(...document.diagnostics);
    if (document.value === undefined) continue;
    const source = camelKeys(document.value, new Set(['words'])) as EndpointSource;
    const problems = lintSource(source, path);
    diagnostics.push(...problems);
    if (problems.length === 0) sources.push(source);
  }
  return { sources, diagnostics };
}

function lintSource(source: EndpointSource, path: string): Diagnostic[] {
  const problem = (pointer: string, detail: string): Diagnostic => ({
    code: 'source.invalid',
    severity: 'error',
    message: message('source.invalid', { id: source.id, detail }),
    file: path,
    pointer,
  });
  const problems: Diagnostic[] = [];
  if (!path.endsWith(`/${source.id}.yaml`)) problems.push(problem('/id', source.id));
  source.columns.forEach((column, index) => {
    if (!isObservedFact(column.fact)) problems.push(problem(`/columns/${index}/fact`, column.fact));
    const needsWords = column.as === 'words';
    if (needsWords && !(column.words !== undefined && Object.hasOwn(source.words, column.words))) {
      problems.push(problem(`/columns/${index}/words`, column.words ?? '-'));
    }
    if (column.as === 'contains' && !column.contains)
      problems.push(problem(`/columns/${index}`, 'contains'));
  });
  for (const fact of source.observedAt) {
    if (!source.columns.some((column) => column.fact === fact && column.as === 'date')) {
      problems.push(problem('/observed_at', fact));
    }
  }
  return problems;
}

/** How well a header row fits a source: how many of its headers the row has; 0 when it isn't this source. */
export function recognise(source: EndpointSource, headers: readonly string[]): number {
  const present = new Set(headers.map(fold));
  const has = (name: string) => present.has(fold(name));
  const { allOf = [], anyOf = [] } = source.recognise;
  if (!allOf.every(has) || (anyOf.length > 0 && !anyOf.some(has))) return 0;
  return source.columns.filter((column) => column.headers.some(has)).length + allOf.length;
}
