/**
 * Where a fact stands in a record of JSON, as mappings write it: names joined by dots, at most one of them followed by
 * `[*]` (every element of a list), `[key=value]` (the elements whose field has that value) or, at the end, `[]` (`empty`
 * or `filled`). A path that begins with `each.` is taken from one element of the list that the source is read by.
 */
export interface JsonPath {
  readonly item: boolean;
  readonly names: readonly string[];
  /** What is taken of the list that `names` lead to; undefined: no list. */
  readonly list?:
    | { readonly of: 'all'; readonly names: readonly string[] }
    | {
        readonly of: 'matching';
        readonly key: string;
        readonly value: string;
        readonly names: readonly string[];
      }
    | { readonly of: 'size' };
}

/** Between the texts of a list in one cell: no export holds this control character. */
export const listSeparator = '\u001f';

/** The prefix of paths into one element of the list that a source is read by. */
const itemPrefix = 'each.';

const name = '[A-Za-z0-9_@$-]+(?: [A-Za-z0-9_@$-]+)*';
const key = '[A-Za-z0-9_]+';
const pattern = new RegExp(
  String.raw`^(?<names>${name}(?:\.${name})*)(?:\[(?<what>\*|(?<key>${key})=(?<value>[A-Za-z0-9_. -]+)|)\](?:\.(?<rest>${name}(?:\.${name})*))?)?$`,
);

/** Reads a path; undefined for a text that is none, such as a header of a spreadsheet. */
export function parseJsonPath(text: string): JsonPath | undefined {
  const item = text.startsWith(itemPrefix);
  const groups = pattern.exec(item ? text.slice(itemPrefix.length) : text)?.groups;
  if (!groups) return undefined;
  const names = (groups['names'] ?? '').split('.');
  const rest = groups['rest']?.split('.') ?? [];
  const { what, key: field, value } = groups;
  if (what === undefined) return { item, names };
  if (what === '') return rest.length > 0 ? undefined : { item, names, list: { of: 'size' } };
  if (what === '*') return { item, names, list: { of: 'all', names: rest } };
  return {
    item,
    names,
    list: { of: 'matching', key: field ?? '', value: value ?? '', names: rest },
  };
}

/** The database's form of names joined by dots; the grammar lets no quote into a name. */
export function databasePath(names: readonly string[]): string {
  return `$${names.map((each) => `."${each}"`).join('')}`;
}

/** What a path of a list gives as text, its parts joined by `listSeparator`, NULL for nothing; `json` is the SQL of the record. */
export function listSql(json: string, path: JsonPath): string {
  const place = databasePath(path.names);
  const { list } = path;
  switch (list?.of) {
    case 'size':
      return `CASE WHEN json_type(${json}, '${place}') = 'ARRAY' THEN CASE WHEN json_array_length(${json}, '${place}') = 0 THEN 'empty' ELSE 'filled' END END`;
    case 'all':
      return joined(
        `json_extract_string(${json}, '${place}[*]${databasePath(list.names).slice(1)}')`,
      );
    case 'matching':
      return joined(
        `list_transform(list_filter(json_extract(${json}, '${place}[*]'), e -> json_extract_string(e, '${databasePath([list.key])}') = '${list.value}'),
          e -> json_extract_string(e, '${databasePath(list.names)}'))`,
      );
    default:
      return `json_extract_string(${json}, '${place}')`;
  }
}

function joined(list: string): string {
  return `nullif(array_to_string(${list}, chr(31)), '')`;
}

/** The fields of a value by the paths that mappings use, at most `depth` names deep; elements of lists under `[*]`. */
export function jsonPaths(value: unknown, depth = 5): readonly string[] {
  const found = new Set<string>();
  const visit = (each: unknown, prefix: string, left: number) => {
    if (left === 0 || typeof each !== 'object' || each === null) return;
    for (const [field, inner] of Object.entries(each)) {
      const path = prefix === '' ? field : `${prefix}.${field}`;
      found.add(path);
      if (Array.isArray(inner)) {
        found.add(`${path}[]`);
        for (const element of inner.slice(0, 20)) visit(element, `${path}[*]`, left - 1);
      } else visit(inner, path, left - 1);
    }
  };
  visit(value, '', depth);
  return [...found];
}
