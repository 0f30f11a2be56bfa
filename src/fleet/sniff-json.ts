import { parseLooseJson } from '../documents/loose-json.js';
import { jsonPaths } from './json-path.js';
import { type EndpointSource, recognise } from './source.js';

/** How records lie in a JSON text. */
export interface JsonLayout {
  /** `array`: one list of records. `newline_delimited`: one a line. `documents`: whole values, one or several. */
  readonly form: 'array' | 'newline_delimited' | 'documents';
  /** Names that lead to the list of records inside each value; empty: the value is a record. */
  readonly records: readonly string[];
  /** Other lists of it that hold machines too, which aren't read; left out: none. */
  readonly unread?: readonly string[];
}

/** Records looked at to tell a source: one alone may lack fields that its tool leaves out when unknown. */
const maxSampled = 20;

/** Lists of records deeper than this aren't looked for: pages wrap theirs in one or two objects. */
const maxWrappers = 3;

/** What the beginning of a JSON text is. `names`: fields of its records when no source knows them. */
export function sniffJson(
  text: string,
  sources: readonly EndpointSource[],
):
  | { readonly layout: JsonLayout; readonly source: EndpointSource }
  | { readonly names: readonly string[]; readonly empty: boolean } {
  const { form, values } = beginning(text);
  let best: { score: number; layout: JsonLayout; source: EndpointSource } | undefined;
  const places = recordLists(values, form);
  const known = new Set<string>();
  for (const { records, samples } of places) {
    const paths = [...new Set(samples.flatMap((each) => jsonPaths(each)))];
    for (const source of sources.filter((each) => each.format === 'records')) {
      const score = recognise(source, [...paths, ...itemPaths(source, samples)], String);
      if (score > 0) known.add(records.join('.'));
      if (score > (best?.score ?? 0)) best = { score, layout: { form, records }, source };
    }
  }
  if (best) {
    const taken = best.layout.records.join('.');
    const unread = [...known].filter((path) => path !== taken && path !== '' && taken !== '');
    return {
      layout: { ...best.layout, ...(unread.length > 0 && { unread }) },
      source: best.source,
    };
  }
  // The deepest list is the likeliest to hold machines: its fields tell the reader most.
  const samples = places.at(-1)?.samples ?? [];
  return {
    names: [...new Set(samples.flatMap((each) => jsonPaths(each, 2)))],
    empty: isEmptyList(values, form, text),
  };
}

/** The paths of the records that a source was found to read, in the beginning of a JSON text; elements under `each.`. */
export function sourcePaths(
  text: string,
  { records }: JsonLayout,
  source: EndpointSource,
): readonly string[] {
  const { form, values } = beginning(text);
  const place = recordLists(values, form).find(
    (each) => each.records.join('.') === records.join('.'),
  );
  const samples = place?.samples ?? [];
  return [
    ...new Set([...samples.flatMap((each) => jsonPaths(each)), ...itemPaths(source, samples)]),
  ];
}

/** The likeliest records of the beginning of a JSON text, at most `limit` of them, and their fields: values by path. */
export function jsonRecords(
  text: string,
  limit: number,
): { readonly records: readonly object[]; readonly paths: readonly string[] } {
  const { form, values } = beginning(text, limit);
  const records = recordLists(values, form, limit).at(-1)?.samples ?? [];
  return { records, paths: [...new Set(records.flatMap((each) => jsonPaths(each)))] };
}

function beginning(
  text: string,
  limit = maxSampled,
): {
  readonly form: JsonLayout['form'];
  readonly values: readonly unknown[];
} {
  const body = text.trimStart();
  if (body.startsWith('[')) {
    const list = parseLooseJson(body);
    return { form: 'array', values: Array.isArray(list) ? list.slice(0, limit) : [] };
  }
  const lines = body.split('\n').filter((line) => line.trim() !== '');
  if (lines.length > 1 && isJson(lines[0] ?? '')) {
    return { form: 'newline_delimited', values: lines.slice(0, limit).map(parseLooseJson) };
  }
  return { form: 'documents', values: [parseLooseJson(body)] };
}

/** A whole text that holds nothing but lists without elements, as a console gives when it found no device. */
function isEmptyList(values: readonly unknown[], form: JsonLayout['form'], text: string): boolean {
  if (!isJson(text)) return false;
  if (form === 'array') return values.length === 0;
  const lists = values
    .filter(isObject)
    .flatMap((value) => Object.values(value).filter(Array.isArray));
  return lists.length > 0 && lists.every((list) => list.length === 0);
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** Where records may be: the values themselves, and every list of objects inside the first of them. */
function recordLists(
  values: readonly unknown[],
  form: JsonLayout['form'],
  limit = maxSampled,
): readonly { readonly records: readonly string[]; readonly samples: readonly object[] }[] {
  const found = [{ records: [] as readonly string[], samples: values.filter(isObject) }];
  if (form === 'array') return found;
  const visit = (value: unknown, names: readonly string[]) => {
    if (!isObject(value) || names.length > maxWrappers) return;
    for (const [name, inner] of Object.entries(value)) {
      if (!/^[A-Za-z0-9_@$. -]+$/.test(name)) continue;
      if (!Array.isArray(inner)) visit(inner, [...names, name]);
      else if (inner.some(isObject)) {
        found.push({
          records: [...names, name],
          samples: inner.filter(isObject).slice(0, limit),
        });
      }
    }
  };
  visit(values.find(isObject), []);
  return found;
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The fields of the elements by which a source is read, as `each.<name>`. */
function itemPaths(source: EndpointSource, samples: readonly object[]): string[] {
  const lists = source.replay
    ? [source.replay.row, `${source.replay.snapshot}`, `${source.replay.batch}.added`]
    : (source.each ?? []);
  return samples.flatMap((sample) =>
    lists.flatMap((path) => {
      const inner = path
        .split('.')
        .reduce<unknown>(
          (value, name) => (isObject(value) ? fieldOf(value, name) : undefined),
          sample,
        );
      const items = Array.isArray(inner) ? inner.slice(0, maxSampled) : [inner];
      return items.flatMap((item) => jsonPaths(item, 3).map((name) => `each.${name}`));
    }),
  );
}

function fieldOf(value: object, name: string): unknown {
  return Object.hasOwn(value, name)
    ? (value as Readonly<Record<string, unknown>>)[name]
    : undefined;
}
