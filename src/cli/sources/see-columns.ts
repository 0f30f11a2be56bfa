import { basename, dirname, join } from 'node:path';
import { AppError } from '../../domain/diagnostic.js';
import { nfc } from '../../domain/text.js';
import { decodeText } from '../../fleet/container.js';
import { findTable } from '../../fleet/draft/find-table.js';
import type { SeenColumn } from '../../fleet/draft/guess-columns.js';
import { parseJsonPath } from '../../fleet/json-path.js';
import type { OpenedPart } from '../../fleet/open-report.js';
import { headBytes } from '../../fleet/sniff.js';
import { jsonRecords } from '../../fleet/sniff-json.js';
import type { EndpointSource } from '../../fleet/source.js';
import { message } from '../../messages/catalogue.js';
import { openFolder, openScratch } from '../../platform/files.js';
import { temporaryFolder } from '../../platform/temporary-folder.js';
import { openFiles } from './open-files.js';

/** What the beginning of an export shows to whom doesn't know it. */
export interface SeenFile {
  readonly format: EndpointSource['format'];
  readonly columns: readonly SeenColumn[];
  /** The sheet or the file in the archive, when there are several. */
  readonly part: string | undefined;
  /** The source that reads it already. */
  readonly known: string | undefined;
  /** Its first bytes, by which files are recognised. */
  readonly head: Uint8Array;
}

/** So much of a file holds some hundred rows. */
const sampleBytes = 1024 * 1024;

/** Records of JSON that are looked at. */
const maxRecords = 400;

/**
 * Looks at the table or the records in a file that no source need know. Of several sheets the one with most columns is taken.
 * Throws `AppError` (exit 2) when the file can't be opened or holds no table.
 */
export async function seeColumns(
  path: string,
  sources: readonly EndpointSource[],
): Promise<SeenFile> {
  const temporary = await temporaryFolder();
  try {
    const [file] = await openFiles([path], sources, openScratch(temporary.path));
    const seen: SeenFile[] = [];
    for (const part of file?.parts ?? []) seen.push(await seePart(part));
    const [best] = seen.toSorted((a, b) => b.columns.length - a.columns.length);
    if (best && best.columns.length > 0) return best;
    throw new AppError({
      message: message('endpoints_map.no_table', { path }),
      hints: [message('endpoints_map.no_table.hint')],
      diagnostics: (file?.problems ?? []).filter(({ code }) => code !== 'fleet.unrecognised'),
    });
  } finally {
    await temporary.remove();
  }
}

async function seePart({ nativePath, shape, part }: OpenedPart): Promise<SeenFile> {
  const folder = openFolder(dirname(nativePath));
  const { head } = await folder.digest(basename(nativePath), sampleBytes);
  const wide = head[0] === 0xff && head[1] === 0xfe;
  const text = nfc(
    decodeText(wide ? head.subarray(0, head.length & ~1) : head, wide ? 'utf-16le' : 'utf-8'),
  );
  const isJson = /^\s*[{[]/.test(text);
  return {
    format: isJson ? 'records' : 'table',
    columns: shape.kind === 'binary' ? [] : isJson ? fieldsOf(text) : columnsOf(text, head.length),
    part,
    known: 'source' in shape ? shape.source.id : undefined,
    head: head.subarray(0, headBytes),
  };
}

function columnsOf(text: string, bytes: number): readonly SeenColumn[] {
  // The last row of a beginning may be cut.
  const whole = bytes < sampleBytes ? text : text.slice(0, text.lastIndexOf('\n') + 1);
  const table = findTable(whole);
  if (!table) return [];
  return table.headers.flatMap((header, index) =>
    header === '' || table.headers.indexOf(header) < index
      ? []
      : [{ header, values: filled(table.rows.map((row) => row[index])) }],
  );
}

/** Fields that hold a text, a number or a yes/no, by path; lists are left to who knows them. */
function fieldsOf(text: string): readonly SeenColumn[] {
  const { records, paths } = jsonRecords(text, maxRecords);
  return paths.flatMap((header): SeenColumn[] => {
    const path = parseJsonPath(header);
    if (!path || path.list) return [];
    const found = records.map((record) => valueAt(record, path.names));
    const plain = found.filter((value) => ['string', 'number', 'boolean'].includes(typeof value));
    return plain.length === 0 ? [] : [{ header, values: filled(plain.map(String)) }];
  });
}

function valueAt(record: unknown, names: readonly string[]): unknown {
  return names.reduce(
    (value, name) =>
      typeof value === 'object' && value !== null && Object.hasOwn(value, name)
        ? (value as Readonly<Record<string, unknown>>)[name]
        : undefined,
    record,
  );
}

function filled(values: readonly (string | undefined)[]): readonly string[] {
  return values.flatMap((value) =>
    value === undefined || value.trim() === '' ? [] : [value.trim()],
  );
}

/** Where a mapping lies in a workspace. */
export function mappingPath(workspace: string, id: string): string {
  return join(workspace, 'sources', `${id}.yaml`);
}
