import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parseLooseJson, plainJson } from '../../src/documents/loose-json.js';
import { loadSchemas } from '../../src/documents/schemas.js';
import { isoDate } from '../../src/domain/dates.js';
import { openDuckDb } from '../../src/fleet/engines/duckdb.js';
import { inspectReports } from '../../src/fleet/inspect-reports.js';
import type { SniffedFile } from '../../src/fleet/judge-fleet.js';
import { openBytes } from '../../src/fleet/open-report.js';
import { headBytes, sniff } from '../../src/fleet/sniff.js';
import { readSources } from '../../src/fleet/source.js';
import { caseBytes, readSourceCases } from '../../src/fleet/source-cases.js';
import { openFolder, openScratch } from '../../src/platform/files.js';

// What holds of every source whatever its file holds: nothing throws or hangs, every row is used or refused with a reason,
// and a file that breaks off says no more than the whole one.

const files = openFolder('.');
const schemas = await loadSchemas(files, 'schemas');
const { sources } = await readSources(files, 'rules/sources', schemas);
const { cases } = await readSourceCases(files, 'rules/sources', schemas);
/** A log's beginning is a true state, dated as it was then: what is taken away later stands further below. */
const logs = new Set(sources.filter(({ replay }) => replay).map(({ id }) => id));
const all = cases.flatMap(({ source, cases: own }) =>
  own.map((each) => ({ source, id: each.id, bytes: caseBytes(each), text: each.content })),
);
const firsts = cases.flatMap(({ source, cases: [first] }) =>
  first ? [{ source, id: first.id, text: first.content }] : [],
);

interface Outcome {
  readonly codes: readonly string[];
  /** Ids of the sources of its parts. */
  readonly sources: readonly string[];
  readonly read: number;
  readonly used: number;
  readonly refused: number;
  /** What is said for a machine, as `row fact`. */
  readonly good: readonly string[];
  /** Rows that aren't used. */
  readonly refusedRows: readonly string[];
}

const saysYes = ['installed', 'running', 'realtime', 'signatures_current', 'managed'] as const;

/** Reads files up to observations, all in one database, as an audit does. */
async function inspect(contents: readonly Uint8Array[]): Promise<readonly Outcome[]> {
  const folder = await mkdtemp(join(tmpdir(), 'tuanthu-sources-contract-'));
  const engine = await openDuckDb({ threads: 2, temporaryFolder: folder });
  const scratch = openScratch(folder);
  try {
    const sniffed: SniffedFile[] = [];
    const owner: number[] = [];
    const opened = await Promise.all(
      contents.map((bytes) =>
        openBytes(
          {
            head: bytes.subarray(0, headBytes),
            all: async () => bytes,
            nativePath: () => scratch.place(bytes),
          },
          sources,
          scratch,
        ),
      ),
    );
    for (const [index, { parts }] of opened.entries()) {
      for (const { nativePath, shape } of parts) {
        if (!('source' in shape)) continue;
        const id = sniffed.length;
        owner.push(index);
        sniffed.push({
          id,
          path: `${index}`,
          part: `${id}`,
          agency: `a${index}`,
          nativePath,
          shape,
        });
      }
    }
    const { diagnostics } = await inspectReports(engine, sniffed, {
      asOf: isoDate('2026-11-24'),
      sample: 0,
    });
    const counts = await engine.rows({
      sql: `SELECT file_id, rows_read AS read,
        (SELECT count(DISTINCT row_no) FROM observation o WHERE o.file_id = f.file_id) AS used,
        (SELECT count(*) FROM refusal r WHERE r.file_id = f.file_id) AS refused FROM file f`,
    });
    const good = await engine.rows({
      sql: `SELECT DISTINCT file_id, row_no || ' ' || fact AS said FROM (
        ${saysYes.map((fact) => `SELECT file_id, row_no, '${fact}' AS fact FROM observation WHERE ${fact}`).join(' UNION ALL ')}
        UNION ALL SELECT file_id, row_no, 'block' FROM observation WHERE mode = 'block') ORDER BY ALL LIMIT 100000`,
    });
    const unused = await engine.rows({ sql: 'SELECT file_id, row_no FROM refusal LIMIT 100000' });
    return contents.map((_, index) => {
      const own = (id: unknown) => owner[Number(id)] === index;
      const rows = counts.filter(({ file_id }) => own(file_id));
      const sum = (name: string) => rows.reduce((total, row) => total + Number(row[name]), 0);
      return {
        codes: [
          ...(opened[index]?.diagnostics ?? []),
          ...diagnostics.filter(({ file }) => file === `${index}`),
        ].map(({ code }) => code),
        sources: sniffed.filter(({ id }) => own(id)).map(({ shape }) => shape.source.id),
        read: sum('read'),
        used: sum('used'),
        refused: sum('refused'),
        good: good.filter(({ file_id }) => own(file_id)).map(({ said }) => String(said)),
        refusedRows: unused
          .filter(({ file_id }) => own(file_id))
          .map(({ row_no }) => String(row_no)),
      };
    });
  } finally {
    await engine.close();
    await rm(folder, { recursive: true, force: true });
  }
}

const utf8 = (text: string) => new TextEncoder().encode(text);

/** A file's values when it is JSON, one or one a line; undefined for tables and XML. */
function jsonValues(text: string): readonly unknown[] | undefined {
  if (!/^\s*[{[]/.test(text)) return undefined;
  try {
    return [JSON.parse(plainJson(text))];
  } catch {
    return text
      .split('\n')
      .filter((line) => line.trim() !== '')
      .map(parseLooseJson);
  }
}

/** Lines of a table: those up to the header row, and those below it. */
function tableLines(source: string, text: string) {
  const lines = text.split('\n').filter((line) => line !== '');
  const known = sources.find(({ id }) => id === source);
  const names = [...(known?.recognise.allOf ?? []), ...(known?.recognise.anyOf ?? [])];
  const at = lines.findIndex((line) => names.some((name) => line.includes(name)));
  const header = lines[at] ?? '';
  const delimiter = ['\t', ';', ','].find((each) => header.includes(each)) ?? ',';
  return { top: lines.slice(0, at + 1), rows: lines.slice(at + 1), header, delimiter };
}

const long = 'x'.repeat(100_000);
// The longest stands first: a control character in a file's beginning would make it no text at all.
const hostileTexts = [
  ...[long, '\u0001\u0007\u001b[31m', '__proto__', 'constructor', 'toString', '=cmd|" /C calc"!A0'],
  ...['{"a":1}', '[]', '[null]', 'null', 'true', '-1', '1e308', '9'.repeat(400), '0x10', 'NaN'],
  ...['9999-12-31', '0001-01-01', '99/99/9999', '31/02/2026', "'; DROP TABLE file; --", '\u202e'],
  ...['%s%n', '\ud83d\ude00', ' ', '', 'Yes', 'on', '1', '2026-11-20T00:00:00Z'],
];
const hostileValues: readonly unknown[] = [
  ...hostileTexts,
  ...[null, true, false, 0, -1, 1e308, 2 ** 63, [], [[[]]], [null], {}, { value: {} }],
  ...[{ value: [1] }, [{ name: {} }], { ['__proto__']: { host: 'x' } }, [true, 'on'], [long]],
];

/** A JSON value with every plain value in it, and every list of plain ones, replaced. */
function replaced(value: unknown, by: unknown): unknown {
  if (Array.isArray(value) && value.some((each) => typeof each === 'object' && each !== null)) {
    return value.map((each) => replaced(each, by));
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return by;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, replaced(each, by)]));
}

function hostile({ source, text }: { readonly source: string; readonly text: string }) {
  const values = jsonValues(text);
  if (values) {
    return hostileValues.flatMap((by) =>
      values.slice(0, 1).map((value) => utf8(`${JSON.stringify(replaced(value, by))}\n`)),
    );
  }
  if (text.trimStart().startsWith('<')) {
    return hostileTexts.map((by) =>
      utf8(text.replace(/>[^<>\n]+</g, `>${by.replace(/[<&]/g, '')}<`)),
    );
  }
  const { top, header, delimiter } = tableLines(source, text);
  const width = header.split(delimiter).length;
  const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`;
  const rows = hostileTexts.flatMap((by) => [
    Array.from({ length: width }, () => quoted(by)).join(delimiter),
    Array.from({ length: width }, (_, index) => (index < 3 ? `PC${index}` : quoted(by))).join(
      delimiter,
    ),
    by.slice(0, 1000),
  ]);
  return [utf8([...top, ...rows, ''].join('\n'))];
}

const hostileFiles = firsts.map((first) => ({ ...first, variants: hostile(first) }));
const hostileOutcomes = await inspect(hostileFiles.flatMap(({ variants }) => variants));

describe('hostile content', () => {
  let at = 0;
  const outcomes = hostileFiles.map(({ source, variants }) => {
    const own = hostileOutcomes.slice(at, at + variants.length);
    at += variants.length;
    return { source, own };
  });

  test.each(outcomes)('$source: every row is used or refused', ({ source, own }) => {
    expect(own.filter(({ read, used, refused }) => read !== used + refused)).toEqual([]);
    expect(own.some((each) => each.sources.includes(source))).toBe(true);
    expect(own.every((each) => each.read > 0 || each.codes.length > 0)).toBe(true);
  });
});

describe('empty files', () => {
  const empties = firsts.map(({ source, text }) => {
    const values = jsonValues(text);
    if (values) return { source, text: '[]' };
    return {
      source,
      text: text.trimStart().startsWith('<') ? '' : `${tableLines(source, text).top.join('\n')}\n`,
    };
  });
  test('nothing at all, and a header alone, give no machines and say so', async () => {
    const outcomes = await inspect([
      utf8(''),
      utf8('\n\n'),
      ...empties.map(({ text }) => utf8(text)),
    ]);
    expect(outcomes.filter(({ read, codes }) => read > 0 || codes.length === 0)).toEqual([]);
  });
});

const many = 50_000;

/** A file of very many records made of a case's own. */
function multiplied({ source, text }: { readonly source: string; readonly text: string }): string {
  const values = jsonValues(text);
  if (!values) {
    const { top, rows } = tableLines(source, text);
    const [row = ''] = rows;
    return `${[...top, ...Array.from({ length: many }, () => row)].join('\n')}\n`;
  }
  const [first] = values;
  const records = Array.isArray(first) ? first : recordsOf(text, first);
  return `${Array.from({ length: many }, (_, index) => JSON.stringify(records[index % records.length])).join('\n')}\n`;
}

/** The records of a page, or the value itself when it is one, as the file's beginning tells. */
function recordsOf(text: string, value: unknown): readonly unknown[] {
  const shape = sniff(utf8(text), sources);
  const names = shape.kind === 'json' ? shape.layout.records : [];
  const found = names.reduce<unknown>(
    (inner, name) => Object.getOwnPropertyDescriptor(inner, name)?.value as unknown,
    value,
  );
  return Array.isArray(found) ? found : [value];
}

describe('very many rows', () => {
  const large = firsts.filter(({ text }) => !text.trimStart().startsWith('<'));
  test.each(large)('$source', { timeout: 120_000 }, async (first) => {
    const [outcome] = await inspect([utf8(multiplied(first))]);
    expect(outcome?.sources).toEqual([first.source]);
    expect(outcome?.read).toBe(many);
    expect(Number(outcome?.used) + Number(outcome?.refused)).toBe(many);
  });
});

describe('files that break off', () => {
  const cuts = 12;
  const cut = all.flatMap(({ bytes }) =>
    Array.from({ length: cuts }, (_, index) =>
      bytes.subarray(0, Math.floor((bytes.length * (index + 0.61)) / cuts)),
    ),
  );
  test('say nothing good that the whole file does not, and lose no row', async () => {
    const wholes = await inspect(all.map(({ bytes }) => bytes));
    const parts = await inspect(cut);
    const worse = parts.flatMap((part, index) => {
      const at = Math.floor(index / cuts);
      const whole = new Set(wholes[at]?.good);
      // A row that the whole file shows to be out of step may look sound before its end.
      const odd = new Set(wholes[at]?.refusedRows);
      const more =
        part.sources[0] === all[at]?.source && !logs.has(part.sources[0] ?? '')
          ? part.good.filter((each) => !whole.has(each) && !odd.has(each.split(' ')[0] ?? ''))
          : [];
      const lost = part.read !== part.used + part.refused;
      return more.length > 0 || lost
        ? [{ source: all[at]?.source, case: all[at]?.id, cut: index % cuts, more, lost }]
        : [];
    });
    expect(worse).toEqual([]);
    expect(wholes.some(({ good }) => good.length > 0)).toBe(true);
  }, 120_000);
});
