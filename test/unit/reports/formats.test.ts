import { fileURLToPath } from 'node:url';
import mammoth from 'mammoth';
import { PDFParse } from 'pdf-parse';
import readExcel from 'read-excel-file/node';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Assessment } from '../../../src/audit/assessment.js';
import { reportAssets } from '../../../src/cli/report/assets.js';
import {
  documentIds,
  formatIds,
  loadDocument,
  loadFormat,
} from '../../../src/cli/report/registries.js';
import { openReport } from '../../../src/cli/report/write-reports.js';
import type { Language } from '../../../src/domain/text.js';
import { text } from '../../../src/messages/format.js';
import type { ReportAssets } from '../../../src/reports/format.js';
import { auditFolder } from '../../support/audit.js';
import { hostileTexts } from '../../support/hostile-document.js';

// Every format that lies in the folder is tried, also one that nobody has written a test for.

const everything = { agencies: [], kinds: [], systems: [], severity: null, basis: null } as const;
const languages: readonly Language[] = ['vi', 'en'];
const formats = await formatIds();
const documents = await documentIds();
const folder = fileURLToPath(new URL('../../fixtures/audit/five-agencies', import.meta.url));
const dataPlace = '<script type="application/json" id="report-data"></script>';
const assets: ReportAssets = {
  ...reportAssets(),
  // The application itself is built by `npm run build` and has tests of its own.
  webPage: async () => `<!doctype html><html><body>${dataPlace}</body></html>`,
};

let small: Assessment;
let empty: Assessment;
let hostile: Assessment;
beforeAll(async () => {
  ({ assessment: small } = await auditFolder(folder));
  empty = { ...small, agencies: [], kinds: [], findings: [], inputs: [] };
  hostile = hostileAssessment(small);
});

type Rendered = readonly (string | Uint8Array)[];

/** One file of a data format; of a format of pages the inspection of each agency. */
async function renderAll(
  id: string,
  assessment: Assessment,
  language: Language,
): Promise<Rendered> {
  const format = await loadFormat(id);
  const report = openReport(assessment, everything, language);
  if (format.kind === 'data') return [await format.render(report, assets)];
  const { build, subjects } = await loadDocument('inspection');
  const model = report.model(language);
  const files: (string | Uint8Array)[] = [];
  for (const subject of subjects(model)) {
    files.push(await format.render(build(model, subject), assets));
  }
  return files;
}

/** What a reader of the format finds in a file, without blanks: lines break anywhere. */
async function textOf(id: string, file: string | Uint8Array): Promise<string> {
  return (await readBack(id, file)).replace(/\s+/g, '').normalize('NFC');
}

async function readBack(id: string, file: string | Uint8Array): Promise<string> {
  const bytes = typeof file === 'string' ? new TextEncoder().encode(file) : file;
  if (id === 'pdf') return (await new PDFParse({ data: bytes.slice() }).getText()).text;
  if (id === 'docx') {
    return (await mammoth.extractRawText({ buffer: Buffer.from(bytes) })).value;
  }
  if (id === 'xlsx') {
    const sheets = await readExcel(Buffer.from(bytes));
    return JSON.stringify(sheets);
  }
  return new TextDecoder().decode(bytes);
}

test.each(languages)('the help names every format and document, in %s', (language) => {
  for (const id of formats) expect(text('help.common.flag.output', language)).toContain(id);
  for (const id of documents) expect(text('help.common.flag.document', language)).toContain(id);
});

test('the formats and documents are these', () => {
  expect(formats).toEqual([
    'csv',
    'docx',
    'hdf',
    'html',
    'json',
    'junit',
    'md',
    'oscal-ar',
    'oscal-poam',
    'pdf',
    'xccdf',
    'xlsx',
  ]);
  expect(documents).toEqual(['dossier', 'inspection', 'reminder', 'summary']);
});

/** Formats that can't hold findings, and why. */
const withoutFindings: Readonly<Record<string, string>> = {
  junit: 'a gate asks whether targets are met; its failures name figures, not findings',
};

describe.each(formats)('%s', (id) => {
  test('its id is the name of its file, its ending begins with a dot', async () => {
    const format = await loadFormat(id);
    expect(format.id).toBe(id);
    expect(format.extension).toMatch(/^\.[a-z]+$/);
    expect(format.mediaType).toMatch(/^[a-z]+\/[\w.+-]+(; charset=utf-8)?$/);
  });

  test.each(languages)('every finding is in it, in %s', async (language) => {
    const texts = await Promise.all(
      (await renderAll(id, small, language)).map((file) => textOf(id, file)),
    );
    const whole = texts.join('\n');
    const { kind } = await loadFormat(id);
    const missing = small.findings
      // What belongs to the province as a whole is no agency's inspection.
      .filter(({ subject }) => kind === 'data' || subject.agency !== null)
      .filter((finding) => !whole.includes(finding.id.replace(/\s+/g, '')))
      .map((finding) => finding.id);
    if (withoutFindings[id] !== undefined) expect(missing.length).toBeGreaterThan(0);
    else expect(missing).toEqual([]);
  });

  test('the same report gives the same bytes', async () => {
    const first = await renderAll(id, small, 'vi');
    const second = await renderAll(id, small, 'vi');
    for (const [index, file] of first.entries()) {
      expect(Buffer.from(file).equals(Buffer.from(second[index] ?? ''))).toBe(true);
    }
  });

  test('nothing audited is no error', async () => {
    for (const file of await renderAll(id, empty, 'vi')) expect(file.length).toBeGreaterThan(0);
  });

  test.each(languages)('hostile text harms nothing, in %s', async (language) => {
    const files = await renderAll(id, hostile, language);
    expect(files.length).toBeGreaterThan(0);
    for (const file of files) {
      // The first tag of the hostile texts would end the script that holds the data.
      const raw = Buffer.from(file).toString('utf8');
      expect(raw.includes('</script><script>alert(1)') && id === 'html').toBe(false);
      // Whoever reads the format still finds the figures.
      expect((await textOf(id, file)).length).toBeGreaterThan(100);
    }
  });
});

/** Formats that show the figures of every agency as `numerator/denominator`; the others hold them as numbers or not at all. */
const showing = ['docx', 'html', 'md', 'pdf'];

test.each(showing)('%s shows the same figures as the model', async (id) => {
  const format = await loadFormat(id);
  const report = openReport(small, everything, 'vi');
  const model = report.model('vi');
  const summary = await loadDocument('summary');
  const file =
    format.kind === 'data'
      ? await format.render(report, assets)
      : await format.render(summary.build(model, null), assets);
  const text = await textOf(id, file);
  const rows = [model.province, ...model.kinds, ...model.agencies];
  const figures = rows.flatMap(({ cells, effective }) => [...cells, effective]);
  const shown = figures.filter(({ denominator }) => denominator > 0);
  expect(shown.length).toBeGreaterThan(10);
  expect(shown.filter(({ count }) => !text.includes(count)).map(({ count }) => count)).toEqual([]);
  expect(shown.filter(({ percent }) => !text.includes(percent))).toEqual([]);
});

test.each(['json', 'xlsx'])('%s holds the same figures as numbers', async (id) => {
  const format = await loadFormat(id);
  const report = openReport(small, everything, 'vi');
  if (format.kind !== 'data') throw new TypeError(id);
  const text = await textOf(id, await format.render(report, assets));
  for (const { id: agency, name, cells } of report.model('vi').agencies) {
    const named = text.slice(
      text.indexOf(id === 'json' ? `"id":"${agency}"` : name.replace(/\s/g, '')),
    );
    for (const { numerator, denominator } of cells) {
      expect(named).toMatch(new RegExp(`\\b${numerator}\\b[\\s\\S]*?\\b${denominator}\\b`));
    }
  }
});

describe.each(documents)('the document %s', (id) => {
  test.each(languages)('is built for each of its subjects, in %s', async (language) => {
    const document = await loadDocument(id);
    for (const assessment of [small, empty, hostile]) {
      const model = openReport(assessment, everything, language).model(language);
      const subjects = document.per === 'province' ? [null] : document.subjects(model);
      const built = subjects.map((subject) => document.build(model, subject));
      expect(new Set(subjects).size).toBe(subjects.length);
      for (const each of built) {
        expect(each.id).toBe(id);
        expect(each.language).toBe(language);
      }
    }
  });
});

/** The assessment with hostile names, messages and paths wherever somebody's text may stand. */
function hostileAssessment(assessment: Assessment): Assessment {
  const text = (index: number) => hostileTexts[index % hostileTexts.length] ?? '';
  return {
    ...assessment,
    title: hostileTexts.join(' '),
    agencies: assessment.agencies.map((agency, index) => ({
      ...agency,
      name: text(index),
      systems: agency.systems.map((system, place) => ({ ...system, name: text(place + index) })),
    })),
    findings: assessment.findings.map((finding, index) => ({
      ...finding,
      subject: { ...finding.subject, name: text(index) },
      message: {
        key: 'finding.pack_text',
        params: { text: { vi: text(index + 1), en: text(index + 2) } },
      },
      citations: [{ text: text(index + 3), certainty: 'reading' }],
      evidence: [{ path: text(index + 4) || 'x', row: 1 }],
      remediation: { vi: text(index + 5), en: text(index + 6) },
    })),
    inputs: assessment.inputs.map((input, index) => ({ ...input, path: text(index) || 'x' })),
  };
}
