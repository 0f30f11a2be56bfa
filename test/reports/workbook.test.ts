import { execFileSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { writeWorkbook } from '../../src/documents/spreadsheet/write-workbook.js';
import { findingsCsv } from '../../src/reports/csv/findings-csv.js';
import { reportModel } from '../../src/reports/model.js';
import type { ReportModel } from '../../src/reports/report-model.js';
import { reportWorkbook } from '../../src/reports/xlsx/report-workbook.js';
import { auditFolder } from '../support/audit.js';
import { installed } from '../support/installed.js';

const workspace = fileURLToPath(new URL('../fixtures/audit/five-agencies', import.meta.url));

describe.skipIf(!installed('soffice'))(
  'LibreOffice (skipped where soffice is not installed)',
  () => {
    let folder: string;
    let model: ReportModel;
    beforeAll(async () => {
      folder = await mkdtemp(join(tmpdir(), 'tuanthu-workbook-'));
      const { assessment } = await auditFolder(workspace);
      model = reportModel(assessment, 'vi');
    });
    afterAll(() => rm(folder, { recursive: true, force: true }));

    /** The file as LibreOffice understands it, in another form. */
    function convert(file: string, to: string, ...more: readonly string[]): void {
      const profile = pathToFileURL(join(folder, 'profile')).href;
      execFileSync(
        'soffice',
        [
          '--headless',
          `-env:UserInstallation=${profile}`,
          ...more,
          '--convert-to',
          to,
          '--outdir',
          folder,
          file,
        ],
        { stdio: 'ignore', timeout: 120_000 },
      );
    }

    test('the sheet of findings is read back whole', async () => {
      const file = join(folder, 'report.xlsx');
      await writeFile(file, await writeWorkbook(reportWorkbook(model)));
      // The eighth sheet, as UTF-8.
      convert(file, 'csv:Text - txt - csv (StarCalc):59,34,76,1,,0,false,true,false,false,false,8');
      const text = await readFile(join(folder, 'report-Phát hiện.csv'), 'utf8');
      for (const { id } of model.findings) expect(text).toContain(id);
      expect(text).not.toMatch(/#(REF|NAME|VALUE)|Err:\d/);
    }, 180_000);

    test('the text table is read back whole', async () => {
      const file = join(folder, 'findings.csv');
      await writeFile(file, findingsCsv(model));
      // What its dialogue shows as found by itself: semicolons, UTF-8.
      convert(file, 'xlsx', '--infilter=Text - txt - csv (StarCalc):59,34,76,1');
      const { default: readExcel } = await import('read-excel-file/node');
      const [sheet] = await readExcel(await readFile(join(folder, 'findings.xlsx')));
      const ids = sheet?.data.slice(1).map((row) => row.at(-1));
      expect(ids).toEqual(model.findings.map(({ id }) => id));
    }, 180_000);
  },
);
