import { maxPackedExportBytes } from '../documents/spreadsheet/limits.js';
import type { Diagnostic } from '../domain/diagnostic.js';
import type { Files, Scratch } from '../domain/files.js';
import { fold, type Message } from '../domain/text.js';
import { message } from '../messages/catalogue.js';
import { containerOf, decodeText } from './container.js';
import { type FileShape, headBytes, sniff } from './sniff.js';
import type { EndpointSource } from './source.js';
import { unpackReport } from './unpack-report.js';

/** One table or list of records of a report file, ready for the database. */
export interface OpenedPart {
  /** The sheet, the file in the archive; left out when the file holds nothing else. */
  readonly part?: string;
  readonly nativePath: string;
  readonly shape: FileShape;
}

/** What a report file holds. A part that can't be used is in the parts with what was seen, and in the diagnostics. */
export interface OpenedReport {
  readonly parts: readonly OpenedPart[];
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Opens a report file: archives, workbooks, XML and texts of other encodings are first written to `scratch` as what the
 * database reads; then each part's beginning tells its source. Throws `FileProblem` when the file can't be read.
 */
export async function openReport(
  files: Files,
  path: string,
  sources: readonly EndpointSource[],
  scratch: Scratch,
): Promise<OpenedReport> {
  const { head } = await files.digest(path, headBytes);
  const opened = await openBytes(
    {
      head,
      all: () => files.read(path, maxPackedExportBytes),
      nativePath: async () => files.nativePath(path),
    },
    sources,
    scratch,
  );
  return { ...opened, diagnostics: opened.diagnostics.map((each) => ({ ...each, file: path })) };
}

/** What a report file gives of itself: its beginning, all of it, the path by which the database opens it. */
export interface ReportBytes {
  readonly head: Uint8Array;
  all(): Promise<Uint8Array>;
  nativePath(): Promise<string>;
}

/** The same for bytes from anywhere; the diagnostics name no file. Throws only what `file` throws. */
export async function openBytes(
  file: ReportBytes,
  sources: readonly EndpointSource[],
  scratch: Scratch,
): Promise<OpenedReport> {
  const container = containerOf(file.head);
  if (container.kind === 'plain') {
    const shape = sniff(file.head, sources);
    return {
      parts: [{ nativePath: await file.nativePath(), shape }],
      diagnostics: [...unusable(shape), ...damagedLetters(file.head)],
    };
  }
  const { parts, problems } = await unpackReport(await file.all(), container);
  const opened = await Promise.all(
    parts.map(async ({ name, bytes, sheet, hidden = false }) => {
      const beginning = bytes.subarray(0, headBytes);
      const shape = sniff(beginning, sources);
      const nativePath = await scratch.place(bytes);
      return { name, sheet, hidden, shape, nativePath, beginning };
    }),
  );
  const someSheet = opened.some(
    ({ sheet, hidden, shape }) => sheet && !hidden && 'source' in shape,
  );
  const diagnostics = opened.flatMap(({ name, sheet, hidden, shape, beginning }) => {
    if (hidden) return hiddenSheet(name, shape, someSheet);
    // Beside a sheet that is read, others may be notes and sums: said, and doubted when they seem to list machines.
    const aside = sheet && someSheet && !('source' in shape);
    const severity = namesMachines(beginning, sources) ? ('warning' as const) : ('info' as const);
    const found = aside ? [{ ...problem('fleet.sheet_aside'), severity }] : unusable(shape);
    return [...found, ...damagedLetters(beginning)].map((each) => inPart(each, name));
  });
  return {
    parts: opened
      .filter(({ hidden }) => !hidden)
      .filter(({ sheet, shape }) => 'source' in shape || !(sheet && someSheet))
      .map(({ name, shape, nativePath }) => ({
        nativePath,
        shape,
        ...(name !== '' && { part: name }),
      })),
    diagnostics: [
      ...problems.map((each) => ({
        ...inPart(
          { ...problem('fleet.unpack'), message: each.message, hint: each.hint },
          each.name,
        ),
      })),
      ...diagnostics,
      ...(container.kind === 'recode' && container.encoding === 'windows-1258'
        ? [{ ...problem('fleet.legacy_encoding'), severity: 'info' as const }]
        : []),
    ],
  };
}

/** What people don't see isn't evidence that they hand in: a hidden sheet that holds machines is told, not read. */
function hiddenSheet(name: string, shape: FileShape, someSheet: boolean): Diagnostic[] {
  if (!('source' in shape)) return [];
  const severity = someSheet ? 'warning' : 'error';
  return [inPart({ ...problem('fleet.sheet_hidden'), severity }, name)];
}

function problem(
  code:
    | 'fleet.unpack'
    | 'fleet.sheet_aside'
    | 'fleet.sheet_hidden'
    | 'fleet.legacy_encoding'
    | 'fleet.damaged_letters',
): Diagnostic {
  return {
    code,
    severity: 'error',
    message: message(code),
    hint: message(`${code}.hint`),
  };
}

function inPart(each: Diagnostic, part: string): Diagnostic {
  if (part === '') return each;
  return { ...each, message: partMessage(part, each.message) };
}

/** A message on one part of a file, which it names. */
export function partMessage(part: string, problem: Message): Message {
  return message('fleet.in_part', { part, problem });
}

/** Why a file or part, or some of it, can't be used: none when all can. */
function unusable(shape: FileShape): Diagnostic[] {
  if (shape.kind === 'json' && shape.layout.unread) {
    const params = { read: shape.layout.records.join('.'), unread: shape.layout.unread.join(', ') };
    return [
      {
        code: 'fleet.other_lists',
        severity: 'warning',
        message: message('fleet.other_lists', params),
        hint: message('fleet.other_lists.hint'),
      },
    ];
  }
  if ('source' in shape) return [];
  if (shape.kind !== 'unrecognised') {
    const code = `fleet.${shape.kind}` as const;
    return [{ code, severity: 'error', message: message(code), hint: message(`${code}.hint`) }];
  }
  return [
    {
      code: 'fleet.unrecognised',
      severity: 'error',
      message: message('fleet.unrecognised', {
        columns: shape.headers.join(', ').slice(0, 300) || '-',
      }),
      hint: shape.nearest
        ? message('fleet.unrecognised.nearest', { source: shape.nearest.title })
        : message('fleet.unrecognised.hint'),
    },
  ];
}

/** Whether a sheet has a cell that in some source heads the column of machines' names. */
function namesMachines(beginning: Uint8Array, sources: readonly EndpointSource[]): boolean {
  const headers = new Set(
    sources.flatMap(({ columns }) =>
      columns.filter(({ fact }) => fact === 'host').flatMap((column) => column.headers.map(fold)),
    ),
  );
  const cells = decodeText(beginning, 'utf-8').matchAll(/"([^"\n]*)"/g);
  return [...cells].some(([, cell = '']) => headers.has(fold(cell)));
}

/** Question marks inside words: Vietnamese letters that a program wrote as ASCII and lost. */
const damaged = /\p{L}\?{1,2}\p{L}/gu;

/** More than this many question marks inside words are no accident. */
const fewDamaged = 2;

function damagedLetters(head: Uint8Array): Diagnostic[] {
  if (head.includes(0)) return [];
  const text = decodeText(head, 'utf-8').replace(/https?:\S+/g, '');
  return (text.match(damaged)?.length ?? 0) > fewDamaged
    ? [{ ...problem('fleet.damaged_letters'), severity: 'warning' }]
    : [];
}
