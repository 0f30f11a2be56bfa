import { fold } from '../domain/text.js';
import type { ObservedFactName } from './observation.js';
import type { EndpointSource } from './source.js';
import { fieldsRead } from './stages/cells.js';

/**
 * What becomes of one column of a delimited text. `read`: gives facts. `ignored`: the source knows it and doesn't use it.
 * `repeated`: a column of that name stands before it. `unknown`: the source doesn't know it.
 */
export interface ColumnUse {
  readonly header: string;
  readonly use: 'read' | 'ignored' | 'repeated' | 'unknown';
  readonly facts: readonly ObservedFactName[];
}

/** The uses of a header row's columns under a source, in the file's order; columns without a name are left out. */
export function columnUses(
  source: EndpointSource,
  headers: readonly string[],
): readonly ColumnUse[] {
  const keys = headers.map(fold);
  const ignored = new Set((source.ignored ?? []).map(fold));
  const facts = new Map<string, ObservedFactName[]>();
  const listed = new Set<string>();
  for (const column of source.columns) {
    const names = column.headers.map(fold);
    for (const name of names) listed.add(name);
    // Of several names for one thing, the first that the file has is read.
    const taken = names.find((name) => keys.includes(name));
    if (taken !== undefined) facts.set(taken, [...(facts.get(taken) ?? []), column.fact]);
  }
  return headers.flatMap((header, index) => {
    const key = keys[index] ?? '';
    if (key === '') return [];
    const given = [...new Set(facts.get(key) ?? [])];
    const use =
      keys.indexOf(key) < index
        ? 'repeated'
        : given.length > 0
          ? 'read'
          : ignored.has(key) || listed.has(key)
            ? 'ignored'
            : 'unknown';
    return { header, use, facts: use === 'read' ? given : [] };
  });
}

/**
 * The uses of the fields of records: each path that the source reads and the file has, with its facts, and below it what isn't
 * read, by the records' own fields. `each.x` stands for a field of the elements by which the source is read.
 */
export function recordUses(source: EndpointSource, paths: readonly string[]): readonly ColumnUse[] {
  const present = new Set(paths);
  const facts = new Map<string, ObservedFactName[]>();
  for (const { fact, headers } of source.columns)
    for (const header of headers)
      if (present.has(header)) facts.set(header, [...(facts.get(header) ?? []), fact]);
  const read = [...facts].map(
    ([header, given]): ColumnUse => ({ header, use: 'read', facts: [...new Set(given)] }),
  );
  const known = new Set(fieldsRead(source));
  const ignored = new Set([
    ...(source.ignored ?? []),
    ...(source.leaveOut ?? []).map(({ header }) => header),
    ...known,
  ]);
  const taken = new Set([...facts.keys()].map(ownField));
  const fields = [...new Set(paths.map(ownField))].filter(
    (field) => field !== 'each' && !taken.has(field),
  );
  return [
    ...read,
    ...fields.map(
      (header): ColumnUse => ({
        header,
        use: ignored.has(header) ? 'ignored' : 'unknown',
        facts: [],
      }),
    ),
  ];
}

/** The record's own field that a path leads into. */
function ownField(path: string): string {
  return path.split(/[.[]/)[0] ?? path;
}

/** The headers by which a source takes the row for its own, as the file writes them. */
export function recognisedBy(
  source: EndpointSource,
  headers: readonly string[],
): readonly string[] {
  const asked = new Set(
    [...(source.recognise.allOf ?? []), ...(source.recognise.anyOf ?? [])].map(fold),
  );
  return headers.filter((header) => asked.has(fold(header)));
}

/** The headers for want of which a row isn't this source's: all of those missing, or those of which one would do. */
export function missingHeaders(
  source: EndpointSource,
  headers: readonly string[],
): readonly string[] {
  const present = new Set(headers.map(fold));
  const { allOf = [], anyOf = [] } = source.recognise;
  const missing = allOf.filter((header) => !present.has(fold(header)));
  return missing.length > 0 ? missing : anyOf;
}
